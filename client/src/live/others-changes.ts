import { sectionOfBox } from '@withy/shared/plan'
import * as Y from 'yjs'
import { BROUGHT_BACK } from './device-copy/keeper.ts'
import type { LivePlan } from './live-plan.ts'
import { rootsChanged } from './watchdog.ts'

/** One change that came from others: where, and by whom as far as it can be told. */
export type OthersChange = {
  readonly root: string
  /** Ids of the people who put something in; null stands for somebody who cannot be told for certain. */
  readonly people: readonly (string | null)[]
}

/** What a transaction did in a root. `items`: what was put in; none where things were only taken out. */
export type Brought = { readonly root: string; readonly items: readonly Y.Item[] }

/** Tells of changes that others made, once all has come that was there before (SPEC SYNC-61, A11Y-260). */
export function onOthersChanges(live: LivePlan, listener: (changes: readonly OthersChange[]) => void): () => void {
  const who = createWhoWrote(live)
  let waiting: OthersChange[] = []
  const tell = () => {
    const told = waiting
    waiting = []
    listener(told)
  }
  // Only notes what changed: an exception in here would stop the document for good.
  const note = (transaction: Y.Transaction) => {
    if (transaction.local || transaction.origin === BROUGHT_BACK || !live.hasAnswer()) return
    const brought = broughtBy(live.doc, transaction)
    if (brought.length === 0) return
    if (waiting.length === 0) queueMicrotask(tell)
    for (const each of brought) waiting.push({ root: each.root, people: who.wrote(each) })
  }
  live.doc.on('afterTransaction', note)
  return () => {
    live.doc.off('afterTransaction', note)
    who.stop()
  }
}

/**
 * Names who made changes. Who put words in is known by the client id they carry, which the server binds to one person; who took
 * words out is nowhere written, so it is the one person whose box this is at that moment, or nobody (SPEC SYNC-61).
 */
export function createWhoWrote(live: LivePlan) {
  // Kept after they leave: what they wrote may arrive later than their going.
  const personByClient = new Map<number, string>()
  const remember = () => {
    for (const { client, person } of live.here()) personByClient.set(client, person)
  }
  const inBox = (root: string): string | null => {
    const people = new Set(live.here().flatMap(({ box, person }) => (box?.split('/')[0] === root ? [person] : [])))
    const [only = null] = people
    return people.size === 1 ? only : null
  }
  const stop = live.onHere(remember)
  remember()
  const personOf = (client: number): string | null => personByClient.get(client) ?? null
  return {
    personOf,
    inBox,
    wrote: ({ root, items }: Brought): readonly (string | null)[] =>
      items.length === 0 ? [inBox(root)] : [...new Set(items.map(({ id }) => personOf(id.client)))],
    stop,
  }
}

/** What a transaction did, root by root: one may bring what several people wrote in several places. */
export function broughtBy(doc: Y.Doc, transaction: Y.Transaction): readonly Brought[] {
  const roots = rootsChanged(doc, transaction)
  if (roots.length === 0) return []
  const nameOf = new Map<unknown, string>([...doc.share].map(([name, root]) => [root, name]))
  const itemsIn = new Map<string, Y.Item[]>(roots.map((root) => [root, []]))
  for (const item of itemsPutIn(doc, transaction)) itemsIn.get(nameOf.get(rootOf(item)) ?? '')?.push(item)
  return [...itemsIn].map(([root, items]) => ({ root, items }))
}

function* itemsPutIn(doc: Y.Doc, { beforeState, afterState }: Y.Transaction): Generator<Y.Item> {
  for (const [client, clock] of afterState) {
    const before = beforeState.get(client) ?? 0
    const structs = doc.store.clients.get(client)
    if (clock === before || !structs) continue
    for (let at = Y.findIndexSS(structs, before); at < structs.length; at += 1) {
      const struct = structs[at]
      if (struct instanceof Y.Item) yield struct
    }
  }
}

function rootOf({ parent }: Y.Item): unknown {
  let type: unknown = parent
  while (type instanceof Y.AbstractType && type._item) type = type._item.parent
  return type
}

/** The section a root belongs to, or null for what belongs to the whole plan (titles, the list of own sections). */
export const sectionOfRoot = (root: string): string | null => {
  const section = sectionOfBox(root)
  return section === '' || section === 'plan' ? null : section
}
