import * as Y from 'yjs'
import { createListeners } from './listeners.ts'
import type { LivePlan } from './live-plan.ts'
import { type Brought, broughtBy, createWhoWrote, sectionOfRoot } from './others-changes.ts'

/** How many changes of one person wait in one section. null: nobody can tell who; the plan as a whole. */
export type HeldIn = { readonly person: string | null; readonly section: string | null; readonly count: number }

export type Held = {
  /** What waits, by person and section. The same array until it changes. */
  waiting(): readonly HeldIn[]
  onChange(listener: () => void): () => void
  /** Lets in what waits, in one change; what comes after it waits again. */
  letIn(): void
  /** Lets in what waits, and all that comes. */
  end(): void
}

const OTHERS = 'others'

/**
 * Keeps what others write outside the document of this page until somebody asks for it (SPEC SYNC-150). It waits in a second
 * document, so that it takes the room of one plan however long and however much is held.
 * @param me what this person does elsewhere is not kept from them: it lets in all that waits
 */
export function holdChanges(live: LivePlan, me: string): Held {
  const { doc } = live
  const ahead = new Y.Doc()
  const who = createWhoWrote(live)
  const changes = createListeners<void>()
  const count = createCount()
  let counts = new Map<string, HeldIn>()
  let waiting: readonly HeldIn[] = []
  let own: Uint8Array[] = [Y.encodeStateAsUpdate(doc)]

  // Only notes what changed: an exception in here would stop the document for good.
  const noteOwn = (update: Uint8Array) => {
    if (own.length === 0) queueMicrotask(takeOwn)
    own.push(update)
  }
  const takeOwn = () => {
    const came = own
    own = []
    for (const update of came) Y.applyUpdate(ahead, update)
  }
  const add = (person: string | null, root: string, more: number) => {
    const section = sectionOfRoot(root)
    const key = JSON.stringify([person, section])
    counts.set(key, { person, section, count: (counts.get(key)?.count ?? 0) + more })
  }
  const clear = () => {
    count.forget()
    counts = new Map()
    waiting = []
    changes.tell()
  }
  const letIn = () => {
    takeOwn()
    live.letIn(Y.encodeStateAsUpdate(ahead, Y.encodeStateVector(doc)))
    clear()
  }
  const note = (transaction: Y.Transaction) => {
    if (transaction.origin !== OTHERS) return
    for (const brought of broughtBy(ahead, transaction)) {
      for (const [client, more] of count.of(brought, transaction))
        add(client === null ? who.inBox(brought.root) : who.personOf(client), brought.root, more)
    }
  }
  takeOwn()
  doc.on('update', noteOwn)
  ahead.on('afterTransaction', note)
  live.divert((update) => {
    takeOwn()
    Y.applyUpdate(ahead, update, OTHERS)
    const next = [...counts.values()].filter((each) => each.count > 0)
    if (next.some(({ person }) => person === me)) return letIn()
    if (JSON.stringify(next) === JSON.stringify(waiting)) return
    waiting = next
    changes.tell()
  })

  return {
    waiting: () => waiting,
    onChange: changes.add,
    letIn,
    end() {
      live.divert(null)
      letIn()
      doc.off('update', noteOwn)
      who.stop()
      ahead.destroy()
    },
  }
}

/** How many wait in all. */
export const countOf = (waiting: readonly HeldIn[]): number => waiting.reduce((sum, { count }) => sum + count, 0)

/**
 * Counts changes as people see them: what one person writes on, letter by letter, is one; so is what comes with what it stands
 * in, and what is taken out letter by letter.
 */
function createCount() {
  /** Of what waits: where what each client wrote last in each root ends, and what was taken out last. */
  let ends = new Map<string, number>()
  let out: { readonly client: number; readonly from: number; readonly to: number } | null = null

  const isNew = ({ id, origin, parent, length }: Y.Item, root: string, first: number) => {
    const key = `${id.client} ${root}`
    const end = ends.get(key)
    ends.set(key, id.clock + length)
    if (origin?.client === id.client && end !== undefined && origin.clock === end - 1) return false
    // What stands in something that came with it.
    const around = parent instanceof Y.AbstractType ? parent._item : null
    return !(around && around.id.client === id.client && around.id.clock >= first)
  }
  const takesOut = ({ deleteSet }: Y.Transaction): number => {
    const [[client, ranges] = []] = deleteSet.clients
    const range = ranges?.[0]
    if (client === undefined || !range) return 1
    const { clock: from, len } = range
    const goesOn = out !== null && out.client === client && (from + len === out.from || from === out.to)
    out = { client, from: goesOn && out ? Math.min(from, out.from) : from, to: from + len }
    return goesOn ? 0 : 1
  }
  return {
    /** New changes in a root, by client; null: by whom nothing tells. */
    of({ root, items }: Brought, transaction: Y.Transaction): Map<number | null, number> {
      if (items.length === 0) return new Map([[null, takesOut(transaction)]])
      const by = new Map<number | null, number>()
      for (const item of items) {
        const { client } = item.id
        const more = isNew(item, root, transaction.beforeState.get(client) ?? 0) ? 1 : 0
        by.set(client, (by.get(client) ?? 0) + more)
      }
      return by
    },
    forget() {
      ends = new Map()
      out = null
    },
  }
}
