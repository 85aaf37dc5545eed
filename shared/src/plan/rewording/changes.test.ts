import { describe, expect, it } from 'vitest'
import { carried, changesBetween, type SentenceChange, type Wording } from '../index.ts'

const words = (sentences: SentenceChange['was']) =>
  sentences.map(({ runs }) =>
    runs
      .map(({ text }) => text)
      .join('')
      .trim(),
  )
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
})
