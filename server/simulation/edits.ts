import {
  addItem,
  addOwnSection,
  boxesOf,
  cellWords,
  isTakenOut,
  listRoot,
  moveItem,
  OWN_SECTIONS,
  ownTextKey,
  removeItem,
  restoreItem,
  retitleSection,
  SHAPES,
  setCell,
  setTick,
  TEMPLATES,
  textRoot,
} from '@withy/shared/plan'
import * as Y from 'yjs'
import type { What } from './script.ts'
import { TOKEN_LENGTH } from './tokens.ts'

/** What an editor's own changes are made as, so that undo takes them back. */
export const EDITOR = Symbol('editor')

const boxes = [...boxesOf(TEMPLATES.area)]
const TEXTS = boxes
  .filter(([, { type }]) => type === 'text')
  .map(([key]) => key)
  .slice(0, 2)
const [LIST = '', SHAPE] =
  boxes.flatMap(([key, box]) => (box.type === 'list' ? [[key, box.shape] as const] : []))[0] ?? []
const FIELDS = SHAPE ? SHAPES[SHAPE].fields : []
const WORDS = FIELDS.filter(({ type }) => type === 'words')
const TICKS = FIELDS.filter(({ type }) => type === 'people' || type === 'features')
const CHOICES = FIELDS.flatMap((field) => (field.type === 'choice' ? [field] : []))
const MARKS = [
  { bold: true },
  { italic: true },
  { link: { href: 'https://example.org' } },
  { bold: null },
  { italic: null },
]

/** Chances to choose with, and words to write. */
export type Choice = { readonly a: number; readonly b: number; word(): string }

type Edit = (doc: Y.Doc, choice: Choice) => void

const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]

const textKeys = (doc: Y.Doc) => [...TEXTS, ...[...doc.getMap(OWN_SECTIONS).keys()].sort().map(ownTextKey)]
const fragmentOf = (doc: Y.Doc, n: number) => textRoot(doc, pick(textKeys(doc), n) ?? '')

/** Every run of words in a text box, in reading order. */
function textsIn(node: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return node.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}

const elementsIn = (node: Y.XmlFragment | Y.XmlElement) =>
  node.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement)

const items = (doc: Y.Doc) => [...listRoot(doc, LIST).keys()].sort()

/** Where a word begins or the text ends, in the first half of it or so. */
const placeIn = (text: Y.Text, n: number) => (n % (Math.floor(text.length / TOKEN_LENGTH) + 1)) * TOKEN_LENGTH

function block(name: string, words: string): Y.XmlElement {
  const element = new Y.XmlElement(name)
  element.insert(0, [new Y.XmlText(words)])
  return element
}

function listItem(words: string): Y.XmlElement {
  const item = new Y.XmlElement('listItem')
  item.insert(0, [block('paragraph', words)])
  return item
}

const NEW_BLOCKS = ['paragraph', 'paragraph', 'heading', 'bulletList', 'orderedList']

const addBlock: Edit = (doc, { a, b, word }) => {
  const into = fragmentOf(doc, a)
  const name = pick(NEW_BLOCKS, b) ?? ''
  const isList = name.endsWith('List')
  const made = isList ? new Y.XmlElement(name) : block(name, word())
  if (isList) made.insert(0, [listItem(word())])
  into.insert(b % (into.length + 1), [made])
  if (name === 'heading') made.setAttribute('level', String(1 + (a % 3)))
}

/** The words of a text from a place on, to write them anew elsewhere as an editor does: they count as other words then. */
const retyped = (text: Y.Text, from: number, { word }: Choice) =>
  Array.from({ length: (text.length - from) / TOKEN_LENGTH }, word).join('')

const EDITS: Partial<Record<What, Edit>> = {
  type(doc, choice) {
    const { a, b, word } = choice
    const text = pick(textsIn(fragmentOf(doc, a)), b)
    if (text) text.insert(placeIn(text, b), word())
    else addBlock(doc, choice)
  },
  block: addBlock,
  bullet(doc, { a, b, word }) {
    const lists = elementsIn(fragmentOf(doc, a)).filter(({ nodeName }) => nodeName.endsWith('List'))
    const list = pick(lists, b)
    list?.insert(b % (list.length + 1), [listItem(word())])
  },
  erase(doc, { a, b }) {
    const text = pick(textsIn(fragmentOf(doc, a)), b)
    if (!text || text.length === 0) return
    const from = placeIn(text, a) % text.length
    text.delete(from, Math.min(text.length - from, (1 + (b % 3)) * TOKEN_LENGTH))
  },
  mark(doc, { a, b }) {
    const text = pick(textsIn(fragmentOf(doc, a)), b)
    if (!text || text.length === 0) return
    const from = placeIn(text, a) % text.length
    text.format(from, Math.min(text.length - from, (1 + (b % 4)) * TOKEN_LENGTH), pick(MARKS, a + b) ?? {})
  },
  split(doc, choice) {
    const into = fragmentOf(doc, choice.a)
    const at = choice.b % Math.max(1, into.length)
    const element = into.length > 0 ? into.get(at) : null
    const text = element instanceof Y.XmlElement ? element.get(0) : null
    if (!(element instanceof Y.XmlElement && text instanceof Y.XmlText)) return
    const from = placeIn(text, choice.a)
    const rest = retyped(text, from, choice)
    if (text.length > from) text.delete(from, text.length - from)
    into.insert(at + 1, [block(element.nodeName, rest)])
  },
  join(doc, choice) {
    const into = fragmentOf(doc, choice.a)
    const at = choice.b % Math.max(1, into.length)
    const [one, other] = [into.toArray()[at], into.toArray()[at + 1]]
    const [left, right] = [one, other].map((it) => (it instanceof Y.XmlElement ? it.get(0) : null))
    if (!(left instanceof Y.XmlText && right instanceof Y.XmlText)) return
    left.insert(left.length, retyped(right, 0, choice))
    into.delete(at + 1, 1)
  },
  'drop block'(doc, { a, b }) {
    const into = fragmentOf(doc, a)
    if (into.length > 0) into.delete(b % into.length, 1)
  },
  cell(doc, { a, b, word }) {
    const text = cellWords(doc, LIST, pick(items(doc), a) ?? '', pick(WORDS, b)?.id ?? '')
    if (text && b % 5 === 0 && text.length > 0) text.delete(placeIn(text, a) % text.length, TOKEN_LENGTH)
    else text?.insert(placeIn(text, b), word())
  },
}

/** Edits of lists and sections, which are transactions of their own. */
const LIST_EDITS: Partial<Record<What, Edit>> = {
  'add item': (doc, { a, word }) => {
    const after = pick(items(doc), a)
    addItem(doc, {
      key: LIST,
      shape: SHAPE ?? 'action',
      cells: { [WORDS[0]?.id ?? '']: word() },
      ...(after && { after }),
    })
  },
  tick: (doc, { a, b }) =>
    setTick(doc, LIST, pick(items(doc), a) ?? '', pick(TICKS, b)?.id ?? '', `p${b % 3}`, a % 2 === 0),
  choose(doc, { a, b }) {
    const field = pick(CHOICES, a)
    if (field) setCell(doc, LIST, pick(items(doc), b) ?? '', field.id, pick(field.options, a + b)?.id ?? null)
  },
  'move item': (doc, { a, b }) => void moveItem(doc, LIST, pick(items(doc), a) ?? '', b % 2 === 0 ? 'up' : 'down'),
  'take out'(doc, { a }) {
    const id = pick(items(doc), a)
    if (id && !isTakenOut(doc, LIST, id)) removeItem(doc, LIST, id)
  },
  'put back'(doc, { a }) {
    const id = pick(
      items(doc).filter((one) => isTakenOut(doc, LIST, one)),
      a,
    )
    if (id) restoreItem(doc, LIST, id)
  },
  'own section': (doc, { a }) => void addOwnSection(doc, { title: `Section ${a}` }),
  title: (doc, { a, b }) => retitleSection(doc, 'living-map', b % 3 === 0 ? null : `Title ${a}`),
}

/** Does one thing to a document as Withy's own editors do. @returns whether it was a kind of editing at all */
export function edit(doc: Y.Doc, what: What, choice: Choice): boolean {
  const [inText, inList] = [EDITS[what], LIST_EDITS[what]]
  if (inText) doc.transact(() => inText(doc, choice), EDITOR)
  inList?.(doc, choice)
  return inText !== undefined || inList !== undefined
}
