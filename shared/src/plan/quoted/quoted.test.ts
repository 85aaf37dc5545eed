import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { findQuote } from './find-quote.ts'
import { lettersOf } from './letters.ts'
import { type Anchored, anchorWords, findWords } from './quoted.ts'
import { sentenceSpans } from './sentence-spans.ts'

const ROOM = { quote: 600, around: 60 }
const OPENING = 'We walk in the orchard every day. It is ours.'

/** A text box with these paragraphs. */
function boxWith(...lines: readonly string[]) {
  const doc = new Y.Doc()
  const box = doc.getXmlFragment('place.where')
  const texts = lines.map((line) => {
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText(line)
    paragraph.insert(0, [text])
    box.insert(box.length, [paragraph])
    return text
  })
  return { doc, box, texts: texts as [Y.XmlText, ...Y.XmlText[]] }
}
const anchored = (box: Y.XmlFragment, words: string): Anchored => {
  const at = lettersOf(box).text.indexOf(words)
  return anchorWords(box, { from: at, to: at + words.length }, ROOM) as Anchored
}
const found = (box: Y.XmlFragment, words: Parameters<ReturnType<typeof findWords>>[0]) => {
  const now = findWords(box)(words)
  return now.is === 'gone' ? 'gone' : [now.is, lettersOf(box).text.slice(now.span.from, now.span.to)]
}
const withoutPositions = ({ quote, before, after }: Anchored) => ({ quote, before, after })

describe('words something was said about', () => {
  it('[TALK-3] are found again however others write before, after and around them', () => {
    const { box, texts } = boxWith('First line.', OPENING)
    const words = anchored(box, 'in the orchard')
    expect(words).toMatchObject({
      quote: 'in the orchard',
      before: 'First line.\nWe walk ',
      after: ' every day. It is ours.\n',
    })
    const [first, text] = texts as unknown as [Y.XmlText, Y.XmlText]
    first.insert(0, 'Long before that: ')
    text.insert('We walk in the orchard'.length, ' (the old one)')
    text.insert('We walk '.length, 'slowly ')
    expect(found(box, words)).toEqual(['there', 'in the orchard'])
  })

  it('[TALK-3] that were changed are told as changed, where half of them still stand; else as gone', () => {
    const { box, texts } = boxWith(OPENING)
    const words = anchored(box, 'in the orchard every day')
    const [text] = texts
    text.insert('We walk in the '.length, 'old ')
    expect(found(box, words)).toEqual(['changed', 'in the old orchard every day'])
    text.delete('We walk '.length, 'in the old orchard '.length)
    expect(found(box, words)).toBe('gone')
  })

  it('[TALK-3] that were taken out are gone, and there again after an undo', () => {
    const { box, texts } = boxWith(OPENING)
    const words = anchored(box, 'in the orchard')
    const undo = new Y.UndoManager(box)
    texts[0].delete('We walk '.length, 'in the orchard'.length)
    expect(found(box, words)).toBe('gone')
    undo.undo()
    expect(found(box, words)).toEqual(['there', 'in the orchard'])
  })

  it('[TALK-3] that were put back by undo are found by where they are, also among their like', () => {
    const { box, texts } = boxWith('Tea. Tea. Tea.')
    const at = 'Tea. '.length
    const words = anchorWords(box, { from: at, to: at + 3 }, ROOM) as Anchored
    const undo = new Y.UndoManager(box)
    texts[0].delete(at, 5)
    undo.undo()
    expect(findWords(box)(words)).toEqual({ is: 'there', span: { from: at, to: at + 3 } })
  })

  it('[TALK-3] that were cut and pasted are found where they are in this text, and not in another', () => {
    const { box, texts } = boxWith(OPENING, 'More.')
    const other = boxWith('')
    const words = anchored(box, 'in the orchard every day')
    const [text, more] = texts as unknown as [Y.XmlText, Y.XmlText]
    text.delete('We walk '.length, 'in the orchard every day'.length)
    other.texts[0].insert(0, 'in the orchard every day')
    expect(found(box, words)).toBe('gone')
    more.insert(5, ' Sit in the orchard every day.')
    expect(found(box, words)).toEqual(['there', 'in the orchard every day'])
    expect(lettersOf(box).text.indexOf('in the orchard')).toBe(findQuote(lettersOf(box).text, words)?.from)
  })

  it('[TALK-3] of another epoch are looked for by how they read, the one with the same surroundings', () => {
    const { box } = boxWith('Tea at home. Tea in the garden. Tea in town.')
    const at = 'Tea at home. '.length
    const words = withoutPositions(anchorWords(box, { from: at, to: at + 3 }, ROOM) as Anchored)
    const again = boxWith('New. Tea at home. Tea in the garden. Tea in town.')
    expect(findWords(again.box)(words)).toEqual({ is: 'there', span: { from: at + 5, to: at + 8 } })
    expect(found(boxWith('Coffee, or Tea?').box, words)).toBe('gone')
    expect(found(boxWith('Coffee.').box, words)).toBe('gone')
  })

  it('[TALK-3] that were split into lines, or had their spaces changed, are the same words', () => {
    const { box, texts } = boxWith(OPENING)
    const words = anchored(box, 'orchard every day')
    texts[0].insert('We walk in the orchard'.length, ' ')
    expect(found(box, words)[0]).toBe('there')
    expect(found(boxWith('We walk in the orchard', 'every day.').box, withoutPositions(words))).toEqual([
      'there',
      'orchard\nevery day',
    ])
  })

  it('[TALK-3] whose positions are of another text, or none, are looked for by how they read', () => {
    const { box } = boxWith(OPENING)
    const other = anchored(boxWith('Something else altogether.').box, 'else')
    const words = { ...anchored(box, 'in the orchard'), from: other.from, to: other.to }
    expect(found(box, words)).toEqual(['there', 'in the orchard'])
    expect(found(box, { ...words, from: 'AAAA////', to: '=' })).toEqual(['there', 'in the orchard'])
  })

  it('[TALK-3] are quoted without the space at their ends, and cut where they are too long', () => {
    const { box } = boxWith(`${'word '.repeat(200)}end`)
    const words = anchorWords(box, { from: 4, to: 1_003 }, ROOM)
    expect(words?.quote).toMatch(/^word.*word$/)
    expect(words?.quote.length).toBeLessThanOrEqual(600)
    expect(anchorWords(box, { from: 4, to: 5 }, ROOM)).toBeNull()
  })

  it('[TALK-3] begin and end with a whole sign, also where they were cut within one', () => {
    const { box } = boxWith(`${'x'.repeat(599)}\u{1F600} is how I feel.`)
    const words = anchorWords(box, { from: 0, to: 615 }, ROOM) as Anchored
    expect(words.quote).toBe('x'.repeat(599))
    expect(words.after.startsWith('\u{1F600} is')).toBe(true)
    expect(anchorWords(box, { from: 600, to: 604 }, ROOM)?.quote).toBe('\u{1F600} is')
    const near = boxWith('I am \u{1F600} here.')
    expect(found(near.box, { quote: 'I am \uD83D', before: '', after: '' })).toEqual(['there', 'I am \u{1F600}'])
    const [first, last] = [anchored(near.box, 'I am'), anchored(near.box, '\uD83D')]
    expect(found(near.box, { ...first, quote: 'I am it', to: last.to })).toEqual(['changed', 'I am \u{1F600}'])
  })

  it('[TALK-3] that nothing leads to, and that stand in thousands of places, are looked for in a moment', () => {
    const prose = 'She likes the sea, and the people here are kind to her. '.repeat(1_800)
    for (const text of [prose, 'a'.repeat(100_000)]) {
      const find = findWords(boxWith(text).box)
      const quotes = ['e', 'the', 'a', 'a'.repeat(100)].map((quote) => ({ quote, before: 'x', after: 'y' }))
      const many = [...quotes, { quote: 'a', before: `b${'a'.repeat(59)}`, after: 'a'.repeat(60) }]
      const before = process.cpuUsage()
      for (let n = 0; n < 20; n++) for (const words of many) find(words)
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1e6).toBeLessThan(1)
    }
  })

  it('[TALK-3] of which far more stands between them now than they were long are gone', () => {
    const { box, texts } = boxWith(OPENING)
    const words = anchored(box, 'in the orchard')
    texts[0].insert('We walk in'.length, ' many words'.repeat(2_000))
    expect(found(box, words)).toBe('gone')
  })

  it('[TALK-3] of a long text that stand there many times are found where the same words are around them', () => {
    const weeks = Array.from({ length: 900 }, (_, n) => `In week ${n} we saw ducks.`)
    const { box } = boxWith(weeks.join(' '))
    const at = weeks.slice(0, 700).join(' ').length + 'In week 700 '.length + 1
    const words = anchorWords(box, { from: at, to: at + 'we saw'.length }, ROOM) as Anchored
    const again = boxWith(['Before all that.', ...weeks].join(' '))
    expect(findWords(again.box)(withoutPositions(words))).toMatchObject({ span: { from: at + 17 } })
  })

  it('[TALK-3] 500 of one long text are found in less than 20 ms', () => {
    const { box, texts } = boxWith(
      ...Array.from({ length: 200 }, (_, i) => `Line ${i} of the plan is about ${i * 7} apples.`),
    )
    for (const [i, text] of texts.entries()) text.insert(5, i % 3 ? 'x' : '')
    const { text } = lettersOf(box)
    const all = Array.from({ length: 500 }, (_, i) => {
      const from = ((i * 37) % (text.length - 40)) + 1
      return anchorWords(box, { from, to: from + 25 }, ROOM)
    }).filter((words) => words !== null)
    expect(all.length).toBeGreaterThan(450)
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now()
      const find = findWords(box)
      for (const words of all) expect(find(words).is).toBe('there')
      return performance.now() - began
    })
    expect(Math.min(...times)).toBeLessThan(20)
  })
})

it('[TALK-42] the sentences of a text can be chosen, each with where it stands', () => {
  const { box } = boxWith('We walk. We sit, e.g. on the bench.', 'It is ours.')
  const { text } = lettersOf(box)
  const spans = sentenceSpans(box)
  expect(spans.map(({ words }) => words)).toEqual(['We walk.', 'We sit, e.g. on the bench.', 'It is ours.'])
  expect(spans.map(({ from, to }) => text.slice(from, to).trim())).toEqual(spans.map(({ words }) => words))
})
