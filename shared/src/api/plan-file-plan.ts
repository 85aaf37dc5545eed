import * as Y from 'yjs'
import { boxesOf, type ShapeId } from '../plan/catalogue.ts'
import type { ToRead } from '../plan/edition-of.ts'
import type { BoxContent, CellValue, Item, Origin, Plan } from '../plan/plan.ts'
import { isEasyRoot } from '../plan/plan-doc.ts'
import { readCell } from '../plan/read-items.ts'
import { readPlan } from '../plan/read-plan.ts'
import { SHAPES } from '../plan/shapes.ts'
import { TEMPLATES } from '../plan/templates.ts'
import { wordsOfText } from '../plan/words-of.ts'
import { writePlan } from '../plan/write-plan.ts'
import { idsIn, peopleFields } from './people-in-cells.ts'
import type { ItemInFile, PlanFile } from './plan-file.ts'

/**
 * The plan of a file, as a document of ours reads it, and the names of the people in it by ids that `newId` made: a file's own ids
 * are nobody's here. It reads as it did where it was written (SPEC EXPORT-40); words this Withy has no place for are `unplaced`.
 */
export function planInFile({ kind, title, lang, people, explained, plan }: PlanFile, newId: () => string): ToRead {
  const ids = freshIds(plan, people, newId)
  const called = (items: readonly ItemInFile[], shape: ShapeId) => items.map((item) => itemOf(item, shape, ids))
  const known = boxesOf(TEMPLATES[kind])
  const boxes = Object.entries(plan.boxes).map(([key, content]) => {
    const box = known.get(key)
    const shape = isEasyRoot(kind, key) ? 'easy' : box?.type === 'list' ? box.shape : undefined
    const fits = content.type === 'text' ? box?.type === 'text' : content.shape === shape
    return { key, content, fits }
  })
  const whole: Plan = {
    kind,
    boxes: Object.fromEntries(
      boxes.flatMap(({ key, content, fits }): [string, BoxContent][] => {
        if (!fits) return []
        if (content.type === 'text') return [[key, content]]
        return [[key, { ...content, items: called(content.items, content.shape), removed: [] }]]
      }),
    ),
    titles: plan.titles,
    own: plan.own.map(({ actions, ...section }) => ({
      ...section,
      actions: called(actions, 'action'),
      removedActions: [],
    })),
    removedOwn: [],
    easyChecked: plan.easyChecked ?? {},
    unplaced: [
      ...plan.unplaced,
      ...boxes.flatMap(({ key, content, fits }) => (fits ? [] : [{ where: key, words: wordsIn(content).join('\n') }])),
    ],
  }
  const names = people.flatMap(({ id, name }): [string, string][] => {
    const fresh = ids.get(id)
    return name === undefined || fresh === undefined ? [] : [[fresh, name]]
  })
  return { title, ...(lang !== undefined && { lang }), plan: asRead(whole), names: new Map(names), explained }
}

/** A document lets through what a plan can hold, of links and languages too. */
function asRead(plan: Plan): Plan {
  const doc = new Y.Doc()
  writePlan(doc, plan)
  const read = readPlan(doc, plan.kind)
  doc.destroy()
  return read
}

/** An id for everybody a file names, in the order of its own ids: that is the order in which a cell names people. */
function freshIds(
  plan: PlanFile['plan'],
  people: PlanFile['people'],
  newId: () => string,
): ReadonlyMap<string, string> {
  const lists = [
    ...Object.values(plan.boxes).flatMap((box) => (box.type === 'list' ? [[box.shape, box.items] as const] : [])),
    ...plan.own.map(({ actions }) => ['action', actions] as const),
  ]
  const inCells = lists.flatMap(([shape, items]) =>
    items.flatMap(({ cells }) => peopleFields(shape).flatMap((field) => idsIn(cells[field]))),
  )
  const known = [...new Set([...people.map(({ id }) => id), ...inCells])].sort()
  const fresh = known.map(() => newId()).sort()
  return new Map(known.map((id, n) => [id, fresh[n] as string]))
}

/** What no field of the shape can hold is kept as words of the item (SPEC PLAN-8). */
function itemOf(
  { id, cells, origin, other = [], lang, of }: ItemInFile,
  shape: ShapeId,
  ids: ReadonlyMap<string, string>,
): Item {
  const left = new Map<string, CellValue>(Object.entries(cells))
  const kept: [string, CellValue][] = []
  const words = [...other]
  for (const field of SHAPES[shape].fields) {
    const given = left.get(field.id)
    left.delete(field.id)
    const read = readCell(field, field.type === 'people' ? idsIn(given).map((person) => ids.get(person)) : given)
    if (read.value !== undefined) kept.push([field.id, read.value])
    words.push(...read.other)
  }
  words.push(...[...left.values()].flat().map(String))
  return {
    id,
    cells: Object.fromEntries(kept),
    ...(origin && { origin: originOf(origin) }),
    ...(words.length > 0 && { other: words }),
    ...(lang && { lang }),
    ...(of && { of }),
  }
}

/** What it came from is in another plan or another Withy: no id of ours names it. */
function originOf(origin: NonNullable<ItemInFile['origin']>): Origin {
  if (origin.from === 'idea') return origin
  return origin.from === 'plan' ? { ...origin, plan: '', item: '' } : { ...origin, workshop: '', idea: '' }
}

const wordsIn = (content: PlanFile['plan']['boxes'][string]): readonly string[] =>
  content.type === 'text'
    ? wordsOfText(content.text)
    : content.items.flatMap(({ cells, other = [] }) => [...Object.values(cells).flat().map(String), ...other])
