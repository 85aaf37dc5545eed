import { GUEST, LIMIT } from '@withy/shared/api'
import { expect, it } from 'vitest'
import { groupAgreeing } from '../testing/group-agreeing.ts'

const ATTORNEY = { acting: 'attorney', person: 'Kofi', words: '' } as const

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
  group.says('Anna', 'agree')
  expect(group.seals()).toMatchObject({
    answers: [{ name: 'Ben', voice: 'carer', left: true }, { name: 'Anna' }],
    notAnswered: [],
  })
  group.asks('Anna', { asked: ['Anna'] })
  group.comes('Ben', 'carer')
  group.asksMore('Ben')
  group.leaves('Ben')
  group.comes('Ben', 'carer')
  expect(group.seenBy('Anna').asked).toEqual(['Anna', 'Ben'])
})

it('[AGREE-21] who said something to earlier words, or to a section, is not written down as having said nothing', () => {
  const group = groupAgreeing('area', { Anna: 'resident', Ben: 'carer', Cleo: 'carer' })
  group.asks()
  group.says('Ben', 'disagree')
  group.writes('other words')
  group.says('Anna', 'agree')
  expect(group.seals()).toHaveProperty('notAnswered', [{ name: 'Cleo', voice: 'carer' }])
})

it('[AGREE-46] nobody is asked, and nothing sealed, while somebody of the plan has said no name', () => {
  const group = groupAgreeing('area', { Anna: 'resident', Ben: 'carer' })
  for (const name of [GUEST.en, GUEST.cy, 'You', 'You (no name yet)', 'Chi (heb enw eto)']) {
    group.changes('Anna', { name, cameBy: 'example' })
    expect(group.asks('Anna', { asked: ['Ben'] })).toBe('name-needed')
  }
  // Somebody may be called so.
  group.changes('Anna', { name: 'Chi' })
  expect([group.asks(), group.says('Ben', 'agree')]).toEqual(['yes', 'yes'])
  group.changes('Anna', { name: 'You' })
  expect(group.seals()).toBe('name-needed')
  group.changes('Anna', { name: 'Anna Price' })
  expect(group.seals()).toMatchObject({ sealedBy: 'Anna Price' })
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
  expect(hers.seenBy('Rosa').decides).toEqual({ ...ATTORNEY, name: 'Kofi' })
  const empty = groupAgreeing('support', { Kofi: 'professional' })
  expect([empty.asks(), empty.asks('Kofi', { decides: ATTORNEY })]).toEqual(['person-opens', 'yes'])
  expect(groupAgreeing('area', { Kofi: 'resident' }).asks('Kofi', { decides: ATTORNEY })).toBe('bad-request')
})

it('[AGREE-18] who decides for the person is somebody of the plan, and not the person', () => {
  const group = groupAgreeing('support', { Rosa: 'person', Kofi: 'supporter' })
  const by = (person: string) => group.asks('Rosa', { decides: { ...ATTORNEY, person } })
  expect([by('Zoe'), by('Rosa'), by('Kofi')]).toEqual(['bad-request', 'bad-request', 'yes'])
})

it('[AGREE-7] the person a support plan is about is always asked', () => {
  const group = groupAgreeing('support', { Kofi: 'professional' })
  group.asks('Kofi', { decides: ATTORNEY })
  group.comes('Rosa', 'person')
  expect([group.seenBy('Kofi').asked, group.says('Rosa', 'stop')]).toEqual([['Kofi', 'Rosa'], 'yes'])
})
