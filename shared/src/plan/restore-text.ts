import * as Y from 'yjs'
import { canonicalText, stableJson } from './canonical.ts'
import { hunks } from './hunks.ts'
import { type Pair, pairUp, type WithWords } from './pair-up.ts'
import type { RichText } from './plan.ts'
import { restoreWords } from './restore-words.ts'
import { blocksOfElement, NODE_NAMES, readRichText } from './rich-text.ts'
import { readMarks, tidyRuns } from './runs.ts'
import { inLine, LINE_BREAK, listItemOf, made, marksOf, type Node, nodesOf, type TextNode } from './write-rich-text.ts'

/**
 * Edits a text box so that it reads as `wanted`, by as little as can be: words that stay are not touched, so whoever wrote them
 * still did, and what others type beside them meanwhile stays (SPEC PLAN-116). Call inside a transaction.
 * @param lines whether a line without words goes, or is left empty: then what somebody types in it at that moment stays too
 */
export function restoreText(fragment: Y.XmlFragment, wanted: RichText, lines: Lines = 'go'): void {
  const want = canonicalText(wanted)
  const reads = () => stableJson(canonicalText(readRichText(fragment)))
  // What cannot be edited from within is taken out and put in block by block.
  for (const within of [true, false]) {
    if (reads() === stableJson(want)) return
    restoreInside(fragment, nodesOf(want), within, lines)
  }
  if (reads() === stableJson(want)) return
  // Something stands in it that no editor of ours writes.
  fragment.delete(0, fragment.length)
  fragment.push(nodesOf(want).map(made))
}

type Lines = 'go' | 'left-empty'

/** Something in which something is written, and its place among all that stands there. */
type Written = WithWords & {
  readonly index: number
  readonly type: Y.XmlElement | Y.XmlText
  /** How it reads: what reads the same has the same. */
  readonly key: string
}

type Placed = Pick<Written, 'index' | 'type'>

function restoreInside(parent: Y.XmlFragment, wanted: readonly Node[], within: boolean, lines: Lines): void {
  const now = writtenIn(parent)
  if (!now) return
  const keys = now.map(({ key }) => key)
  const found = hunks(
    keys,
    wanted.map((node) => stableJson([node])),
  )
  const emptyAfter = lines === 'left-empty' ? emptyIn(parent, now) : () => undefined
  // From the end, so that what comes before keeps its place.
  for (const { at, gone, nowAt, come } of found.toReversed()) {
    const [were, are] = [now.slice(at, at + gone), wanted.slice(nowAt, nowAt + come)]
    const pairs = within ? pairUp(were, are.map(withWords)) : apart(were.length, are.length)
    let before: Placed | undefined = now[at - 1]
    const steps = pairs.map(({ was, is }) => {
      const node = is === undefined ? undefined : are[is]
      const one = was === undefined ? node && emptyAfter(before, node) : were[was]
      const place = one?.index ?? (before ? before.index + 1 : (now[at]?.index ?? 0))
      before = one ?? before
      return { one, place, node }
    })
    for (const { one, place, node } of steps.toReversed()) {
      if (one && node && become(one.type, node, lines)) continue
      if (one && lines === 'left-empty' && !isBreak(one.type)) emptied(one.type)
      else if (one) parent.delete(place, 1)
      if (node) parent.insert(place, [made(node)])
    }
  }
}

/** All that was is gone, all that is has come. */
const apart = (were: number, are: number): Pair[] => [
  ...Array.from({ length: were }, (_, was) => ({ was })),
  ...Array.from({ length: are }, (_, is) => ({ is })),
]

/** Edits something of the document so that it reads as a node. false: it cannot become that. */
function become(type: Written['type'], node: Node, lines: Lines): boolean {
  if ('delta' in node) {
    if (!(type instanceof Y.XmlText)) return false
    restoreWords(type, node.delta.map(({ insert }) => insert).join(''))
    restoreMarks(type, node)
    return true
  }
  if (type instanceof Y.XmlText || !writtenIn(type)) return false
  for (const key of ['level', 'lang', 'dir']) {
    const wanted = node.attributes[key]
    if (wanted === undefined) type.removeAttribute(key)
    else if (String(type.getAttribute(key)) !== String(wanted)) setAttribute(type, key, wanted)
  }
  restoreInside(type, node.children, true, lines)
  return true
}

/** Lines that were left empty are taken again: words that are put back leave none (SPEC TALK-27). Gives the first of a kind after a place. */
function emptyIn(parent: Y.XmlFragment, written: readonly Written[]) {
  const all = parent.toArray()
  const full = new Set<unknown>(written.map(({ type }) => type))
  return (before: Placed | undefined, node: Node): Placed | undefined => {
    for (let index = before ? before.index + 1 : 0; index < all.length && !full.has(all[index]); index++) {
      const type = all[index]
      if (isOf(type, node)) return { index, type }
    }
    return undefined
  }
}

/** Whether something of the document is of the kind of a node. */
const isOf = (type: unknown, node: Node): type is Written['type'] =>
  'delta' in node ? type instanceof Y.XmlText : type instanceof Y.XmlElement && type.nodeName === node.name

const isBreak = (type: Written['type']): boolean => type instanceof Y.XmlElement && type.nodeName === LINE_BREAK.name

/** Takes out every letter, and nothing that others may be typing in. */
function emptied(type: Y.XmlElement | Y.XmlText): void {
  if (type instanceof Y.XmlText) type.delete(0, type.length)
  else for (const inside of type.toArray()) if (!(inside instanceof Y.XmlHook)) emptied(inside)
}

// Yjs's own type says that an attribute is a string; a heading's level is a number, as the editor writes it.
const setAttribute = (element: Y.XmlElement, key: string, value: string | number) =>
  (element as unknown as Y.XmlElement<Record<string, string | number>>).setAttribute(key, value)

/** Gives letters that read as wanted the marks that are wanted. */
function restoreMarks(text: Y.XmlText, { delta }: TextNode): void {
  const wrong: { at: number; length: number; marks: Record<string, unknown> }[] = []
  const wanted = delta.flatMap(({ insert, attributes }) => Array.from({ length: insert.length }, () => attributes))
  let at = 0
  for (const { insert, attributes = {} } of text.toDelta() as { insert: string; attributes?: object }[]) {
    const has = stableJson(marksOf(readMarks({ ...attributes })))
    const none = Object.fromEntries(Object.keys(attributes).map((key) => [key, null]))
    for (const end = at + insert.length; at < end; ) {
      const marks = wanted[at]
      let to = at + 1
      while (to < end && wanted[to] === marks) to++
      if (marks && stableJson(marks) !== has) wrong.push({ at, length: to - at, marks: { ...none, ...marks } })
      at = to
    }
  }
  for (const { at: from, length, marks } of wrong) text.format(from, length, marks)
}

/** What stands in a text box, or in an element of one, and has something written in it. Null where no editor of ours wrote it. */
function writtenIn(parent: Y.XmlFragment): Written[] | null {
  const all = parent.toArray().map((type) => ({ type, nodes: nodesIn(type) }))
  if (!all.every((one): one is { type: Written['type']; nodes: Node[] } => one.nodes !== null)) return null
  return all.flatMap(({ type, nodes }, index) => {
    const [node] = nodes
    if (!node) return []
    const kind = type instanceof Y.XmlText ? TEXT : type.nodeName
    const told = { kind: null, words: nodes.map(wordsOf).join(' ') }
    return [
      {
        index,
        type,
        key: stableJson(nodes),
        ...(nodes.length === 1 && withWords(node).kind === kind ? withWords(node) : told),
      },
    ]
  })
}

/** How something of the document reads. Null: nothing here knows. */
function nodesIn(type: unknown): Node[] | null {
  if (type instanceof Y.XmlText) {
    const delta: { insert: unknown; attributes?: Record<string, unknown> }[] = type.toDelta()
    const runs = delta.flatMap(({ insert, attributes = {} }) =>
      typeof insert === 'string' && !insert.includes('\n') ? [{ text: insert, ...readMarks(attributes) }] : [],
    )
    return runs.length === delta.length ? inLine(tidyRuns(runs)) : null
  }
  if (!(type instanceof Y.XmlElement) || !NODE_NAMES.has(type.nodeName)) return null
  if (type.nodeName === LINE_BREAK.name) return type.length > 0 ? null : [LINE_BREAK]
  const inside = canonicalText(blocksOfElement(type))
  if (type.nodeName === 'listItem') return inside.length > 0 ? [listItemOf(inside)] : []
  return nodesOf(inside)
}

const TEXT = 'text'

const withWords = (node: Node): WithWords => ({ kind: 'delta' in node ? TEXT : node.name, words: wordsOf(node) })

const wordsOf = (node: Node): string =>
  'delta' in node ? node.delta.map(({ insert }) => insert).join('') : node.children.map(wordsOf).join(' ')
