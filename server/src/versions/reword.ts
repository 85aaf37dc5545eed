import type { Writer } from '@withy/shared/api'
import {
  acceptIn,
  boxIn,
  carried,
  carriedOver,
  changesBetween,
  type Plan,
  type PlanKind,
  type RichText,
  readPlan,
  readRichText,
  rewordIn,
  type SentenceChange,
  type Sign,
  sentencesOf,
  signedWords,
  standing,
  textRoot,
  textWith,
  type Wording,
  type WordingPlace,
  wordsOwned,
} from '@withy/shared/plan'
import * as Y from 'yjs'
import type { Authors } from './authors.ts'
import { entryIn } from './entry-in.ts'
import { keepWriters } from './keep-writers.ts'

/** How a change of a suggestion stands to the words of a plan, and whose are those it takes the place of. */
export type Stands = {
  readonly id: string
  readonly is: 'fits' | 'there' | 'gone'
  /** Who put them in, or for whom they were put in, as far as that is known. */
  readonly owners: readonly string[]
}

/** All changes of one suggestion, and where it is. */
export type Offered = { readonly place: WordingPlace; readonly changes: readonly SentenceChange[] }

/** How the changes of suggestions stand to a plan (SPEC TALK-37). */
export function standingIn(doc: Y.Doc, kind: PlanKind, authors: Authors, all: readonly Offered[]): Stands[][] {
  const plan = readPlan(doc, kind)
  const textOf = eachOnce((place) => {
    const found = wordsAt(doc, plan, place, authors.putIn)
    return found && { now: standing(sentencesOf(found.now)), signed: sentencesOf(found.signed) }
  })
  return all.map(({ place, changes }) => {
    const text = textOf(place)
    if (!text) return changes.map(({ id }) => ({ id, is: 'gone', owners: [] }))
    const placed = carriedOver(changes, text.now)
    const owned = wordsOwned(changes, placed, text.signed)
    return placed.map(({ id, is }) => ({ id, is, owners: ownersOf(authors, owned.get(id) ?? []) }))
  })
}

/** Many suggestions are about one text, which is cut once. */
function eachOnce<T>(read: (place: WordingPlace) => T): (place: WordingPlace) => T {
  const known = new Map<string, T>()
  return (place) => {
    const key = JSON.stringify([place.box, place.item, place.field])
    const found = known.get(key)
    if (found !== undefined) return found
    const made = read(place)
    known.set(key, made)
    return made
  }
}

/** The words somebody saw at a place, and others in their stead. */
export type Proposed = { readonly place: WordingPlace; readonly was: Wording; readonly proposed: Wording }

/** What somebody offers as changes, and how they stand. */
export function offerIn(
  doc: Y.Doc,
  kind: PlanKind,
  authors: Authors,
  { place, was, proposed }: Proposed,
): { readonly changes: readonly SentenceChange[]; readonly stands: readonly Stands[] } {
  const changes = changesBetween(was, proposed)
  const [stands = []] = standingIn(doc, kind, authors, [{ place, changes }])
  return { changes, stands }
}

/** An edit that is not in the document yet, the Yjs client it is made under, and those of words that stay somebody else's. */
export type Edit = {
  readonly update: Uint8Array
  readonly client: number
  readonly writers: readonly (Writer & { readonly client: number; readonly owners: readonly string[] })[]
  /** A letter it takes out; null where it takes out none. */
  readonly gone: { readonly client: number; readonly clock: number } | null
}

/**
 * Puts chosen changes of a suggestion into a document, by as little as can be. Null: they change nothing, or it cannot be done without
 * making words of others somebody else's (SPEC TALK-39).
 */
export function editIn(
  doc: Y.Doc,
  kind: PlanKind,
  authors: Authors,
  { place, changes }: Offered,
  ids: readonly string[],
): Edit | null {
  const found = wordsAt(doc, readPlan(doc, kind), place, authors.putIn)
  if (!found) return null
  const { now } = found
  const client = doc.clientID
  const placed = placesOf({ place, changes }, ids, now)
  const before = lettersAt(doc, kind, place)
  let kept: ReadonlyMap<number, number> | null = NOBODY
  const put = () => {
    // Words that another program wrote are one value, set at once.
    if (!acceptIn(doc, place, changes, ids)) rewordIn(doc, place, textWith(now, changes, ids))
  }
  const update = updateOf(doc, () => {
    // Of a cell only words that differ are ever taken out.
    if (typeof now === 'string') put()
    else kept = keepWriters(doc, textRoot(doc, place.box), { putIn: authors.putIn, placed, put })
  })
  if (!kept || !update) return null
  const writers = [...kept].flatMap(([id, n]) => {
    const writer = authors.writers[n]
    return writer ? [{ client: id, ...writer, owners: authors.owners[n] ?? [] }] : []
  })
  const after = lettersAt(doc, kind, place)
  const gone = [...before].find(([name]) => !after.has(name))?.[1] ?? null
  return { update, client, writers, gone }
}

/** Each letter at a place, by its client and clock. */
function lettersAt(doc: Y.Doc, kind: PlanKind, place: WordingPlace) {
  const letters = new Map<string, { client: number; clock: number }>()
  wordsAt(doc, readPlan(doc, kind), place, (client, clock, length) => {
    for (let at = clock; at < clock + length; at++) letters.set(`${client} ${at}`, { client, clock: at })
    return [{ length }]
  })
  return letters
}

/** Where chosen changes fit, and how many sentences they put there. */
function placesOf({ changes }: Offered, ids: readonly string[], now: Wording) {
  const becomes = new Map(changes.map((change) => [change.id, change.becomes.length]))
  return carried(changes, now).flatMap(({ id, is, at, length }) =>
    is === 'fits' && ids.includes(id) ? [{ at, length, becomes: becomes.get(id) ?? 0 }] : [],
  )
}

/** All that something changes in a document as one update; null where that is nothing. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array | null {
  const updates: Uint8Array[] = []
  const take = (update: Uint8Array) => void updates.push(update)
  doc.on('update', take)
  change()
  doc.off('update', take)
  return updates.length > 0 ? Y.mergeUpdates(updates) : null
}

const NOBODY: ReadonlyMap<number, number> = new Map()

type Words = { readonly now: Wording; readonly signed: RichText }

function wordsAt(doc: Y.Doc, plan: Plan, { box, item, field }: WordingPlace, sign: Sign): Words | null {
  const content = boxIn(plan, box)
  if (content?.type === 'text') {
    const root = doc.share.get(box)
    return { now: content.text, signed: root ? readRichText(root, sign) : [] }
  }
  const cells = content?.items.find(({ id }) => id === item)?.cells
  if (!cells || item === null || field === null) return null
  const now = cells[field] ?? ''
  return typeof now === 'string'
    ? { now, signed: [{ type: 'paragraph', runs: runsIn(doc, box, item, field, now, sign) }] }
    : null
}

function runsIn(doc: Y.Doc, box: string, item: string, field: string, now: string, sign: Sign) {
  const entry = entryIn(doc, box, item, field)
  if (!entry) return []
  if (entry.content instanceof Y.ContentType) return signedWords(entry.content.type, sign)
  // Words that another program wrote are one value, set at once.
  return sign(entry.id.client, entry.lastId.clock, 1).map(({ by }) => ({ text: now, ...(by !== undefined && { by }) }))
}

const ownersOf = ({ owners }: Authors, numbers: readonly number[]): string[] => [
  ...new Set(numbers.flatMap((n) => owners[n] ?? [])),
]
