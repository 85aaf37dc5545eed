import * as Y from 'yjs'
import type { Moved } from './storage/authors.ts'

/** Fewer letters than these are as soon typed anew, and say nothing of whose they were. */
const LEAST = 3

/**
 * Letters of a plan that were taken out and put in again as they were: Yjs puts in anew what is made a heading, a point of a list or a
 * line of its own, and what is brought back by undo. Only a line that was whole before or is whole now counts, letter for letter, or what comes
 * back to the very place it was taken from: of single words moved about nobody can say any more that a person said them so (SPEC STORE-119).
 * @param parts updates of a plan in their order; the first may be all that was before, of which nothing is found
 */
export function movedIn(parts: readonly Uint8Array[]): Moved[] {
  const last = parts.findLastIndex((part, n) => n > 0 && mayMove(part))
  if (last < 0) return []
  // What was taken out stays to be read.
  const doc = new Y.Doc({ gc: false })
  const gone = new Map<string, Letters[]>()
  const found: Moved[] = []
  doc.on('afterTransaction', (change: Y.Transaction) => found.push(...movedBy(change, gone)))
  for (const part of parts.slice(0, last + 1)) Y.applyUpdate(doc, part)
  doc.destroy()
  return found
}

/** Whether an update puts in as many letters as a line has at least. */
function mayMove(update: Uint8Array): boolean {
  let letters = 0
  for (const struct of Y.decodeUpdate(update).structs)
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) letters += struct.length
  return letters >= LEAST
}

type Stretch = { readonly client: number; readonly clock: number; readonly words: string }
/** Letters next to each other, as stretches of the clocks of clients. */
type Letters = readonly Stretch[]
type Text = Y.AbstractType<unknown>
type Words = Y.Item & { readonly content: Y.ContentString }

/** What one change moves. `gone`: lines that were taken out whole up to then, by how they read; those of this change are added. */
function movedBy(change: Y.Transaction, gone: Map<string, Letters[]>): Moved[] {
  const isOld = ({ id }: Y.Item) => id.clock < (change.beforeState.get(id.client) ?? 0)
  const isTaken = ({ id }: Y.Item) => Y.isDeleted(change.deleteSet, id)
  const stretches = new Map<string, Letters[]>()
  for (const text of touched(change, isOld)) {
    const before = wordsOf(text).filter((item) => isOld(item) && (!item.deleted || isTaken(item)))
    const isWhole = text._item?.deleted && isTaken(text._item)
    if (isWhole) keep(gone, lettersOf(before))
    else for (const run of runs(before, isTaken)) keep(stretches, lettersOf(run))
  }
  const found: Moved[] = []
  for (const text of filled(change)) {
    const now = wordsOf(text).filter((item) => !item.deleted)
    const isNew = text._item !== null && !isOld(text._item)
    for (const run of runs(now, (item) => !isOld(item))) {
      const letters = lettersOf(run)
      const was = take(gone, letters) ?? (isNew && run.length === now.length ? take(stretches, letters) : null)
      if (was) found.push(...asMoved(letters, was))
      else for (const item of run) found.push(...backInPlace(item, isOld))
    }
  }
  return found
}

/** Texts something old was taken out of. */
function touched(change: Y.Transaction, isOld: (item: Y.Item) => boolean): Set<Text> {
  const texts = new Set<Text>()
  Y.iterateDeletedStructs(change, change.deleteSet, (struct) => {
    if (isWords(struct) && isOld(struct)) texts.add(struct.parent as Text)
  })
  return texts
}

/** Texts something was put into. */
function filled({ doc, beforeState, afterState }: Y.Transaction): Set<Text> {
  const texts = new Set<Text>()
  for (const [client, clock] of afterState) {
    const from = beforeState.get(client) ?? 0
    if (clock === from) continue
    for (const struct of doc.store.clients.get(client) ?? [])
      if (struct.id.clock >= from && isWords(struct) && !struct.deleted) texts.add(struct.parent as Text)
  }
  return texts
}

function wordsOf(text: Text): Words[] {
  const all: Words[] = []
  for (let item = text._start; item; item = item.right) if (isWords(item)) all.push(item)
  return all
}

const isWords = (struct: object): struct is Words =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentString

/** Those next to each other that are so. */
function runs(items: readonly Words[], is: (item: Words) => boolean): Words[][] {
  const all: Words[][] = []
  let last: Words[] | null = null
  for (const item of items) {
    if (!is(item)) last = null
    else if (last) last.push(item)
    else {
      last = [item]
      all.push(last)
    }
  }
  return all
}

const lettersOf = (items: readonly Words[]): Letters =>
  items.map(({ id, content }) => ({ client: id.client, clock: id.clock, words: content.str }))

const reads = (letters: Letters): string => letters.map(({ words }) => words).join('')

function keep(where: Map<string, Letters[]>, letters: Letters): void {
  const words = reads(letters)
  if (words.length < LEAST) return
  where.set(words, [...(where.get(words) ?? []), letters])
}

/** Once: what is copied afterwards is whose the copy is. */
function take(where: Map<string, Letters[]>, letters: Letters): Letters | null {
  return where.get(reads(letters))?.pop() ?? null
}

/** Undo puts letters in beside those it brings back; those that one and the same change put in and took out were nobody's. */
function backInPlace(item: Words, isOld: (item: Y.Item) => boolean): Moved[] {
  if (item.length < LEAST) return []
  const was = [item.right, item.left].find(
    (one) => one && isWords(one) && one.deleted && isOld(one) && one.content.str === item.content.str,
  )
  return was ? asMoved(lettersOf([item]), lettersOf([was as Words])) : []
}

/** Letter for letter, cut where either is. */
function asMoved(now: Letters, was: Letters): Moved[] {
  const found: Moved[] = []
  const old = was.map((one) => ({ ...one, left: one.words.length }))
  for (const { client, clock, words } of now) {
    let at = clock
    while (at < clock + words.length) {
      const [of] = old
      if (!of) return found
      const length = Math.min(of.left, clock + words.length - at)
      const from = of.clock + of.words.length - of.left
      found.push({ client, from: at, to: at + length, of: { client: of.client, clock: from } })
      at += length
      of.left -= length
      if (of.left === 0) old.shift()
    }
  }
  return found
}
