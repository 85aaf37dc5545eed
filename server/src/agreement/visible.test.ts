import { expect, it } from 'vitest'
import { groupAgreeing } from '../testing/group-agreeing.ts'

const shownTo = (group: ReturnType<typeof groupAgreeing>, me: string) => {
  const { answers, isWaiting, answered, blocks } = group.seenBy(me)
  return { isWaiting, answered, whose: answers.map(({ person }) => person), blocks }
}

it('[AGREE-15] in a support plan others’ answers are seen by nobody else before the person has answered', () => {
  const group = groupAgreeing('support', { Rosa: 'person', Kofi: 'supporter', Pip: 'professional' })
  group.asks()
  group.says('Pip', 'stop', { words: 'Too soon.' })
  group.says('Pip', 'agree', { person: 'Kofi' })
  const first = { why: 'person-first', person: 'Rosa' }
  const answered = ['Pip', 'Kofi']
  // Not even that somebody said stop: where there is one other, that would be their answer.
  const blocks = [first]
  expect(shownTo(group, 'Rosa')).toEqual({ isWaiting: true, answered, whose: [], blocks })
  expect(shownTo(group, 'Kofi')).toEqual({ isWaiting: true, answered, whose: ['Kofi'], blocks })
  const pips = [first, { why: 'stop', person: 'Pip' }]
  expect(shownTo(group, 'Pip')).toEqual({ isWaiting: true, answered, whose: ['Pip', 'Kofi'], blocks: pips })
  group.says('Rosa', 'more-time')
  expect(shownTo(group, 'Rosa')).toMatchObject({ isWaiting: true, whose: ['Rosa'] })
  group.says('Rosa', 'disagree', { words: 'Not yet.' })
  expect(shownTo(group, 'Rosa')).toMatchObject({
    isWaiting: false,
    whose: ['Pip', 'Kofi', 'Rosa'],
    blocks: [{ why: 'stop', person: 'Pip' }],
  })
  group.says('Rosa', null)
  expect(shownTo(group, 'Kofi')).toMatchObject({ isWaiting: false, whose: ['Pip', 'Kofi'] })
})

it('[AGREE-15] in an area plan they are seen once somebody who lives with it, and is asked, has answered', () => {
  const group = groupAgreeing('area', { Pip: 'professional', Anna: 'resident', Ben: 'carer' })
  group.asks('Pip', { asked: ['Pip', 'Anna'] })
  group.says('Pip', 'disagree')
  expect([shownTo(group, 'Anna').whose, group.seenBy('Anna').isWaiting]).toEqual([[], true])
  group.says('Anna', 'agree')
  expect(shownTo(group, 'Ben').whose).toEqual(['Pip', 'Anna'])
  group.ends()
  group.asks('Pip', { asked: ['Pip'] })
  group.says('Pip', 'agree')
  expect(shownTo(group, 'Anna')).toMatchObject({ isWaiting: false, whose: ['Pip'] })
})

it('[AGREE-15] the word of who decides for a person who is not there comes first', () => {
  const group = groupAgreeing('support', { Pip: 'professional', Kofi: 'supporter' })
  group.asks('Pip', { decides: { acting: 'deputy', person: 'Kofi', words: '' } })
  group.says('Pip', 'agree')
  expect(shownTo(group, 'Kofi').whose).toEqual([])
  group.says('Kofi', 'agree', { acting: 'deputy' })
  expect(shownTo(group, 'Kofi').whose).toEqual(['Pip', 'Kofi'])
})

it('[AGREE-17] [AGREE-49] tells who has answered themselves, taken back or not, and not what: nobody is offered to answer for them', () => {
  const group = groupAgreeing('area', { Anna: 'resident', Ben: 'professional', Pip: 'professional' })
  group.asks()
  const spoke = (me: string) => group.seenBy(me).spoke
  group.says('Pip', 'stop')
  group.says('Pip', null)
  group.says('Pip', 'agree', { person: 'Ben' })
  expect(spoke('Anna')).toEqual(['Pip'])
  expect(shownTo(group, 'Anna')).toMatchObject({ whose: [], answered: ['Ben'] })
  expect(group.says('Anna', 'agree', { person: 'Pip' })).toBe('answered-themselves')
  group.says('Pip', 'stop')
  group.ends()
  group.asks()
  // Where others' answers are hidden, that somebody's stop stands from before is not given away.
  expect(spoke('Anna')).toEqual([])
  expect(spoke('Pip')).toEqual(['Pip'])
  expect(shownTo(group, 'Pip')).toMatchObject({ whose: ['Pip'], answered: [] })
  group.says('Anna', 'agree')
  expect(spoke('Ben')).toEqual(['Anna', 'Pip'])
})
