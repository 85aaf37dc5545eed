import { expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  acceptIn,
  type Block,
  changesBetween,
  type RichText,
  readRichText,
  rewordIn,
  textRoot,
  textWith,
} from '../index.ts'

const line = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] })
const heading = (text: string): Block => ({ type: 'heading', level: 1, runs: [{ text }] })

/** Changes of a text, and that they make the other of it; within so many seconds of work, however busy the machine is. */
function changesIn(seconds: number, was: RichText, proposed: RichText): number {
  const before = process.cpuUsage()
  const changes = changesBetween(was, proposed)
  const { user, system } = process.cpuUsage(before)
  expect(
    textWith(
      was,
      changes,
      changes.map(({ id }) => id),
    ),
  ).toEqual(proposed)
  expect((user + system) / 1e6).toBeLessThan(seconds)
  return changes.length
}

// Quiet, each takes a tenth of that; where the whole text was tried for each change it took minutes.
it('[TALK-21] texts as long as they can be take a moment, however they differ', { timeout: 60_000 }, () => {
  const like =
    'We like to go there and to see all of the other people that are there then, and we do it as often as we can.'
  const many = Array.from({ length: 2_900 }, () => line(like))
  expect(
    changesIn(
      3,
      many,
      many.map((one, n) => (n % 15 ? one : heading(like))),
    ),
  ).toBeLessThan(200)
  const apart = Array.from({ length: 2_900 }, (_, n) => line(`In week ${n} we saw ducks.`))
  expect(
    changesIn(
      3,
      apart,
      apart.filter((_, n) => n % 6 > 0),
    ),
  ).toBeLessThan(200)
  expect(changesIn(3, apart, apart.toReversed())).toBe(1)
  const talked = Array.from({ length: 700 }, (_, n) => `In week ${n}, ${like}`)
  expect(changesIn(1, [line(talked.join(' '))], [line(talked.slice(600).join(' '))])).toBe(1)
  expect(changesIn(1, [line(talked.join(' '))], [line(talked.slice(199).join(' '))])).toBe(199)
})

it('[TALK-21] lines of a long text that are made points are each a change', () => {
  const lines = Array.from({ length: 200 }, (_, n) => line(`In week ${n} we saw ducks.`))
  const points = lines.map((one, n): Block => (n % 5 ? one : { type: 'bullets', items: [[one]] }))
  expect(changesIn(3, lines, points)).toBe(40)
})

// Looked through word by word to the end it took four times as long, and the server's own loop stood still.
it('[TALK-27] a long sentence that becomes many is put in in a moment', () => {
  const was = [line(`${'word '.repeat(2_540)}end. It stays.`)]
  const many = Array.from({ length: 1_800 }, (_, n) => `a${String.fromCharCode(97 + (n % 26))}.`)
  const proposed = [line([...many, 'It stays.'].join(' '))]
  const place = { box: 'our-story.story', item: null, field: null } as const
  const changes = changesBetween(was, proposed)
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  for (const doc of docs) rewordIn(doc, place, was)
  const before = process.cpuUsage()
  for (const doc of docs) acceptIn(doc, place, changes, ['c1'])
  const { user, system } = process.cpuUsage(before)
  for (const doc of docs) expect(readRichText(textRoot(doc, place.box))).toEqual(proposed)
  expect((user + system) / 1e6).toBeLessThan(0.9)
})
