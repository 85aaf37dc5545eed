import type { Voice } from '@withy/shared/access'
import type { FollowUpAnswer } from '@withy/shared/api'
import { expect, it } from 'vitest'
import { followUpsFor } from './visible.ts'

const person = (id: string, voice: Voice) => ({ id, voice, seat: voice === 'person' })
const said = (who: string, voice: Voice, answer: FollowUpAnswer = 'no') => ({
  ...{ workshop: 'w', item: 'i', person: who, voice, answer },
  words: `words of a ${voice}`,
})
const ASKED = [{ workshop: 'w', item: 'i', askedAt: 1, dueOn: '2026-07-02' }]
const seenBy = (me: string, all: Partial<Parameters<typeof followUpsFor>[2]>) =>
  followUpsFor(me, ASKED, { kind: 'area', people: [], answers: [], today: '2026-07-02', ...all })[0]

const PEOPLE = [person('olu', 'resident'), person('priya', 'professional'), person('kofi', 'supporter')]
const PRIYA = said('priya', 'professional')

it('[WORK-113] in an area plan others’ answers come after somebody who lives with what is decided has answered', () => {
  expect(seenBy('kofi', { people: PEOPLE, answers: [PRIYA] })).toMatchObject({
    ...{ isWaiting: true, others: [], answered: 1, isDue: true },
  })
  const olu = said('olu', 'resident', 'yes')
  expect(seenBy('kofi', { people: PEOPLE, answers: [PRIYA, olu] })).toMatchObject({
    isWaiting: false,
    others: [
      { voice: 'resident', answer: 'yes', words: 'words of a resident' },
      { voice: 'professional', answer: 'no' },
    ],
  })
  expect(seenBy('kofi', { people: PEOPLE.slice(1), answers: [PRIYA] })).toMatchObject({ isWaiting: false, answered: 1 })
})

it('[WORK-113] in a support plan they come after the person it is about has answered, and nobody else will do', () => {
  const people = [person('rosa', 'person'), person('dennis', 'carer'), person('priya', 'professional')]
  const before = { kind: 'support', people, answers: [PRIYA, said('dennis', 'carer')] } as const
  expect(seenBy('priya', before)).toMatchObject({ isWaiting: true, others: [], mine: { answer: 'no' } })
  const after = { ...before, answers: [...before.answers, said('rosa', 'person', 'partly')] }
  expect(seenBy('priya', after)?.others.map(({ voice }) => voice)).toEqual(['person', 'carer'])
})

it('[WORK-113] tells no name, no order of coming, and nobody’s answer to something else', () => {
  const answers = [PRIYA, said('olu', 'resident'), said('kofi', 'supporter', 'yes'), { ...PRIYA, workshop: 'before' }]
  const seen = seenBy('anna', { people: PEOPLE, answers })
  expect(seen?.answered).toBe(3)
  expect(JSON.stringify(seen)).not.toMatch(/priya|olu|kofi/)
  expect(seenBy('anna', { people: PEOPLE, answers: answers.toReversed() })).toEqual(seen)
})
