import * as Y from 'yjs'
import { PLAN_EDIT } from '../plan-doc.ts'
import { type Inside, indexOf, insideFrom, join, made, putIn, takeOut } from './line-edits.ts'
import { isItem, type Line, linesIn, placeInLines } from './lines.ts'
import type { WordsEdit } from './smallest-edit.ts'

/**
 * Makes one change of the text of a box (as `textOfLines` gives it) in the document, by as little as can be: lines it does not touch
 * stay the very items they were, and so do the letters of those it does (SPEC PLAN-119). A new line is a paragraph, or another
 * point of its list; after an empty last point it is out of the list.
 *
 * In steps, each a change of its own: letters that have to move to another line do so alone, so that the server's record sees
 * that they stay whose they were (decision 32).
 * @returns whether the box holds nothing but lines
 */
export function editLines(fragment: Y.XmlFragment, { at, removed, inserted }: WordsEdit): boolean {
  const lines = linesIn(fragment)
  if (!lines) return false
  const step = (change: () => void) => fragment.doc?.transact(change, PLAN_EDIT)
  const words = inserted.replaceAll('\r', '\n').split('\n')
  const [line] = lines
  if (!line) {
    step(() =>
      fragment.insert(
        fragment.length,
        words.map((one) => paragraph({}, one)),
      ),
    )
    return true
  }
  const [from, to] = [placeInLines(lines, at), placeInLines(lines, at + removed)]
  if (removed > 0) step(() => empty(fragment, lines, from, to))
  const spans = from.line !== to.line
  if (spans && words.length > 1)
    step(() => {
      const [first, last] = linesIn(fragment)?.slice(from.line) ?? []
      if (!first || !last) return
      putIn(last, 0, words.at(-1) ?? '')
      putAfter(first, words.slice(1, -1))
      putIn(first, from.at, words[0] ?? '')
    })
  else {
    if (spans) step(() => joinLines(fragment, from.line))
    typeInto(fragment, from, words, step)
  }
  step(() => clearAll(fragment))
  return true
}

type Step = (change: () => void) => void
type Place = { readonly line: number; readonly at: number }

/** Takes out what stands from one place to another. The lines of both stay, those between go. */
function empty(fragment: Y.XmlFragment, lines: readonly Line[], from: Place, to: Place): void {
  for (let n = to.line; n >= from.line; n--) {
    const line = lines[n]
    if (!line) continue
    if (n > from.line && n < to.line) removeLine(fragment, line.element)
    else takeOut(line, n === from.line ? from.at : 0, n === to.line ? to.at : line.length)
  }
}

function typeInto(fragment: Y.XmlFragment, { line: n, at }: Place, words: readonly string[], step: Step): void {
  const lineNow = (number: number, change: (line: Line) => void) => {
    const line = linesIn(fragment)?.[number]
    if (line) change(line)
  }
  const [first = '', ...more] = words
  const last = more.pop()
  lineNow(n, (line) => {
    if (last === undefined) return step(() => putIn(line, at, first))
    if (at === line.length)
      return step(() => {
        putAfter(line, [...more, last])
        putIn(line, at, first)
      })
    if (at === 0)
      return step(() => {
        putIn(line, 0, last)
        putBefore(line, [first, ...more])
      })
    step(() => split(line, at))
    step(() => {
      lineNow(n + 1, (next) => putIn(next, 0, last))
      lineNow(n, (cut) => {
        putAfter(cut, more)
        putIn(cut, at, first)
      })
    })
  })
}

/** Makes one line of two, and moves as few letters as it can. */
function joinLines(fragment: Y.XmlFragment, n: number): void {
  const [line, next] = linesIn(fragment)?.slice(n) ?? []
  if (!line || !next) return
  const [mayGoFirst, mayGoNext] = [mayGo(line.element), mayGo(next.element)]
  const keepsFirst = mayGoNext || !mayGoFirst
  let goes = keepsFirst ? next : line
  if (next.length === 0 && mayGoNext) goes = next
  else if (line.length === 0 && mayGoFirst) goes = line
  else if (keepsFirst) join(line, insideFrom(next, 0), 'end')
  else join(next, insideFrom(line, 0), 'start')
  removeLine(fragment, goes.element)
}

/** Cuts a line in two: what comes after a place goes into a new one. */
function split(line: Line, at: number): void {
  const moved = insideFrom(line, at)
  takeOut(line, at, line.length)
  const { element } = line
  // A heading that is cut in two is two.
  insertAfter(line, [{ name: element.nodeName, attributes: element.getAttributes(), inside: moved }])
}

type NewLine = {
  readonly name: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly inside: readonly Inside[]
}

const newLine = ({ element }: Line, words: string): NewLine => ({
  name: 'paragraph',
  attributes: languageOf(element),
  inside: words === '' ? [] : [{ letters: [{ insert: words }] }],
})

/** Puts new lines after one, each after the one before. */
function putAfter(line: Line, words: readonly string[]): void {
  insertAfter(
    line,
    words.map((one) => newLine(line, one)),
  )
}

function insertAfter(line: Line, lines: readonly NewLine[]): void {
  let { element, length } = line
  for (const next of lines) {
    element = insertOne(element, length === 0, next)
    length = next.inside.length
  }
}

function insertOne(element: Y.XmlElement, isEmpty: boolean, next: NewLine): Y.XmlElement {
  const parent = element.parent as Y.XmlFragment
  const block = blockOf(next)
  const isLast = indexOf(parent, element) === parent.length - 1
  const list = isItem(parent) ? (parent.parent as Y.XmlFragment) : null
  // The first block of a point has to be a paragraph.
  if (!isItem(parent) || !list || !isLast || next.name !== 'paragraph') {
    parent.insert(indexOf(parent, element) + 1, [block])
    return block
  }
  const isLastItem = indexOf(list, parent) === list.length - 1
  if (isEmpty && parent.length === 1 && isLastItem && list instanceof Y.XmlElement) afterList(list, block)
  else list.insert(indexOf(list, parent) + 1, [itemOf(block)])
  return block
}

/** Out of a list: a paragraph after it, or another point of the list it is in. */
function afterList(list: Y.XmlElement, block: Y.XmlElement): void {
  const around = list.parent as Y.XmlFragment
  const at = indexOf(around, list)
  if (isItem(around) && at === around.length - 1) {
    const outer = around.parent as Y.XmlFragment
    outer.insert(indexOf(outer, around) + 1, [itemOf(block)])
  } else around.insert(at + 1, [block])
}

function putBefore(line: Line, words: readonly string[]): void {
  const { element } = line
  const parent = element.parent as Y.XmlFragment
  const blocks = words.map((one) => blockOf(newLine(line, one)))
  if (isItem(parent) && indexOf(parent, element) === 0) {
    const list = parent.parent as Y.XmlFragment
    list.insert(indexOf(list, parent), blocks.map(itemOf))
  } else parent.insert(indexOf(parent, element), blocks)
}

function blockOf({ name, attributes, inside }: NewLine): Y.XmlElement {
  const block = new Y.XmlElement<Record<string, string>>(name)
  // As they were, also a level that is a number.
  for (const [key, value] of Object.entries(attributes)) block.setAttribute(key, value as string)
  block.insert(0, inside.map(made))
  return block as Y.XmlElement
}

const paragraph = (attributes: NewLine['attributes'], words: string): Y.XmlElement =>
  blockOf({ name: 'paragraph', attributes, inside: words === '' ? [] : [{ letters: [{ insert: words }] }] })

function itemOf(block: Y.XmlElement): Y.XmlElement {
  const item = new Y.XmlElement('listItem')
  item.insert(0, [block])
  return item
}

function languageOf(element: Y.XmlElement): Record<string, unknown> {
  const { lang, dir } = element.getAttributes() as Record<string, unknown>
  return { ...(lang !== undefined && { lang }), ...(dir !== undefined && { dir }) }
}

/** Whether a point would still begin with a paragraph without this line: the editor holds no other ones. */
function mayGo(element: Y.XmlElement): boolean {
  const parent = element.parent as Y.XmlFragment
  if (!isItem(parent) || indexOf(parent, element) > 0) return true
  const next = parent.get(1) as Y.XmlElement | undefined
  return next === undefined || next.nodeName === 'paragraph'
}

/** Takes a line out, and with it points and lists that hold nothing then. */
function removeLine(fragment: Y.XmlFragment, element: Y.XmlElement): void {
  const isWhole = mayGo(element)
  let gone: Y.XmlElement = element
  let parent = gone.parent as Y.XmlFragment
  while (parent.length === 1 && parent instanceof Y.XmlElement && parent !== fragment) {
    gone = parent
    parent = gone.parent as Y.XmlFragment
  }
  parent.delete(indexOf(parent, gone), 1)
  if (!isWhole && isItem(parent)) beginWithParagraph(fragment, parent)
}

/** The first line that is left in a point becomes the paragraph it has to begin with. */
function beginWithParagraph(fragment: Y.XmlFragment, item: Y.XmlElement): void {
  const line = linesIn(fragment)?.find(({ element }) => isWithin(element, item))
  if (!line) return
  const block = blockOf({ name: 'paragraph', attributes: languageOf(line.element), inside: insideFrom(line, 0) })
  item.insert(0, [block])
  removeLine(fragment, line.element)
}

function isWithin(element: Y.XmlElement, item: Y.XmlElement): boolean {
  for (let at: unknown = element; at instanceof Y.XmlElement; at = at.parent) if (at === item) return true
  return false
}

/**
 * A box all is taken out of is as one nobody wrote in: what is typed then is no heading and no point of a list. An empty paragraph
 * stays, since somebody may be writing in it.
 */
function clearAll(fragment: Y.XmlFragment): void {
  const [line, ...more] = linesIn(fragment) ?? []
  if (!line || more.length > 0 || line.length > 0) return
  if (line.element.parent !== fragment || line.element.nodeName !== 'paragraph') fragment.delete(0, fragment.length)
}
