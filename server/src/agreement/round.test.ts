import { LIMIT } from '@withy/shared/api'
import { expect, it } from 'vitest'
import { groupAgreeing } from '../testing/group-agreeing.ts'

const ATTORNEY = { acting: 'attorney', name: 'Ines Hill', words: '' } as const

it('[AGREE-6] one round at a time, of people of the plan; others are asked later, and it can end with nothing sealed', () => {
  const group = groupAgreeing('area', { Anna: 'resident', Ben: 'professional' })
  expect(group.asks('Anna', { asked: ['Anna', 'Zoe'] })).toBe('bad-request')
  expect([group.asks('Anna', { asked: ['Anna'] }), group.asks()]).toEqual(['yes', 'round-open'])
  expect(group.says('Ben', 'agree')).toBe('not-asked')
  group.comes('Cleo', 'carer')
  expect([group.asksMore('Zoe'), group.asksMore('Ben', 'Cleo')]).toEqual(['bad-request', 'yes'])
  expect([group.says('Ben', 'agree'), group.says('Cleo', 'disagree')]).toEqual(['yes', 'yes'])
  expect([group.ends(), group.ends(), group.says('Anna', 'agree')]).toEqual(['yes', 'round-over', 'round-over'])
  expect(group.now().answers).toHaveLength(2)
  expect([group.asks(), group.blocks().map(({ why }) => why)]).toEqual(['yes', ['nobody-agreed']])
})

it('[AGREE-6] who leaves is no longer asked, and is asked again when they come back; what they said stays', () => {
  const group = groupAgreeing('area', { Anna: 'resident', Ben: 'carer' })
  group.asks()
  group.says('Ben', 'agree')
  group.leaves('Ben')
  expect(group.seenBy('Anna')).toMatchObject({ asked: ['Anna'], answers: [{ person: 'Ben', answer: 'agree' }] })
  expect(group.seals()).toMatchObject({ answers: [{ name: 'Ben', voice: 'carer' }], notAnswered: [{ name: 'Anna' }] })
  group.asks('Anna', { asked: ['Anna'] })
  group.comes('Ben', 'carer')
  group.asksMore('Ben')
  group.leaves('Ben')
  group.comes('Ben', 'carer')
  expect(group.seenBy('Anna').asked).toEqual(['Anna', 'Ben'])
})

it('[AGREE-6] a plan has so many rounds at most', () => {
  const group = groupAgreeing('area', { Anna: 'resident' })
  for (let n = 0; n < LIMIT.roundsPerPlan; n++) {
    group.asks()
    group.ends()
  }
  expect(group.asks()).toBe('rounds-full')
})

it('[AGREE-7] in a support plan the person asks; somebody else who owns it only by saying who decides for them', () => {
  const hers = groupAgreeing('support', { Rosa: 'person', Kofi: 'professional' })
  expect([hers.asks('Kofi'), hers.asks('Rosa')]).toEqual(['person-opens', 'yes'])
  hers.ends()
  expect(hers.asks('Kofi', { decides: ATTORNEY })).toBe('yes')
  expect(hers.seenBy('Rosa').decides).toEqual(ATTORNEY)
  const empty = groupAgreeing('support', { Kofi: 'professional' })
  expect([empty.asks(), empty.asks('Kofi', { decides: ATTORNEY })]).toEqual(['person-opens', 'yes'])
  expect(groupAgreeing('area', { Anna: 'resident' }).asks('Anna', { decides: ATTORNEY })).toBe('bad-request')
})

it('[AGREE-7] the person a support plan is about is always asked', () => {
  const group = groupAgreeing('support', { Kofi: 'professional' })
  group.asks('Kofi', { decides: ATTORNEY })
  group.comes('Rosa', 'person')
  expect([group.seenBy('Kofi').asked, group.says('Rosa', 'stop')]).toEqual([['Kofi', 'Rosa'], 'yes'])
})
