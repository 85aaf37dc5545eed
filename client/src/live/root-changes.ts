import { useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { createListeners, type Listeners } from './listeners.ts'
import { rootsChanged } from './watchdog.ts'

/** Tells those who draw a root of a document that it changed, once for all the changes of one turn (SPEC PLAN-82). */
export type RootChanges = {
  /** Grows with each change of the root. */
  version(root: string): number
  /** Calls when one of these roots changed; `null` for any root. Returns how to stop. */
  on(roots: readonly string[] | null, listener: () => void): () => void
}

const known = new WeakMap<Y.Doc, RootChanges>()

/** The changes of a document. One listener on the document, however many draw from it. */
export function rootChanges(doc: Y.Doc): RootChanges {
  const found = known.get(doc) ?? watchRoots(doc)
  known.set(doc, found)
  return found
}

function watchRoots(doc: Y.Doc): RootChanges {
  const versions = new Map<string, number>()
  const byRoot = new Map<string | null, Listeners<void>>()
  let waiting = new Set<string>()

  const listenersOf = (root: string | null) => {
    const listeners = byRoot.get(root) ?? createListeners<void>()
    byRoot.set(root, listeners)
    return listeners
  }
  const tell = () => {
    const changed = waiting
    waiting = new Set()
    for (const root of changed) byRoot.get(root)?.tell()
    byRoot.get(null)?.tell()
  }

  // Only notes what changed: an exception in here would stop the document for good.
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    const changed = rootsChanged(doc, transaction)
    if (changed.length === 0) return
    for (const root of changed) versions.set(root, (versions.get(root) ?? 0) + 1)
    if (waiting.size === 0) queueMicrotask(tell)
    waiting = new Set([...waiting, ...changed])
  })

  return {
    version: (root) => versions.get(root) ?? 0,
    on(roots, listener) {
      const offs = (roots ?? [null]).map((root) => listenersOf(root).add(listener))
      return () => {
        for (const off of offs) off()
      }
    },
  }
}

/**
 * Draws from some roots of a document: draws again when one of them changes, and only then. Returns a number that grows
 * with their changes, to read again by.
 */
export function useRoots(doc: Y.Doc, roots: readonly string[]): number {
  const changes = rootChanges(doc)
  const key = roots.join('\n')
  return useSyncExternalStore(
    (listener) => changes.on(key.split('\n'), listener),
    () => roots.reduce((sum, root) => sum + changes.version(root), 0),
  )
}
