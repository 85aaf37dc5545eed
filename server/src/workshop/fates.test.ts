import type { Fate } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import { workshopWith } from '../testing/workshop-room.ts'
import { ideasShown, mineOf } from './seen.ts'

describe('what became of an idea', () => {
  it('[WORK-69] is not said to be a no without why, and what was said before stands', () => {
    const { state, comes, takes, steers } = workshopWith('parking')
    comes('Ben')
    takes('Ben', { do: 'idea', id: 'idea-bus', step: 'parking', words: 'The bus', saidBy: 'Ben' })
    const fate = (fate: 'not-yet' | 'not-possible' | 'changed', why: string) =>
      steers({ do: 'fate', idea: 'idea-bus', fate, why, place: null })
    fate('changed', '')
    expect(() => fate('not-yet', '')).toThrow('why-needed')
    expect(() => fate('not-possible', '')).toThrow('why-needed')
    expect(ideasShown(state).ideas).toMatchObject([{ fate: 'changed' }])
    fate('not-possible', 'It is not our road')
    expect(ideasShown(state).ideas).toMatchObject([{ fate: 'not-possible', why: 'It is not our road' }])
  })
})

describe('two facilitators who answer one idea', () => {
  it('[WORK-164] write over no answer they have not seen; the same answer sent twice is there once', () => {
    const { state, comes, takes, steers } = workshopWith('parking')
    comes('Ben')
    takes('Ben', { do: 'idea', id: 'idea-bus', step: 'parking', words: 'The bus', saidBy: 'Ben' })
    const answer = (fate: Fate, why: string, was: { fate: Fate | null; why: string }) =>
      steers({ do: 'fate', idea: 'idea-bus', fate, why, place: null, was })
    const none = { fate: null, why: '' }
    answer('not-yet', 'In June', none)
    expect(() => answer('not-possible', 'No road', none)).toThrow('answer-changed')
    expect(() => answer('not-yet', 'In May', none)).toThrow('answer-changed')
    answer('not-yet', 'In June', none)
    expect(ideasShown(state).ideas).toMatchObject([{ fate: 'not-yet', why: 'In June' }])
    answer('not-yet', 'In May', { fate: 'not-yet', why: 'In June' })
    expect(ideasShown(state).ideas).toMatchObject([{ why: 'In May' }])
  })

  it('[WORK-165] a no names no place in the plan, and a later yes names all again', () => {
    const { state, comes, takes, steers } = workshopWith('parking')
    comes('Ben')
    takes('Ben', { do: 'idea', id: 'idea-bus', step: 'parking', words: 'The bus', saidBy: 'Ben' })
    const place = { box: 'living-map.do', item: 'i' }
    const answer = (fate: Fate, at: typeof place | null = null) =>
      steers({ do: 'fate', idea: 'idea-bus', fate, why: 'No road', place: at })
    const places = () => [ideasShown(state).ideas, mineOf(state, 'Ben').ideas].map(([idea]) => idea?.places)
    answer('in-plan', place)
    expect(places()).toEqual([[place], [place]])
    for (const no of ['not-possible', 'not-yet'] as const) {
      answer(no)
      expect(places()).toEqual([[], []])
    }
    answer('changed')
    expect(places()).toEqual([[place], [place]])
  })
})
