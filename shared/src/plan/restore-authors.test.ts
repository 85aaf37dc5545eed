import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyOf, syncAll } from '../testing/copies.ts'
import {
  addItem,
  cellWords,
  differences,
  isTakenOut,
  linesOfText,
  readPlan,
  readRichText,
  removeItem,
  restoreItem,
  restorePlan,
  type Sign,
  setSpoken,
  signedWords,
  textRoot,
} from './index.ts'

const BOX = 'place.where'
const LIST = 'living-map.do'
const now = (doc: Y.Doc) => readPlan(doc, 'area')

/** What one of them does, in a box or an item: numbers choose where, of however many places there are. */
type Step = { readonly who: number; readonly does: string; readonly a: number; readonly b: number }
const DOES = [
  'type',
  'type',
  'type',
  'cut',
  'line',
  'line out',
  'bullets',
  'bold',
  'break',
  'cell',
  'item',
  'item out',
  'language',
] as const
const anyStep: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  does: fc.constantFrom(...DOES),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
})

/** No word is there twice, so that each can be told again. */
function writing() {
  let n = 0
  const word = () => `w${n++}x `
  const text = () => new Y.XmlText(word() + word())
  const paragraph = () => elementWith('paragraph', [text()])

  function typed(letters: Y.Text, { does, a, b }: Step): void {
    // Words, and what stands between them: an edit begins and ends where a word does.
    const words =
      (letters.toDelta() as { insert: string }[])
        .map(({ insert }) => insert)
        .join('')
        .match(/\S+\s*/g) ?? []
    const at = words.slice(0, a % (words.length + 1)).join('').length
    const length = words[a % (words.length + 1)]?.length ?? 0
    if (does === 'cut' && length > 0) letters.delete(at, length)
    else if (does === 'bold' && length > 0) letters.format(at, length, { bold: b % 2 === 0 ? {} : null })
    else letters.insert(at, word())
  }

  return function step(doc: Y.Doc, did: Step): void {
    const { does, a, b } = did
    const root = textRoot(doc, BOX)
    const places = [root, ...textsOf(root, 'bulletList')]
    const letters = textsOf(root, null)
    const items = now(doc).boxes[LIST]
    const all = items?.type === 'list' ? [...items.items, ...items.removed] : []
    const item = all[a % Math.max(1, all.length)]
    if (does === 'line') root.insert(a % (root.length + 1), [paragraph()])
    else if (does === 'bullets')
      root.insert(a % (root.length + 1), [
        elementWith(
          'bulletList',
          [b, a].map(() => elementWith('listItem', [paragraph()])),
        ),
      ])
    else if (does === 'line out') {
      const from = places[b % places.length] as Y.XmlFragment
      if (from.length > 1) from.delete(a % from.length, 1)
    } else if (does === 'break') {
      const line = letters[a % Math.max(1, letters.length)]?.parent
      if (line instanceof Y.XmlElement) line.insert(line.length, [new Y.XmlElement('hardBreak'), text()])
    } else if (does === 'item') addItem(doc, { key: LIST, shape: 'action', cells: { what: word() + word() } })
    else if (does === 'item out' && item)
      (isTakenOut(doc, LIST, item.id) ? restoreItem : removeItem)(doc, LIST, item.id)
    else if (does === 'language' && item) setSpoken(doc, LIST, item.id, b % 2 ? 'cy' : null)
    else if (does === 'cell' && item)
      typed(cellWords(doc, LIST, item.id, 'what') as Y.Text, { ...did, does: b % 2 ? 'type' : 'cut' })
    else {
      const one = letters[b % Math.max(1, letters.length)]
      if (one) typed(one, did)
    }
  }
}

function elementWith(name: string, inside: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name)
  element.insert(0, inside)
  return element
}

/** All elements of a name, or all texts, below something. */
function textsOf(parent: Y.XmlFragment, name: null): Y.XmlText[]
function textsOf(parent: Y.XmlFragment, name: string): Y.XmlElement[]
function textsOf(parent: Y.XmlFragment, name: string | null): (Y.XmlElement | Y.XmlText)[] {
  return parent.toArray().flatMap((one) => {
    if (one instanceof Y.XmlText) return name === null ? [one] : []
    const inside = one instanceof Y.XmlElement ? (name === null ? textsOf(one, null) : textsOf(one, name)) : []
    return one instanceof Y.XmlElement && one.nodeName === name ? [one, ...inside] : inside
  })
}

/** Who wrote each word there is: the client whose letters it is made of. */
function authorsIn(doc: Y.Doc): Map<string, string> {
  const clients: number[] = []
  const sign: Sign = (client, _, length) => {
    if (!clients.includes(client)) clients.push(client)
    return [{ length, by: clients.indexOf(client) }]
  }
  const list = now(doc).boxes[LIST]
  const runs = [
    ...linesOfText(readRichText(textRoot(doc, BOX), sign)).flatMap((line) => line.runs),
    ...(list?.type === 'list' ? list.items : []).flatMap(({ id }) =>
      signedWords(cellWords(doc, LIST, id, 'what') as Y.Text, sign),
    ),
  ]
  const by = new Map<string, string>()
  for (const { text, by: n } of runs)
    for (const word of text.match(/w\d+x/g) ?? [])
      by.set(word, `${by.has(word) ? `${by.get(word)} and ` : ''}${clients[n ?? -1]}`)
  return by
}

describe('putting a version back', () => {
  it('[PLAN-116] leaves who wrote each word that is in both, whatever several people did since', () => {
    let stayed = 0
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 6, maxLength: 30 }), fc.nat(30), (steps, until) => {
        const first = new Y.Doc()
        const all = [first, copyOf(first), copyOf(first)]
        const step = writing()
        const go = (some: readonly Step[]) => {
          for (const [n, one] of some.entries()) {
            step(all[one.who] as Y.Doc, one)
            if (n % 3 === 2) syncAll(all)
          }
          syncAll(all)
        }
        const seed = (does: string, n: number) => ({ who: n % 3, does, a: n, b: n })
        go(['line', 'bullets', 'item', 'line'].map(seed))
        go(steps.slice(0, until))
        const chosen = now(first)
        const then = authorsIn(first)
        go(steps.slice(until))
        const before = authorsIn(first)
        const restorer = copyOf(first)
        restorePlan(restorer, chosen)
        expect(differences(now(restorer), chosen)).toEqual([])
        const after = authorsIn(restorer)
        expect([...after.keys()].toSorted()).toEqual([...then.keys()].toSorted())
        for (const [word, by] of before) {
          if (!then.has(word)) continue
          stayed++
          expect([word, after.get(word)]).toEqual([word, by])
        }
      }),
      { numRuns: 20, endOnFailure: true },
    )
    expect(stayed).toBeGreaterThan(100)
  })
})
