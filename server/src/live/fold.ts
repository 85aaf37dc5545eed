import { Worker } from 'node:worker_threads'
import { type Looked, NotOnePlan } from './folded.ts'

export type FoldAsked = { readonly id: number; readonly parts: readonly Uint8Array[] }
export type FoldDone = { readonly id: number } & ({ readonly made: Looked } | { readonly broken: string })

type Waiting = { done(made: Looked): void; failed(problem: Error): void }

export interface Folding {
  /** Rejects where the parts do not make one plan, and where the thread has died. */
  fold(parts: readonly Uint8Array[]): Promise<Looked>
  /** Ends the thread. What is under way rejects. */
  stop(): Promise<void>
}

/**
 * Makes one update of several (format V1) in a thread of its own: it may take a second, and nobody's typing waits for it. One
 * thread for all plans of this process, begun when there is something to fold, begun again where it died, and ended when it has been
 * idle for a while.
 */
export function createFolding({ idleMs = 20_000 } = {}): Folding {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let asked = 0
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

  return {
    fold: (parts) =>
      new Promise<Looked>((done, failed) => {
        clearTimeout(resting)
        worker ??= begin()
        asked += 1
        waiting.set(asked, { done, failed })
        worker.postMessage({ id: asked, parts } satisfies FoldAsked)
      }),
    async stop() {
      clearTimeout(resting)
      await worker?.terminate()
    },
  }
}
