import { expect, it } from 'vitest'
import { EVERYTHING, entriesOf, isWanted, type Wanted } from './entries.ts'
import { changeFor, commentBy, suggestionBy, threadWith } from './testing-said.ts'

const settled = { settled: { by: 'ben', at: 2 } }
const fate = { is: 'kept', by: 'rosa', at: 2 } as const
const forRosa = threadWith('for-rosa', [commentBy('ben', { mentions: ['rosa'] })])
const entries = entriesOf(
  {
    threads: [forRosa, threadWith('over', [commentBy('ben'), commentBy('olu')], settled)],
    suggestions: [
      suggestionBy('offered', 'olu', changeFor('a', ['rosa']), changeFor('b', ['ben'], { fate })),
      suggestionBy('decided', 'olu', changeFor('a', ['ben'], { fate })),
    ],
    answered: [
      {
        ...{ id: 'in-short', place: forRosa.place, by: 'kit', at: 1 },
        count: 2,
        earlier: 1,
        people: ['eve'],
        isBack: false,
      },
    ],
  },
  [{ why: 'for-me', thread: forRosa, by: 'ben' }],
)
const shown = (wanted: Partial<Wanted>, section = 'story') =>
  entries.filter((entry) => isWanted(entry, section, { ...EVERYTHING, ...wanted })).map(({ id }) => id)

it('[TALK-71] the list is everything, what is not settled or decided, or what waits', () => {
  expect(shown({})).toEqual(['for-rosa', 'over', 'offered', 'decided', 'in-short'])
  expect(shown({ which: 'open' })).toEqual(['for-rosa', 'offered'])
  expect(shown({ which: 'waiting' })).toEqual(['for-rosa'])
})

it('[TALK-67] that earlier words were put back is not listed: it asks nobody anything', () => {
  const sentence = (text: string) => [{ runs: [{ text }], opens: null }]
  const done = { is: 'accepted', by: 'rosa', at: 2 } as const
  const first = changeFor('a', ['rosa'], { was: sentence('Cold.'), becomes: sentence('Warm.'), fate: done })
  const back = changeFor('b', ['rosa'], { was: sentence('Warm.'), becomes: sentence('Cold.'), fate: done })
  const short = { ...{ id: 'short', place: forRosa.place, by: 'kit', at: 1 }, count: 1, earlier: 1, people: [] }
  const listed = entriesOf(
    {
      threads: [],
      suggestions: [suggestionBy('first', 'ben', first), { ...suggestionBy('back', 'rosa', back), at: 3 }],
      answered: [
        { ...short, isBack: true },
        { ...short, id: 'other', isBack: false },
      ],
    },
    [],
  )
  expect(listed.map(({ id }) => id)).toEqual(['first', 'other'])
})

it('[TALK-71] of one section, and with one person: who said something, whom it is for, whose words are reworded', () => {
  expect(shown({ section: 'story' })).toHaveLength(5)
  expect(shown({ section: 'people' })).toEqual([])
  expect(shown({ person: 'rosa' })).toEqual(['for-rosa', 'offered'])
  expect(shown({ person: 'olu' })).toEqual(['over', 'offered', 'decided'])
  for (const person of ['kit', 'eve']) expect(shown({ person })).toEqual(['in-short'])
  expect(shown({ person: 'olu', which: 'open' })).toEqual(['offered'])
})
