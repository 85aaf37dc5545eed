import { expect, it } from 'vitest'
import { asWritten, type CareWordList } from './care-words/care-word.ts'
import { findCareWords } from './care-words/find-care-words.ts'
import { findMeanings } from './find-meanings.ts'

const list: CareWordList = {
  words: [
    { id: 'direct-payment', word: 'direct payment', also: ['direct payments'], means: 'Ours.', easier: 'money' },
    { id: 'respite', word: 'respite', means: 'Ours too.' },
  ],
  formsOf: asWritten,
}
const care = { words: list.words, find: findCareWords(list) }
const plan = (word: string) => ({ id: `plan ${word}`, word, meaning: `Theirs of ${word}` })
const told = (text: string, ...words: string[]) =>
  findMeanings(
    words.map(plan),
    care,
    'en',
  )(text).map(({ text, meaning }) => (meaning ? `[${text}: ${meaning.from} ${meaning.meaning}]` : text))

it('[A11Y-73] of a word that the plan explains and we do, every form is told as the plan says', () => {
  expect(told('Respite and Direct payments, a direct payment', 'direct payment')).toEqual([
    '[Respite: list Ours too.]',
    ' and ',
    '[Direct payments: plan Theirs of direct payment]',
    ', a ',
    '[direct payment: plan Theirs of direct payment]',
  ])
})

it('[A11Y-73] where the plan explains a part of our word, or more than it, its own is told there', () => {
  expect(told('a direct payment', 'payment')).toEqual(['a direct ', '[payment: plan Theirs of payment]'])
  expect(told('respite house, respite', 'respite house')).toEqual([
    '[respite house: plan Theirs of respite house]',
    ', ',
    '[respite: list Ours too.]',
  ])
})

it('[A11Y-72] without our list, only what the plan explains is told', () => {
  const pieces = findMeanings([plan('respite')], undefined, 'en')('respite, direct payment')
  expect(pieces.map(({ text, meaning }) => [text, meaning?.from])).toEqual([
    ['respite', 'plan'],
    [', direct payment', undefined],
  ])
})

it('[A11Y-73] what is shown of our word is named as it stands in the text, initials with what they are', () => {
  const team: CareWordList = {
    words: [{ id: 'mdt', word: 'multidisciplinary team', also: ['MDT', 'multidisciplinary'], means: 'Ours.' }],
    formsOf: asWritten,
  }
  const find = findMeanings([], { words: team.words, find: findCareWords(team) }, 'en')
  const named = find('Multidisciplinary, and the MDT').flatMap(({ meaning }) => meaning?.word ?? [])
  expect(named).toEqual(['Multidisciplinary', 'multidisciplinary team (MDT)'])
})
