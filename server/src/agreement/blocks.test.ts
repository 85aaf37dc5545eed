import { expect, it } from 'vitest'
import { groupAgreeing } from '../testing/group-agreeing.ts'

const ATTORNEY = { acting: 'attorney', person: 'Pip', words: 'Money' } as const

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

it('[AGREE-59] what somebody said who has left does not carry a plan, and is marked as theirs; their no is still in the way', () => {
  const group = street()
  group.comes('Rhys', 'resident')
  group.asksMore('Rhys')
  group.says('Rhys', 'agree')
  expect(group.blocks()).toEqual([])
  group.leaves('Rhys')
  expect([group.blocks(), group.seals()]).toEqual([[NOBODY], 'cannot-be-sealed'])
  group.says('Anna', 'agree')
  expect(group.seenBy('Ben')).toMatchObject({
    answers: [{ person: 'Rhys', left: true }, { left: false }],
    answered: ['Anna'],
  })
  const record = group.seals()
  expect(record).toMatchObject({ answers: [{ name: 'Rhys', left: true }, { name: 'Anna' }] })
  expect(JSON.stringify(record).match(/left/g)).toHaveLength(1)
})

it('[AGREE-59] nobody is taken out of a plan to get past their no, where everyone has to be content', () => {
  const group = groupAgreeing('area', { Anna: 'resident', Ben: 'carer' })
  group.asks('Anna', { onDisagreement: 'everyone' })
  group.says('Anna', 'agree')
  group.says('Ben', 'disagree')
  group.leaves('Ben')
  expect(group.blocks()).toEqual([{ why: 'disagreement', person: 'Ben' }])
})

it('[AGREE-59] nor does what was said in place of the person, by who decided and has left', () => {
  const group = groupAgreeing('support', { Pip: 'professional', Kofi: 'supporter' })
  group.asks('Pip', { decides: { ...ATTORNEY, person: 'Kofi' } })
  group.says('Kofi', 'agree', { acting: 'attorney' })
  group.says('Pip', 'agree')
  expect(group.blocks()).toEqual([])
  group.leaves('Kofi')
  expect(group.blocks()).toEqual([{ why: 'person-first', person: null }])
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
    decides: { acting: 'attorney', name: 'Pip', words: 'Money' },
    answers: [
      { name: 'Rosa', voice: 'person', by: 'Pip', acting: 'attorney', advocate: 'Mo', ofTheseWords: true },
      { name: 'Kofi', ofTheseWords: false },
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

it('[AGREE-18] only who is named decides for the person, whatever their role; and is asked whether ticked or not', () => {
  const group = groupAgreeing('support', { Kofi: 'supporter', Ines: 'carer', Rosa: 'person' })
  group.changes('Ines', { role: 'viewer' })
  group.asks('Kofi', { asked: ['Kofi'], decides: { ...ATTORNEY, person: 'Ines' } })
  expect(group.seenBy('Kofi').asked).toEqual(['Kofi', 'Ines', 'Rosa'])
  const said = { person: 'Rosa', acting: 'attorney' } as const
  expect([group.says('Kofi', 'agree', said), group.says('Ines', 'agree', { ...said, acting: 'deputy' })]).toEqual([
    'bad-request',
    'bad-request',
  ])
  expect(group.says('Ines', 'agree', { person: 'Rosa' })).toBe('not-allowed')
  expect([group.says('Ines', 'agree', said), group.blocks()]).toEqual(['yes', []])
  // Another round, in which somebody else decides: what was said as that is not theirs.
  group.ends()
  group.asks('Kofi', { decides: { ...ATTORNEY, person: 'Kofi' } })
  expect(group.says('Ines', 'agree', said)).toBe('bad-request')
})

it('[AGREE-18] where the person is not in the plan, who decides for them answers in their place, and nobody else', () => {
  const group = groupAgreeing('support', { Pip: 'professional', Kofi: 'supporter', Vera: 'resident' })
  group.changes('Vera', { role: 'viewer' })
  group.asks('Pip', { decides: { ...ATTORNEY, person: 'Kofi' } })
  group.says('Pip', 'agree')
  expect(group.blocks()).toEqual([{ why: 'person-first', person: null }])
  const inPlace = { acting: 'attorney' } as const
  expect([
    group.says('Vera', 'agree', inPlace),
    group.says('Pip', 'agree', inPlace),
    group.says('Kofi', 'agree', { acting: 'deputy' }),
    group.says('Kofi', 'agree', inPlace),
  ]).toEqual(['bad-request', 'bad-request', 'bad-request', 'yes'])
  expect(group.blocks()).toEqual([])
  // Once the person is there, it is theirs to say.
  group.comes('Rosa', 'person')
  expect(group.blocks()).toEqual([{ why: 'person-first', person: 'Rosa' }])
})

it('[AGREE-12] a stop said in the person’s place by who has left since is gone over with a reason, as any other’s', () => {
  const group = groupAgreeing('support', { Pip: 'professional', Kofi: 'supporter' })
  group.asks('Pip', { decides: { ...ATTORNEY, person: 'Kofi' } })
  group.says('Kofi', 'stop', { acting: 'attorney' })
  group.ends()
  group.asks('Pip', { decides: { ...ATTORNEY, person: 'Pip' } })
  group.says('Pip', 'agree', { acting: 'attorney' })
  expect(group.blocks()).toEqual([{ why: 'person-stop', person: 'Kofi' }])
  group.leaves('Kofi')
  expect([group.blocks(), group.seals()]).toEqual([[{ why: 'stop', person: 'Kofi' }], 'why-needed'])
})

it('[AGREE-38] nobody takes out who decides for the person to get past their stop; they come back and take it back', () => {
  const group = groupAgreeing('support', { Pip: 'professional', Kofi: 'supporter', Mo: 'professional' })
  group.asks('Pip', { decides: { ...ATTORNEY, person: 'Kofi' } })
  group.says('Kofi', 'stop', { acting: 'attorney' })
  group.leaves('Kofi', true)
  group.ends()
  group.asks('Pip', { decides: { ...ATTORNEY, acting: 'best-interests', person: 'Mo' } })
  group.says('Mo', 'agree', { acting: 'best-interests' })
  expect([group.blocks(), group.seals({ wentOn: 'We must.' })]).toEqual([
    [{ why: 'person-stop', person: 'Kofi' }],
    'cannot-be-sealed',
  ])
  group.comes('Kofi', 'supporter')
  expect([group.says('Kofi', null), group.blocks()]).toEqual(['yes', []])
})

it('[AGREE-33] a stop that was passed on, to a section too, is taken back through somebody, also in a later round', () => {
  const group = groupAgreeing('support', { Rosa: 'person', Kofi: 'supporter', Pip: 'professional' })
  group.writes('Sunday lunch.')
  group.asks('Rosa', { bySection: true })
  const section = 'important-people'
  expect(group.says('Kofi', 'stop', { person: 'Rosa', section })).toBe('yes')
  expect(group.blocks()).toContainEqual({ why: 'person-stop', person: 'Rosa' })
  group.ends()
  group.asks('Rosa', { asked: ['Kofi'] })
  expect([
    group.says('Pip', null, { person: 'Rosa', section }),
    group.says('Kofi', null, { person: 'Rosa', section }),
  ]).toEqual(['supporter-needed', 'yes'])
  group.says('Kofi', 'agree', { person: 'Rosa' })
  expect(group.blocks()).toEqual([])
})

it('[AGREE-18] what the person took back, or said of a section, does not keep who decides from answering to the whole', () => {
  const group = groupAgreeing('support', { Kofi: 'supporter', Pip: 'professional', Rosa: 'person' })
  group.writes('Sunday lunch.')
  group.asks('Kofi', { bySection: true, decides: ATTORNEY })
  group.says('Kofi', 'agree', { person: 'Rosa' })
  group.says('Rosa', null)
  group.says('Rosa', 'agree', { section: 'important-people' })
  const decides = { person: 'Rosa', acting: 'attorney' } as const
  expect(group.says('Pip', 'disagree', { ...decides, section: 'important-people' })).toBe('answered-themselves')
  expect([group.says('Pip', 'agree', decides), group.blocks()]).toEqual(['yes', []])
  group.says('Rosa', 'disagree')
  expect(group.says('Pip', 'agree', decides)).toBe('answered-themselves')
})
