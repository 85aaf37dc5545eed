import type { Writer } from '@withy/shared/api'
import {
  acceptIn,
  boxIn,
  carried,
  carriedOver,
  cellWords,
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
import { type Clients, keepWriters } from './keep-writers.ts'

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
    const owned = wordsOwned({ changes, placed, signed: text.signed }, (by) => authors.owners[by] ?? [])
    return placed.map(({ id, is }) => ({ id, is, owners: owned.get(id) ?? [] }))
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

/** A Yjs client under which an edit puts in words, up to the clock it has then. */
export type EditClient = { readonly client: number; readonly to: number }

/** An edit that is not in the document yet. */
export type Edit = {
  readonly update: Uint8Array
  /** Of each group of changes the client its new words are under; null where it has none. */
  readonly clients: readonly (EditClient | null)[]
  /** Those of words that stay somebody else's. */
  readonly writers: readonly (Writer & EditClient & { readonly owners: readonly string[] })[]
  /** Something it takes out, a letter or a mark, where it puts in nothing; else null. */
  readonly gone: { readonly client: number; readonly clock: number } | null
}

/**
 * Puts chosen changes of a suggestion into a document, by as little as can be. Null: they change nothing, or it cannot be done without
 * making words of others somebody else's (SPEC TALK-39).
 * @param groups ids of changes; the new words of each group are under a client of their own
 */
export function editIn(
  doc: Y.Doc,
  kind: PlanKind,
  authors: Authors,
  { place, changes }: Offered,
  groups: readonly (readonly string[])[],
): Edit | null {
  const now = wordsAt(doc, readPlan(doc, kind), place, authors.putIn)?.now
  if (now === undefined) return null
  const ids = groups.flat()
  const placed = placesOf({ place, changes }, groups, now)
  const edit = () => {
    // Words that another program wrote are one value, set at once.
    if (!acceptIn(doc, place, changes, ids)) rewordIn(doc, place, textWith(now, changes, ids))
  }
  const text = textAt(doc, place)
  if (!text && groups.length > 1) return null
  let clients: Clients | null = { kept: new Map(), news: new Map([[0, doc.clientID]]) }
  const update = updateOf(doc, () => {
    if (text) clients = keepWriters(doc, text, { putIn: authors.putIn, placed, put: edit })
    else edit()
  })
  if (!clients || !update) return null
  const { kept, news }: Clients = clients
  const until = (client: number): EditClient => ({ client, to: Y.getState(doc.store, client) })
  const writers = [...kept].flatMap(([client, n]) => {
    const writer = authors.writers[n]
    return writer ? [{ ...until(client), ...writer, owners: authors.owners[n] ?? [] }] : []
  })
  const put = groups.map((_, n) => {
    const client = news.get(n)
    return client === undefined ? null : until(client)
  })
  return { update, clients: put, writers, gone: goneIn(update) }
}

/** What can be typed in at a place. */
const textAt = (doc: Y.Doc, { box, item, field }: WordingPlace): Y.XmlFragment | Y.Text | null =>
  item === null ? textRoot(doc, box) : cellWords(doc, box, item, field ?? '')

/** The first that an update takes out which puts in nothing. */
function goneIn(update: Uint8Array): Edit['gone'] {
  const { structs, ds } = Y.decodeUpdate(update)
  const [first] = structs.length > 0 ? [] : ds.clients
  const clock = first?.[1][0]?.clock
  return first && clock !== undefined ? { client: first[0], clock } : null
}

/** Where chosen changes fit, how many sentences they put there, and of which group they are. */
function placesOf({ changes }: Offered, groups: readonly (readonly string[])[], now: Wording) {
  const becomes = new Map(changes.map((change) => [change.id, change.becomes.length]))
  return carried(changes, now).flatMap(({ id, is, at, length }) => {
    const by = groups.findIndex((ids) => ids.includes(id))
    return is === 'fits' && by >= 0 ? [{ at, length, becomes: becomes.get(id) ?? 0, by }] : []
  })
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
