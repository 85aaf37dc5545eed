import { LIMIT } from '@withy/shared/api'
import { expect, it } from 'vitest'
import { groupAgreeing } from '../testing/group-agreeing.ts'

const street = () => {
  const group = groupAgreeing('area', { Anna: 'resident', Ben: 'carer', Pip: 'professional', Vera: 'resident' })
  group.changes('Vera', { role: 'viewer' })
  group.asks()
  return group
}
const rosas = () => {
  const group = groupAgreeing('support', { Rosa: 'person', Kofi: 'supporter', Pip: 'professional' })
  group.asks()
  return group
}

it('[AGREE-8] agreeing with something said, and disagreeing, need words; the rest does not', () => {
  const group = street()
  expect([
    group.says('Anna', 'agree-with', { words: '' }),
    group.says('Anna', 'disagree', { words: '\u200b' }),
  ]).toEqual(['why-needed', 'why-needed'])
  for (const answer of ['agree', 'more-time', 'stop', 'agree-with', 'disagree'] as const)
    expect(group.says('Anna', answer)).toBe('yes')
})

it('[AGREE-8] the newest answer counts, none is written over, and one is taken back whatever the plan reads by then', () => {
  const group = street()
  group.says('Anna', 'agree')
  group.says('Anna', 'disagree')
  const { fingerprint } = group.read()
  group.writes('Other words.')
  expect(group.says('Anna', null, { fingerprint: 'f'.repeat(64) })).toBe('yes')
  expect(group.says('Anna', null)).toBe('yes')
  expect(group.now().answers.map(({ answer, fingerprint }) => [answer, fingerprint])).toEqual([
    ['agree', fingerprint],
    ['disagree', fingerprint],
    [null, fingerprint],
  ])
  expect(group.seenBy('Anna').answers).toEqual([])
  expect(group.says('Anna', 'agree', { fingerprint })).toBe('plan-changed')
})

it('[AGREE-8] sections are answered where the round says so, and by their title as it was read', () => {
  const group = street()
  group.writes('The mill.')
  expect(group.says('Anna', 'agree', { section: 'place' })).toBe('bad-request')
  group.ends()
  group.asks('Anna', { bySection: true })
  expect([group.says('Anna', 'agree', { section: 'place' }), group.says('Anna', 'agree', { section: 'no' })]).toEqual([
    'yes',
    'bad-request',
  ])
  const title = group.read().edition.parts[0]?.sections[0]?.title
  group.writes('')
  group.says('Ben', 'agree')
  expect(group.seals()).toMatchObject({ answers: [{ section: title, ofTheseWords: false }, { section: null }] })
})

it('[AGREE-8] changes an answer so often in a round; others’ answers for them do not use that up', () => {
  const group = street()
  for (let n = 0; n < LIMIT.answersPerPerson; n++) group.says('Ben', 'agree', { person: 'Vera' })
  expect([group.says('Ben', 'agree', { person: 'Vera' }), group.says('Vera', 'stop')]).toEqual(['answers-many', 'yes'])
  for (let n = 1; n < LIMIT.answersPerPerson; n++) group.says('Vera', 'stop')
  expect([group.says('Vera', 'stop'), group.says('Vera', null)]).toEqual(['answers-many', 'yes'])
})

it('[AGREE-35] so many different words are answered to by one person in a round, and in a plan: what is kept of them is bounded', () => {
  const group = street()
  for (let n = 0; n < LIMIT.wordingsPerPerson; n++) {
    group.writes(`A comma, ${n}.`)
    group.says('Ben', 'agree', n % 2 ? { person: 'Vera' } : {})
  }
  expect(group.now().wordings).toBe(LIMIT.wordingsPerPerson)
  expect(group.says('Ben', 'stop')).toBe('yes')
  group.writes('And one more.')
  expect([group.says('Ben', 'agree'), group.says('Ben', null), group.says('Anna', 'agree')]).toEqual([
    'answers-many',
    'yes',
    'yes',
  ])
  // Where somebody else has brought them they are kept already.
  expect(group.says('Ben', 'agree')).toBe('yes')
  group.fills()
  group.writes('Full.')
  expect([group.says('Anna', 'agree'), group.says('Anna', null)]).toEqual(['wordings-full', 'yes'])
})

it('[AGREE-16] whoever writes in the plan can pass on what somebody says: both names are kept', () => {
  const group = street()
  expect([group.says('Vera', 'agree', { person: 'Ben' }), group.says('Ben', 'agree', { person: 'Zoe' })]).toEqual([
    'not-allowed',
    'bad-request',
  ])
  expect(group.says('Pip', 'agree', { person: 'Vera', acting: 'attorney' })).toBe('bad-request')
  expect(group.says('Pip', 'agree-with', { person: 'Vera', words: 'Ramp first.', advocate: 'Mo' })).toBe('yes')
  expect(group.seenBy('Vera').answers).toMatchObject([
    { person: 'Vera', by: 'Pip', acting: 'supporter', words: 'Ramp first.', advocate: 'Mo' },
  ])
  expect(group.seals()).toMatchObject({ answers: [{ name: 'Vera', by: 'Pip', acting: 'supporter', advocate: 'Mo' }] })
})

it('[AGREE-16] nobody who is paid to support the person of a support plan passes on what they say', () => {
  const group = rosas()
  expect([
    group.says('Pip', 'agree', { person: 'Rosa' }),
    group.says('Pip', 'agree', { person: 'Rosa', acting: 'best-interests' }),
    group.says('Pip', 'agree', { person: 'Kofi' }),
    group.says('Kofi', 'agree', { person: 'Rosa' }),
  ]).toEqual(['supporter-needed', 'bad-request', 'yes', 'yes'])
  expect(group.blocks()).toEqual([])
})

it('[AGREE-16] nor who says another voice while people are asked: neither before they pass it on, nor after', () => {
  const group = rosas()
  group.changes('Pip', { voice: 'carer' })
  expect(group.says('Pip', 'agree', { person: 'Rosa' })).toBe('supporter-needed')
  group.ends()
  group.asks()
  expect(group.says('Pip', 'agree', { person: 'Rosa' })).toBe('yes')
  expect(group.now().answers).toMatchObject([{ by: 'Pip', acting: 'supporter' }])
  expect(group.blocks()).toEqual([])
  group.changes('Pip', { voice: 'professional' })
  expect(group.blocks()).toEqual([{ why: 'person-first', person: 'Rosa' }])
  group.changes('Pip', { voice: 'carer' })
  expect(group.blocks()).toEqual([{ why: 'person-first', person: 'Rosa' }])
  expect(group.says('Kofi', 'agree', { person: 'Rosa' })).toBe('yes')
  expect(group.blocks()).toEqual([])
})

it('[AGREE-58] who is not asked speaks for nobody, unless they lead the plan; what they passed on before they can take back', () => {
  const group = street()
  group.comes('Zoe', 'resident')
  expect([group.says('Zoe', 'agree', { person: 'Ben' }), group.blocks()]).toEqual([
    'not-asked',
    [{ why: 'nobody-agreed', person: null }],
  ])
  group.changes('Zoe', { role: 'facilitator' })
  expect(group.says('Zoe', 'stop', { person: 'Ben' })).toBe('yes')
  group.changes('Zoe', { role: 'contributor' })
  expect([
    group.says('Zoe', 'agree', { person: 'Ben' }),
    group.says('Zoe', null, { person: 'Ben' }),
    group.seenBy('Anna').answers,
  ]).toEqual(['not-asked', 'yes', []])
  group.asksMore('Zoe')
  expect(group.says('Zoe', 'agree', { person: 'Ben' })).toBe('yes')
})

it('[AGREE-17] nobody speaks over somebody who has answered themselves, to whatever words; they can change what was given', () => {
  const group = rosas()
  group.says('Kofi', 'agree', { person: 'Rosa' })
  expect([group.says('Rosa', 'disagree'), group.says('Kofi', 'agree', { person: 'Rosa' })]).toEqual([
    'yes',
    'answered-themselves',
  ])
  group.says('Rosa', null)
  expect(group.says('Kofi', 'agree', { person: 'Rosa' })).toBe('answered-themselves')
  group.says('Rosa', 'disagree', { words: 'No sensor.' })
  group.writes('Other words.')
  expect(group.says('Kofi', 'agree', { person: 'Rosa' })).toBe('answered-themselves')
  group.says('Rosa', 'stop')
  group.writes('Other words again.')
  expect([group.says('Kofi', 'agree', { person: 'Rosa' }), group.says('Kofi', null, { person: 'Rosa' })]).toEqual([
    'answered-themselves',
    'answered-themselves',
  ])
  expect(group.says('Rosa', 'agree')).toBe('yes')
})

it('[AGREE-21] the person’s answer stands first in the version and professionals’ last, whoever answered first', () => {
  const group = groupAgreeing('support', { Rosa: 'person', Pip: 'professional', Kofi: 'supporter' })
  group.asks()
  for (const name of ['Pip', 'Kofi', 'Rosa']) group.says(name, 'agree')
  expect(group.seals()).toMatchObject({ answers: [{ name: 'Rosa' }, { name: 'Kofi' }, { name: 'Pip' }] })
})
