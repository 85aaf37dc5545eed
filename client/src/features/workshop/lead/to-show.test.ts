import { describe, expect, it } from 'vitest'
import { nowOf, stepOf } from '../testing-room.tsx'
import { toShow } from './to-show.ts'

describe('what can be shown', () => {
  const silent = stepOf('silent')
  const shown = stepOf('silent', { shown: true })

  it('[WORK-60] is the ideas that a step is about, also where the room has moved on without them', () => {
    for (const kind of ['silent', 'gather', 'dots'] as const) {
      const now = nowOf({ steps: kind === 'silent' ? [silent] : [silent, stepOf(kind)], step: kind })
      expect(toShow(now)).toEqual({ step: 'silent', what: 'ideas' })
    }
  })

  it('[WORK-60] is a step’s own answers once its ideas are shown, and nothing once those are', () => {
    expect(toShow(nowOf({ steps: [shown, stepOf('dots')], step: 'dots' }))).toEqual({ step: 'dots', what: 'votes' })
    expect(toShow(nowOf({ steps: [shown, stepOf('fist')], step: 'fist' }))).toEqual({ step: 'fist', what: 'votes' })
    expect(toShow(nowOf({ steps: [shown, stepOf('dots', { shown: true })], step: 'dots' }))).toBeNull()
    expect(toShow(nowOf({ steps: [shown, stepOf('gather')], step: 'gather' }))).toBeNull()
  })

  it('[WORK-190] is a vote’s dots where some ideas are shown, also where those of another step stay hidden', () => {
    const steps = [shown, stepOf('pairs'), stepOf('dots')]
    expect(toShow(nowOf({ steps, step: 'dots' }))).toEqual({ step: 'dots', what: 'votes' })
    expect(toShow(nowOf({ steps, step: 'pairs' }))).toEqual({ step: 'pairs', what: 'ideas' })
  })

  it('[WORK-60] is nothing where nothing is hidden', () => {
    for (const kind of ['welcome', 'look', 'round', 'write', 'parking', 'break'] as const)
      expect(toShow(nowOf({ steps: [stepOf(kind)], step: kind }))).toBeNull()
    expect(toShow(nowOf())).toBeNull()
  })
})
