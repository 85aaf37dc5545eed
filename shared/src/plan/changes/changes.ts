import { actionWords } from '../actions-of.ts'
import { stableJson } from '../canonical.ts'
import { type BoxKey, boxesOf, type PlanKind, type ShapeId, sectionsOf, type Words } from '../catalogue.ts'
import { type Difference, differences } from '../differences.ts'
import { sectionOfBox } from '../easy/place.ts'
import type { CellValue, Item, Plan, RichText } from '../plan.ts'
import {
  EASY_CHECKED,
  isEasyRoot,
  ORDER,
  ORIGIN,
  OWN_SECTIONS,
  ownTextKey,
  REMOVED,
  SPOKEN,
  TITLE,
  TITLES,
  tickKey,
} from '../plan-doc.ts'
import { SHAPES } from '../shapes.ts'
import { writersIn } from '../signed-text.ts'
import { TEMPLATES } from '../templates.ts'
import { type ChangedLine, lineChanges, type Side } from './line-changes.ts'
import { linesOfText } from './lines.ts'
import { type ChangedWords, signParts, wordDiff } from './word-diff.ts'

/** Who did it: writers by number, none where it is not known who or was not asked. */
type By = readonly number[]

/** What is asked of whoever knows who wrote (the server), all of what happened since the version before. */
export interface Who {
  /** A text box as that version has it, its runs signed. */
  text(side: Side, box: BoxKey): RichText
  /** Who put in (`after`) or took out (`before`) some signs of a cell of words. */
  cell(side: Side, box: BoxKey, path: readonly string[], from: number, to: number): By
  /** Who set (`after`) or took away (`before`) an entry of a map, or of an entry of it. */
  entry(side: Side, root: string, path: readonly string[]): By
}

type Did = 'added' | 'taken-out' | 'moved' | 'changed'

/** One cell of an item that was changed; `field` '': words of the item that have no field; `lang`: in which language its words are. */
export type CellChange = { readonly field: string } & (
  | { readonly parts: readonly ChangedWords[] }
  | { readonly before?: CellValue; readonly after?: CellValue; readonly by?: By }
)

/** One thing that reads differently, ready to be told in a sentence. `section`: '' for words without a place. */
export type Change = { readonly section: string } & (
  | { readonly what: 'title'; readonly before?: string; readonly after?: string; readonly by?: By }
  | { readonly what: 'own'; readonly did: Did; readonly before?: string; readonly after?: string; readonly by?: By }
  | { readonly what: 'text'; readonly box: BoxKey; readonly lines: readonly ChangedLine[] }
  | {
      readonly what: 'item'
      readonly box: BoxKey
      readonly shape: ShapeId
      readonly did: Did
      /** As it is now; as it was, where it was taken out. */
      readonly item: Item
      readonly cells?: readonly CellChange[]
      /** Where it stands now: 1 for the first of so many. */
      readonly place?: { readonly at: number; readonly of: number }
      readonly by?: By
    }
  | { readonly what: 'easy-checked'; readonly before?: Words; readonly after?: Words; readonly by?: By }
  | { readonly what: 'unplaced'; readonly before?: string; readonly after?: string }
  | { readonly what: 'kind'; readonly before: string; readonly after: string }
)

/** All that reads differently in one plan from another, by section, with what it takes to name things. */
export type Comparison = {
  readonly kind: PlanKind
  /** In the order of the page. */
  readonly changes: readonly Change[]
  /** Titles the group gave to sections of ours, and those of its own sections (`own:<id>`). */
  readonly titles: Readonly<Record<string, string>>
  /** First words of actions that items name, by id. */
  readonly actions: Readonly<Record<string, string>>
}

/** What reads differently in `after`, in words and section by section (SPEC PLAN-110 to PLAN-114). No changes exactly where `differences` finds none. */
export function compared(before: Plan, after: Plan, who?: Who): Comparison {
  const found = differences(before, after).flatMap((difference) => changesOf(difference, before, after, who))
  const place = placesIn(before, after)
  return {
    kind: after.kind,
    changes: found.toSorted((a, b) => place(a.section) - place(b.section)),
    titles: { ...titlesOf(before), ...titlesOf(after) },
    actions: Object.fromEntries([...actionWords(before), ...actionWords(after)]),
  }
}

const titlesOf = ({ titles, own }: Plan): Record<string, string> => ({
  ...titles,
  ...Object.fromEntries(own.map(({ id, title }) => [`own:${id}`, title])),
})

/** Where a section stands on the page: ours, then the group's own, then words without a place. */
function placesIn(before: Plan, after: Plan): (section: string) => number {
  const ours = sectionsOf(TEMPLATES[after.kind]).map(({ id }) => id)
  const own = [...after.own, ...before.own].map(({ id }) => `own:${id}`)
  const order = new Map([...new Set([...ours, ...own])].map((id, i) => [id, i]))
  return (section) => order.get(section) ?? order.size
}

function changesOf(found: Difference, before: Plan, after: Plan, who: Who | undefined): Change[] {
  const by = (...asked: [Side, string, readonly string[]][]): { readonly by?: By } =>
    who ? { by: first(asked.map((one) => () => who.entry(...one))) } : {}
  switch (found.what) {
    case 'kind':
      return [{ ...found, section: '' }]
    case 'unplaced': {
      const { what, where: _, ...words } = found
      return [{ what, section: '', ...words }]
    }
    case 'title': {
      const path = [found.section]
      return [{ ...found, ...by(['after', TITLES, path], ['before', TITLES, path]) }]
    }
    case 'easy-checked': {
      const path = [found.section]
      return [{ ...found, ...by(['after', EASY_CHECKED, path], ['before', EASY_CHECKED, path]) }]
    }
    case 'own': {
      const { id, change, ...titles } = found
      return [{ ...titles, section: `own:${id}`, did: change, ...by(...asked(OWN_SECTIONS, id, change)) }]
    }
    case 'text': {
      const lines = textChanges(found.box, before, after, who)
      return [{ what: 'text', section: sectionOfBox(found.box), box: found.box, lines }]
    }
    case 'item':
      return [itemChange(found, after, who)]
  }
}

/** By what entries it is known who did something to an item or section. */
function asked(root: string, id: string, did: Did): [Side, string, readonly string[]][] {
  switch (did) {
    case 'added':
      // Made since; or made before as a draft or taken out, and put in since.
      return [
        ['after', root, [id]],
        ['before', root, [id, REMOVED]],
      ]
    case 'taken-out':
      return [
        ['after', root, [id, REMOVED]],
        ['before', root, [id]],
      ]
    case 'moved':
      return [['after', root, [id, ORDER]]]
    case 'changed':
      return [
        ['after', root, [id, TITLE]],
        ['before', root, [id, TITLE]],
      ]
  }
}

const first = (asked: readonly (() => By)[]): By => {
  for (const ask of asked) {
    const by = ask()
    if (by.length > 0) return by
  }
  return []
}

function textChanges(box: BoxKey, before: Plan, after: Plan, who: Who | undefined): ChangedLine[] {
  const linesIn = (side: Side, plan: Plan) => linesOfText(who ? who.text(side, box) : textIn(plan, box))
  const lines = { before: linesIn('before', before), after: linesIn('after', after) }
  const whoOfLine = (side: Side, n: number, from: number, to: number): By =>
    writersIn(lines[side][n]?.runs ?? [], from, to)
  return lineChanges(lines.before, lines.after, who && whoOfLine)
}

/** The text of a box, also of an own section that was taken out: its words were, with it. */
function textIn({ boxes, own }: Plan, box: BoxKey): RichText {
  const content = boxes[box]
  if (content) return content.type === 'text' ? content.text : []
  return own.find(({ id }) => box === ownTextKey(id))?.text ?? []
}

type ItemDifference = Extract<Difference, { what: 'item' }>

function itemChange(found: ItemDifference, after: Plan, who: Who | undefined): Change {
  const { box, id, change: did } = found
  const known = boxesOf(TEMPLATES[after.kind]).get(box)
  const shape = isEasyRoot(after.kind, box) ? 'easy' : known?.type === 'list' ? known.shape : 'action'
  const item = (found.after ?? found.before) as Item
  const told = { what: 'item', section: sectionOfBox(box), box, shape, did, item } as const
  if (did === 'changed' && found.before && found.after)
    return { ...told, cells: cellChanges(shape, box, found.before, found.after, who) }
  const by = who ? { by: first(asked(box, id, did).map((one) => () => who.entry(...one))) } : {}
  if (did !== 'moved') return { ...told, ...by }
  const ids = itemsIn(after, box).map((each) => each.id)
  return { ...told, ...by, place: { at: ids.indexOf(id) + 1, of: ids.length } }
}

function itemsIn({ boxes, own }: Plan, box: BoxKey): readonly Item[] {
  const content = boxes[box]
  if (content) return content.type === 'list' ? content.items : []
  return own.find(({ id }) => box === `own:${id}.actions`)?.actions ?? []
}

function cellChanges(shape: ShapeId, box: BoxKey, before: Item, after: Item, who: Who | undefined): CellChange[] {
  const differs = (a: unknown, b: unknown) => stableJson([a]) !== stableJson([b])
  const cells = SHAPES[shape].fields.flatMap(({ id: field, type }): CellChange[] => {
    const [was, is] = [before.cells[field], after.cells[field]]
    if (!differs(was, is)) return []
    if (type === 'words')
      return [{ field, parts: signedParts(String(was ?? ''), String(is ?? ''), box, [after.id, field], who) }]
    const ticks = new Set([was, is].flatMap((value) => (typeof value === 'object' ? value : [])))
    const entries = [field, ...Array.from(ticks, (id) => tickKey(field, id))]
    const by = who && [...new Set(entries.flatMap((name) => whoSet(who, box, [after.id, name])))]
    return [
      { field, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }), ...(by && { by }) },
    ]
  })
  const [was, is] = [before.other ?? [], after.other ?? []].map((words) => words.join('\n'))
  if (was !== is) cells.push({ field: '', parts: wordDiff(was ?? '', is ?? '') })
  if (before.lang !== after.lang) {
    const by = who && whoSet(who, box, [after.id, SPOKEN])
    const [was, is] = [before.lang, after.lang]
    cells.push({ field: SPOKEN, ...(was && { before: was }), ...(is && { after: is }), ...(by && { by }) })
  }
  if (differs(before.origin, after.origin)) {
    const by = who && whoSet(who, box, [after.id, ORIGIN])
    cells.push({ field: ORIGIN, ...(by && { by }) })
  }
  return cells
}

const whoSet = (who: Who, root: string, path: readonly string[]): By =>
  first([() => who.entry('after', root, path), () => who.entry('before', root, path)])

function signedParts(
  was: string,
  is: string,
  box: BoxKey,
  path: readonly string[],
  who: Who | undefined,
): ChangedWords[] {
  const parts = wordDiff(was, is)
  const by = (side: Side) => (from: number, to: number) => who?.cell(side, box, path, from, to) ?? []
  return who ? signParts(parts, by('after'), by('before')) : parts
}
