import { expect, it } from 'vitest'
import { groupAgreeing } from '../testing/group-agreeing.ts'

const ATTORNEY = { acting: 'attorney', name: 'Ines Hill', words: 'Money' } as const

const street = () => {
  const group = groupAgreeing('area', { Anna: 'resident', Ben: 'carer', Pip: 'professional' })
  group.asks()
  return group
}
const rosas = () => {
  const group = groupAgreeing('support', { Rosa: 'person', Kofi: 'supporter', Pip: 'professional' })
  group.asks()
  return group
}
const NOBODY = { why: 'nobody-agreed', person: null } as const

it('[AGREE-10] somebody has to agree to these words, as a whole; silence neither agrees nor stops', () => {
  const group = street()
  expect([group.blocks(), group.seals()]).toEqual([[NOBODY], 'cannot-be-sealed'])
  group.says('Ben', 'disagree')
  group.says('Anna', 'more-time')
  expect(group.blocks()).toEqual([NOBODY])
  group.says('Pip', 'agree-with')
  expect(group.blocks()).toEqual([])
  group.writes('Other words.')
  expect([group.blocks(), group.seals()]).toEqual([[NOBODY], 'cannot-be-sealed'])
  group.says('Anna', 'agree')
  group.says('Anna', null)
  expect(group.blocks()).toEqual([NOBODY])
  group.ends()
  group.writes('The mill.')
  group.asks('Anna', { bySection: true })
  group.says('Anna', 'agree', { section: 'place' })
  expect(group.blocks()).toEqual([NOBODY])
})

it('[AGREE-9] a stop stands, whatever words are changed, until who said it says something else or takes it back', () => {
  const group = street()
  group.says('Anna', 'agree')
  group.says('Ben', 'stop')
  expect(group.blocks()).toEqual([{ why: 'stop', person: 'Ben' }])
  group.writes('A comma more.')
  group.says('Anna', 'agree')
  expect([group.blocks(), group.seals()]).toEqual([[{ why: 'stop', person: 'Ben' }], 'why-needed'])
  group.says('Ben', null)
  expect(group.blocks()).toEqual([])
})

it('[AGREE-9] a stop stands when its person leaves, and in the next round, also of one who is not asked then', () => {
  const group = street()
  group.says('Ben', 'stop')
  group.says('Pip', 'stop')
  group.says('Anna', 'disagree')
  group.leaves('Pip')
  group.ends()
  group.asks('Anna', { asked: ['Anna'], onDisagreement: 'everyone' })
  group.says('Anna', 'agree')
  expect(group.blocks()).toEqual([
    { why: 'stop', person: 'Ben' },
    { why: 'stop', person: 'Pip' },
  ])
  expect([group.says('Ben', 'agree'), group.blocks()]).toEqual(['yes', [{ why: 'stop', person: 'Pip' }]])
  expect(group.seals({ wentOn: 'Pip has left.' })).toMatchObject({ wentOn: 'Pip has left.' })
  group.asks()
  group.says('Anna', 'agree')
  expect(group.blocks()).toEqual([])
})

it('[AGREE-13] over somebody else’s stop the owner goes on only with the reason, which stands in the version', () => {
  const group = street()
  group.says('Anna', 'agree')
  group.says('Ben', 'stop', { words: 'Not the bench.' })
  expect([group.seals(), group.seals({ wentOn: '\u200b ' })]).toEqual(['why-needed', 'why-needed'])
  expect(group.seals({ wentOn: 'We meet again in May.' })).toMatchObject({
    wentOn: 'We meet again in May.',
    answers: [{ name: 'Anna' }, { name: 'Ben', answer: 'stop', words: 'Not the bench.' }],
  })
  group.asks()
  group.says('Anna', 'agree')
  expect(group.seals({ wentOn: 'Nobody said stop.' })).toMatchObject({ wentOn: '' })
})

it('[AGREE-14] where everyone has to be content, who disagrees or needs time stops it too, until they say something else', () => {
  const group = groupAgreeing('area', { Anna: 'resident', Ben: 'carer', Pip: 'professional' })
  group.asks('Anna', { onDisagreement: 'everyone' })
  group.says('Anna', 'agree')
  group.says('Ben', 'disagree')
  group.says('Pip', 'more-time')
  const both = [
    { why: 'disagreement', person: 'Ben' },
    { why: 'more-time', person: 'Pip' },
  ]
  expect([group.blocks(), group.seals({ wentOn: 'All the same.' })]).toEqual([both, 'cannot-be-sealed'])
  group.writes('A comma more.')
  group.says('Anna', 'agree')
  expect(group.blocks()).toEqual(both)
  group.says('Ben', 'agree-with')
  group.says('Pip', null)
  expect(group.blocks()).toEqual([])
})

it('[AGREE-11] a support plan is not sealed before the person has answered these very words; needing time is no answer yet', () => {
  const group = rosas()
  group.says('Kofi', 'agree')
  const first = { why: 'person-first', person: 'Rosa' } as const
  expect([group.blocks(), group.seals({ wentOn: 'Now.' })]).toEqual([[first], 'cannot-be-sealed'])
  group.says('Rosa', 'more-time')
  expect(group.blocks()).toEqual([first])
  group.says('Rosa', 'disagree')
  expect(group.blocks()).toEqual([])
  group.writes('Other words.')
  group.says('Kofi', 'agree')
  expect(group.blocks()).toEqual([first])
  group.says('Rosa', 'agree')
  expect(group.blocks()).toEqual([])
})

it('[AGREE-12] nobody seals a support plan over the person’s stop, whatever they say or to whatever section', () => {
  const group = groupAgreeing('support', { Rosa: 'person', Kofi: 'supporter' })
  group.writes('Sunday lunch.')
  group.asks('Rosa', { bySection: true })
  group.says('Kofi', 'agree')
  group.says('Rosa', 'agree')
  group.says('Rosa', 'stop', { section: 'important-people' })
  expect([group.blocks(), group.seals({ wentOn: 'We must.' })]).toEqual([
    [{ why: 'person-stop', person: 'Rosa' }],
    'cannot-be-sealed',
  ])
  // Also when she has left her place, or the plan.
  group.changes('Rosa', { seat: false, voice: 'resident' })
  expect(group.blocks()).toContainEqual({ why: 'person-stop', person: 'Rosa' })
  group.leaves('Rosa')
  expect(group.seals({ wentOn: 'We must.' })).toBe('cannot-be-sealed')
})

it('[AGREE-18] who decides for a person who cannot is named in the version; the person’s own stop stops all the same', () => {
  const group = groupAgreeing('support', { Kofi: 'supporter', Pip: 'professional', Rosa: 'person' })
  group.asks('Kofi', { decides: ATTORNEY })
  group.says('Kofi', 'agree')
  expect(group.blocks()).toEqual([{ why: 'person-first', person: 'Rosa' }])
  expect(group.says('Pip', 'agree', { person: 'Rosa', acting: 'attorney', advocate: 'Mo' })).toBe('yes')
  expect(group.blocks()).toEqual([])
  group.says('Rosa', 'stop')
  expect(group.blocks()).toEqual([{ why: 'person-stop', person: 'Rosa' }])
  group.says('Rosa', null)
  group.writes('Other words.')
  group.says('Pip', 'agree', { person: 'Rosa', acting: 'attorney', advocate: 'Mo' })
  expect(group.seals()).toMatchObject({
    decides: ATTORNEY,
    answers: [
      { name: 'Kofi', ofTheseWords: false },
      { name: 'Rosa', voice: 'person', by: 'Pip', acting: 'attorney', advocate: 'Mo', ofTheseWords: true },
    ],
  })
})

it('[AGREE-18] what a supporter passes on is not the word of who decides for the person', () => {
  const group = groupAgreeing('support', { Kofi: 'supporter', Pip: 'professional', Rosa: 'person' })
  group.asks('Kofi', { decides: ATTORNEY })
  group.says('Kofi', 'agree', { person: 'Rosa' })
  expect([group.blocks(), group.seals()]).toEqual([[{ why: 'person-first', person: 'Rosa' }], 'cannot-be-sealed'])
  group.says('Pip', 'agree', { person: 'Rosa', acting: 'attorney' })
  expect(group.blocks()).toEqual([])
})

it('[AGREE-18] where the person is not in the plan, who decides for them answers in their place', () => {
  const group = groupAgreeing('support', { Pip: 'professional', Kofi: 'supporter' })
  group.asks('Pip', { decides: ATTORNEY })
  group.says('Pip', 'agree')
  expect(group.blocks()).toEqual([{ why: 'person-first', person: null }])
  expect([
    group.says('Kofi', 'agree', { acting: 'deputy' }),
    group.says('Kofi', 'agree', { acting: 'attorney' }),
  ]).toEqual(['bad-request', 'yes'])
  expect(group.blocks()).toEqual([])
  // Once the person is there, it is theirs to say.
  group.comes('Rosa', 'person')
  expect(group.blocks()).toEqual([{ why: 'person-first', person: 'Rosa' }])
})
