import { sectionOfBox } from '@withy/shared/plan'
import type * as Y from 'yjs'
import { BROUGHT_BACK } from './device-copy/keeper.ts'
import type { LivePlan } from './live-plan.ts'
import { rootsChanged } from './watchdog.ts'

/** One change that came from others: where, and by whom as far as it can be told. */
export type OthersChange = {
  readonly root: string
  /** Ids of the people who put something in; null stands for somebody who cannot be told for certain. */
  readonly people: readonly (string | null)[]
}

/**
 * Tells of changes that others made, from the first sync on. Who put words in is known by the client id they carry, which
 * the server binds to one person; who took words out is nowhere written, so it is the one person whose box this is at
 * that moment, or nobody (SPEC SYNC-61).
 */
export function onOthersChanges(live: LivePlan, listener: (changes: readonly OthersChange[]) => void): () => void {
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
  const stopHere = live.onHere(remember)
  remember()

  let waiting: OthersChange[] = []
  const tell = () => {
    const told = waiting
    waiting = []
    listener(told)
  }
  // Only notes what changed: an exception in here would stop the document for good.
  const note = (transaction: Y.Transaction) => {
    if (transaction.local || transaction.origin === BROUGHT_BACK || live.link().is === 'opening') return
    const writers = [...transaction.afterState.keys()].filter(
      (client) => transaction.afterState.get(client) !== transaction.beforeState.get(client),
    )
    const roots = rootsChanged(live.doc, transaction)
    if (roots.length === 0) return
    if (waiting.length === 0) queueMicrotask(tell)
    for (const root of roots) {
      const people = writers.length > 0 ? writers.map((client) => personByClient.get(client) ?? null) : [inBox(root)]
      waiting.push({ root, people: [...new Set(people)] })
    }
  }
  live.doc.on('afterTransaction', note)
  return () => {
    live.doc.off('afterTransaction', note)
    stopHere()
  }
}

/** The section a root belongs to, or null for what belongs to the whole plan (titles, the list of own sections). */
export const sectionOfRoot = (root: string): string | null => {
  const section = sectionOfBox(root)
  return section === '' || section === 'plan' ? null : section
}
