import { describe, expect, it } from 'vitest'
import {
  carried,
  changesBetween,
  type RichText,
  type SentenceChange,
  sentencesOf,
  textWith,
  type Wording,
  wordsOwned,
} from '../index.ts'

const words = (sentences: SentenceChange['was']) =>
  sentences.map(({ runs }) =>
    runs
      .map(({ text }) => text)
      .join('')
      .trim(),
  )
const idsOf = (changes: readonly SentenceChange[]) => changes.map(({ id }) => id)
const told = (was: Wording, proposed: Wording) =>
  changesBetween(was, proposed).map(({ was, becomes }) => [words(was), words(becomes)])
const left = (was: string, proposed: string, now: string) =>
  carried(changesBetween(was, proposed), now).map(({ is, at }) => [is, at])

describe('other words for a text, as changes', () => {
  it('[TALK-21] tells one change a sentence, with its neighbours', () => {
    const was = 'I like cats. I like dogs. Mum is nice. Dad is here.'
    const changes = changesBetween(was, 'I like big cats. Mum is nice. Dad is here. We are four.')
    expect(
      changes.map(({ id, was, becomes, before, after }) => [id, words(was), words(becomes), before, after]),
    ).toEqual([
      ['c1', ['I like cats.'], ['I like big cats.'], '', 'I like dogs.'],
      ['c2', ['I like dogs.'], [], 'I like cats.', 'Mum is nice.'],
      ['c3', [], ['We are four.'], 'Dad is here.', ''],
    ])
  })

  it('[TALK-21] tells neighbours that are both reworded as two, and what came beside a reworded one with it', () => {
    expect(told('I like cats. I hate dogs.', 'I love cats. I fear dogs. And mice.')).toEqual([
      [['I like cats.'], ['I love cats.']],
      [['I hate dogs.'], ['I fear dogs.', 'And mice.']],
    ])
  })

  it('[TALK-21] tells as one what would run into each other', () => {
    // Without the second change the first line would be “One Two.”.
    expect(told('One. Two.', 'One')).toEqual([[['One.', 'Two.'], ['One']]])
  })

  it('[TALK-21] tells with more of what is around it what could not be told from its like', () => {
    const was = 'Ann. Bob. Ann. Bob. Ann. Eve.'
    const proposed = 'Ann. Bob. Ann. Cat. Ann. Eve.'
    const changes = changesBetween(was, proposed)
    expect(told(was, proposed)).toEqual([
      [
        ['Bob.', 'Ann.'],
        ['Cat.', 'Ann.'],
      ],
    ])
    expect(textWith(was, changes, ['c1'])).toBe(proposed)
  })

  it('[TALK-21] tells as one that a sentence is moved, and by itself what happens elsewhere', () => {
    const was = 'Up we get. I live by the sea. Cats sleep. Dogs bark. Ducks swim. It is all.'
    const proposed = 'Up we go. Cats sleep. Dogs bark. I live by the sea. Ducks swim. It is all.'
    expect(told(was, proposed)).toEqual([
      [['Up we get.'], ['Up we go.']],
      [
        ['I live by the sea.', 'Cats sleep.', 'Dogs bark.'],
        ['Cats sleep.', 'Dogs bark.', 'I live by the sea.'],
      ],
    ])
    expect(told('Yes. Cats sleep. Dogs bark.', 'Cats sleep. Dogs bark. Yes.')).toHaveLength(2)
  })

  it('[TALK-21] tells as one what becomes a list', () => {
    const line = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const
    const [milk, tea, last] = [line('Milk.'), line('Tea.'), line('Last.')]
    expect(told([milk, tea, last], [{ type: 'numbers', items: [[milk], [tea]] }, last])).toEqual([
      [
        ['Milk.', 'Tea.'],
        ['Milk.', 'Tea.'],
      ],
    ])
  })

  it('[TALK-23] tells none where only space differs', () => {
    expect(changesBetween('One.  Two. ', 'One. Two.')).toEqual([])
  })

  it('[TALK-24] carries each over by its sentence', () => {
    const was = 'One is. Two is. Three is.'
    const proposed = 'One was. Two is. Three was. Four was.'
    expect(left(was, proposed, was)).toEqual([
      ['fits', 0],
      ['fits', 2],
    ])
    expect(left(was, proposed, 'Zero. One is. Two is not. Three is.')).toEqual([
      ['fits', 1],
      ['fits', 3],
    ])
    expect(left(was, proposed, 'One was. Two is. Three is here.')).toEqual([
      ['there', 0],
      ['gone', null],
    ])
  })

  it('[TALK-24] of like sentences takes the one with the same neighbours, and none where nothing tells which', () => {
    const was = 'Ann is in. Yes. Bob is in. Yes. Cat is in.'
    const second = 'Ann is in. Yes. Bob is in. Maybe. Cat is in.'
    expect(left(was, second, was)).toEqual([['fits', 3]])
    expect(left(was, second, 'Yes. Ann is in. Yes. Bob is out. Yes. Cat is in.')).toEqual([['fits', 4]])
    expect(left(was, second, 'Yes. Ann is in. Yes.')).toEqual([['gone', null]])
    const [change] = changesBetween(was, second)
    // Where it was accepted it is that which stands there, and the like sentence is another change’s.
    expect(carried([{ ...(change as SentenceChange), fate: { is: 'accepted' } }], second)).toEqual([
      { id: 'c1', is: 'there', at: 3, length: 1 },
    ])
  })

  it('[TALK-24] tells like sentences apart that were changed both, whichever was decided', () => {
    const was = 'In. Yes. Out. In. Yes. Out.'
    const changes = changesBetween(was, 'In. No. Out. In. Never. Out.')
    expect(changes).toHaveLength(2)
    const kept = changes.map((change, n) => (n === 0 ? { ...change, fate: { is: 'kept' as const } } : change))
    expect(carried(kept, was).map(({ at }) => at)).toEqual([1, 4])
    expect(textWith(was, kept, ['c2'])).toBe('In. Yes. Out. In. Never. Out.')
    expect(textWith(was, changes, ['c2'])).toBe('In. Yes. Out. In. Never. Out.')
  })

  it('[TALK-24] how a line is to be set out is there where it is set out so, and fits where it is not', () => {
    const line = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const
    const heading = { type: 'heading', level: 2, runs: [{ text: 'I like tea.' }] } as const
    const was = [line('I like tea.'), line('Last.')]
    const changes = changesBetween(was, [heading, line('Last.')])
    const is = (now: RichText) => carried(changes, now).map((one) => one.is)
    expect(is(was)).toEqual(['fits'])
    expect(is([line('New.'), line('I like tea.')])).toEqual(['fits'])
    expect(is([heading, line('Last.')])).toEqual(['there'])
    expect(is([line('New.'), heading])).toEqual(['there'])
    expect(is([line('Last.')])).toEqual(['gone'])
    const alone = changesBetween([line('I like tea.')], [heading])
    expect(carried(alone, [heading]).map((one) => one.is)).toEqual(['there'])
  })

  it('[TALK-24] puts new sentences beside the neighbour that is left, and not in twice', () => {
    const was = 'One is. Two is.'
    const proposed = 'One is. New is. Two is.'
    expect(left(was, proposed, 'One is. Two was.')).toEqual([['fits', 1]])
    expect(left(was, proposed, 'One was. Two was.')).toEqual([['gone', null]])
    expect(left(was, proposed, 'One is. New is. Two was.')).toEqual([['there', 1]])
    expect(left(was, 'Two is.', 'Zero. Two is.')).toEqual([['gone', null]])
    expect(left(was, 'Two is.', 'Two is. Three is.')).toEqual([['there', 0]])
  })

  it('[TALK-24] puts words for an empty text at the end of one that is not empty any more', () => {
    const changes = changesBetween('', 'New.')
    expect(textWith('', changes, ['c1'])).toBe('New.')
    expect(textWith('Old.', changes, ['c1'])).toBe('Old.\nNew.')
  })

  it('[TALK-25] keeps how lines are set out now, unless that was suggested', () => {
    const line = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const
    const was = [line('Milk is good. Tea is.'), line('Last.')]
    const changes = changesBetween(was, [line('Milk is best. Tea is.'), line('Last.')])
    expect(
      textWith([{ type: 'bullets', items: [[line('Milk is good. Tea is.')], [line('Last.')]] }], changes, ['c1']),
    ).toEqual([{ type: 'bullets', items: [[line('Milk is best. Tea is.')], [line('Last.')]] }])
    const split = changesBetween(was, [line('Milk is good.'), line('Tea is.'), line('Last.')])
    expect(textWith(was, split, idsOf(split))).toEqual([line('Milk is good.'), line('Tea is.'), line('Last.')])
  })

  it('[TALK-25] leaves its line to the sentence after one that is taken out', () => {
    const was = [
      { type: 'heading', level: 2, runs: [{ text: 'Home' }] },
      { type: 'paragraph', runs: [{ text: 'One is. Two is.' }] },
    ] as const
    const proposed = [was[0], { type: 'paragraph', runs: [{ text: 'Two is.' }] }] as const
    expect(told(was, proposed)).toEqual([[['One is.'], []]])
    expect(textWith(was, changesBetween(was, proposed), ['c1'])).toEqual(proposed)
  })

  it('[TALK-26] tells who wrote words of the sentences a change rewords, as they stand now', () => {
    const was = 'One is. Two is. Three is. Four is. !!!'
    const changes = changesBetween(was, 'One was. Two is. Three was. ???')
    const signed: RichText = [
      {
        type: 'paragraph',
        runs: [
          { text: 'One is.', by: 1 },
          { text: ' Two is. ', by: 2 },
          { text: 'Thr', by: 3 },
          { text: 'ee is', by: 4 },
          { text: '. ', by: 5 },
          { text: 'Four is.' },
          { text: ' !!!', by: 6 },
        ],
      },
    ]
    const owned = wordsOwned({ changes, placed: carried(changes, signed), signed: sentencesOf(signed) }, (by) => [by])
    expect(changes.map(({ id, was }) => [words(was), owned.get(id)])).toEqual([
      [['One is.'], [1]],
      [['Three is.'], [3, 4]],
      [['Four is.', '!!!'], [6]],
    ])
    expect(wordsOwned({ changes, placed: carried(changes, []), signed: [] }, (by) => [by])).toEqual(new Map())
  })

  it('[TALK-26] a sentence that is offered a second time is also theirs who said it; a short one is nobody’s', () => {
    const was = 'I live by the sea. Yes. Cats sleep. Ducks swim.'
    const changes = changesBetween(was, 'I live by the sea. Yes. Cats sleep. I live by the sea. Ducks swim. Yes.')
    const runs = [
      { text: 'I live by the sea. Yes.', by: 1 },
      { text: ' Cats sleep.', by: 2 },
      { text: ' Ducks swim.', by: 3 },
    ]
    const signed: RichText = [{ type: 'paragraph', runs }]
    const owned = wordsOwned({ changes, placed: carried(changes, signed), signed: sentencesOf(signed) }, (by) => [by])
    expect(changes.map(({ id, becomes }) => [words(becomes), owned.get(id)])).toEqual([
      [['I live by the sea.'], [1]],
      [['Yes.'], []],
    ])
  })
})
