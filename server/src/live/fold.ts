import { Worker } from 'node:worker_threads'
import { NotOnePlan } from '../one-document.ts'
import type { Difference } from './answers.ts'
import type { Looked } from './folded.ts'

type Work = { readonly parts: readonly Uint8Array[] } | { readonly update: Uint8Array; readonly vector: Uint8Array }
export type FoldAsked = { readonly id: number } & Work
export type FoldDone = { readonly id: number } & ({ readonly made: Looked | Uint8Array } | { readonly broken: string })

type Waiting = { done(made: unknown): void; failed(problem: Error): void }

/** So many bytes of plans are compared at once: a second of work, which a plan that is to be folded waits at most. */
const COMPARED_AT_ONCE = 16 * 1024 * 1024

export interface Folding {
  /** Rejects where the parts do not make one plan, and where the thread has died. */
  fold(parts: readonly Uint8Array[]): Promise<Looked>
  /** What an update has that somebody with these clocks has not. Null, at once, where too much waits to be compared already. */
  difference: Difference
  /** Ends the thread. What is under way rejects. */
  stop(): Promise<void>
}

/**
 * Makes one update of several (format V1), and compares, in a thread of its own: it may take a second, and nobody's typing waits for it. One
 * thread for all plans of this process, begun when there is something to fold, begun again where it died, and ended when it has been
 * idle for a while.
 */
export function createFolding({ idleMs = 20_000 } = {}): Folding {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let asked = 0
  let comparing = 0
  let resting: NodeJS.Timeout | undefined

  function begin(): Worker {
    const begun = new Worker(new URL('./fold-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    })
    const gone = (why: string) => {
      // An error is followed by the end: by then another thread may be at work on what came since.
      if (worker !== begun) return
      worker = null
      for (const { failed } of waiting.values()) failed(new Error(why))
      waiting.clear()
    }
    begun.unref()
    begun.on('message', (done: FoldDone) => {
      const one = waiting.get(done.id)
      waiting.delete(done.id)
      if ('made' in done) one?.done(done.made)
      else one?.failed(new NotOnePlan(done.broken))
      if (waiting.size === 0) resting = setTimeout(rest, idleMs).unref()
    })
    begun.on('error', (problem) => gone(String(problem)))
    begun.on('exit', () => gone('the thread that folds has ended'))
    return begun
  }

  /** A thread keeps the memory of the largest plan it ever folded: it ends when there is nothing to fold. */
  function rest() {
    const idle = worker
    worker = null
    void idle?.terminate()
  }

  function ask<Made>(work: Work): Promise<Made> {
    return new Promise<Made>((done, failed) => {
      clearTimeout(resting)
      worker ??= begin()
      asked += 1
      waiting.set(asked, { done: (made) => done(made as Made), failed })
      worker.postMessage({ id: asked, ...work } satisfies FoldAsked)
    })
  }

  return {
    fold: (parts) => ask<Looked>({ parts }),
    async difference(update, vector) {
      const bytes = update.byteLength
      if (comparing > 0 && comparing + bytes > COMPARED_AT_ONCE) return null
      comparing += bytes
      return ask<Uint8Array>({ update, vector }).finally(() => {
        comparing -= bytes
      })
    },
    async stop() {
      clearTimeout(resting)
      await worker?.terminate()
    },
  }
}
