import { stableJson } from '../plan/canonical.ts'
import type { ShapeId } from '../plan/catalogue.ts'
import { type Edition, type EditionItem, editionJson, fingerprint } from '../plan/edition.ts'
import type { BoxContent, Item, Origin, Plan } from '../plan/plan.ts'
import { ownActionsKey } from '../plan/plan-doc.ts'
import { hasText } from '../plan/words-of.ts'
import { idsIn, peopleFields } from './people-in-cells.ts'
import { type ItemInFile, PLAN_FILE_FORM, type PlanFile } from './plan-file.ts'

/** A plan with how it reads: the two belong together. */
export type ToFile = {
  readonly plan: Plan
  readonly edition: Edition
  readonly status: NonNullable<PlanFile['status']>
  /** Where it is only a part of a plan: titles of what was left out. */
  readonly leftOut?: NonNullable<PlanFile['leftOut']>
  readonly annex?: NonNullable<PlanFile['annex']>
}

/**
 * A plan as it goes into a file. What was taken out is not in it: nobody reads that, and nobody agreed to it. People are in it by
 * name, as the edition calls them, and by an id of the file alone (SPEC EXPORT-40, EXPORT-41).
 */
export function planFileOf({ plan, edition, status, leftOut, annex }: ToFile): PlanFile {
  const people = peopleIn(plan, edition)
  const itemsOf = (items: readonly Item[], shape: ShapeId) => items.map((item) => itemOf(item, shape, people))
  const boxes = Object.entries(plan.boxes).filter(([, content]) => isWritten(content))
  return {
    withy: PLAN_FILE_FORM,
    kind: plan.kind,
    title: edition.title,
    ...(edition.lang !== undefined && { lang: edition.lang }),
    status,
    people: [...people.values()],
    explained: [...edition.explained],
    plan: tidy({
      boxes: Object.fromEntries(
        boxes.map(([key, content]) => [
          key,
          content.type === 'text'
            ? { type: 'text', text: content.text }
            : { type: 'list', shape: content.shape, items: itemsOf(content.items, content.shape) },
        ]),
      ),
      titles: plan.titles,
      own: plan.own.map(({ id, title, text, actions }) => ({ id, title, text, actions: itemsOf(actions, 'action') })),
      ...(Object.keys(plan.easyChecked).length > 0 && { easyChecked: plan.easyChecked }),
      unplaced: plan.unplaced,
    } as PlanFile['plan']),
    ...(leftOut && { leftOut }),
    edition: JSON.parse(editionJson(edition)) as Edition,
    fingerprint: fingerprint(edition),
    ...(annex && { annex }),
  }
}

/** The file's own text: the same for the same version, byte for byte. */
export const planFileText = (file: PlanFile): string => `${JSON.stringify(file, null, 2)}\n`

/** Equal plans give equal files, whatever order a document had its cells in. */
const tidy = <T>(value: T): T => JSON.parse(stableJson(value)) as T

const isWritten = (content: BoxContent): boolean =>
  content.type === 'text' ? hasText(content.text) : content.items.length > 0

type NamedPerson = PlanFile['people'][number]

/**
 * Who is named in cells, by their id in the plan. Their ids in the file come in the same order: names in a cell are read in the
 * order of ids, and would stand in another one when the plan is brought back.
 */
function peopleIn(plan: Plan, edition: Edition): ReadonlyMap<string, NamedPerson> {
  const named = new Map<string, string | null>()
  const shown = itemsShown(edition)
  for (const [key, shape, items] of listsOf(plan))
    for (const { id, cells } of items)
      for (const field of peopleFields(shape))
        for (const [n, person] of idsIn(cells[field]).entries())
          named.set(person, shown.get(`${key}/${id}/${field}`)?.[n] ?? null)
  const known = [...named].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(
    known.map(([id, name], n) => [
      id,
      { id: `person-${String(n + 1).padStart(5, '0')}`, ...(name !== null && { name }) },
    ]),
  )
}

const listsOf = (plan: Plan): (readonly [string, ShapeId, readonly Item[]])[] => [
  ...Object.entries(plan.boxes).flatMap(([key, content]) =>
    content.type === 'list' ? [[key, content.shape, content.items] as const] : [],
  ),
  ...plan.own.map(({ id, actions }) => [ownActionsKey(id), 'action', actions] as const),
]

/** Names as they read, by box, item and field; null for somebody whose name nobody knows any more. */
function itemsShown({ parts }: Edition): ReadonlyMap<string, readonly (string | null)[]> {
  const boxes = parts.flatMap(({ sections }) => sections.flatMap((section) => section.boxes))
  const namesIn = (key: string, { id, facts }: EditionItem) =>
    facts.flatMap(({ field, value }) =>
      value.is === 'people'
        ? [[`${key}/${id}/${field}`, value.named.map((shown) => (typeof shown === 'string' ? shown : null))] as const]
        : [],
    )
  return new Map(boxes.flatMap((box) => ('items' in box ? box.items.flatMap((item) => namesIn(box.key, item)) : [])))
}

function itemOf(
  { id, cells, origin, other = [], lang, of }: Item,
  shape: ShapeId,
  people: ReadonlyMap<string, NamedPerson>,
): ItemInFile {
  const naming = peopleFields(shape).filter((field) => cells[field] !== undefined)
  const called = naming.map((field) => [field, idsIn(cells[field]).map((person) => people.get(person)?.id ?? person)])
  return {
    id,
    cells: { ...cells, ...Object.fromEntries(called) } as ItemInFile['cells'],
    ...(origin && { origin: originOf(origin) }),
    ...(other.length > 0 && { other: [...other] }),
    ...(lang && { lang }),
    ...(of && { of }),
  }
}

function originOf(origin: Origin): NonNullable<ItemInFile['origin']> {
  if (origin.from === 'idea') return { from: 'idea', idea: origin.idea }
  if (origin.from === 'plan') return { from: 'plan', title: origin.title }
  return { from: 'workshop', on: origin.on, said: origin.said.map(({ by, words }) => ({ by, words })) }
}
