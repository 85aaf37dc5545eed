import { Worker } from 'node:worker_threads'
import type { PlanFileRead } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'

/** A plan as it comes out of a file, ready to be kept; nothing of it has been checked against what people may type. */
export type PlanFileMade =
  | Exclude<PlanFileRead, { is: 'plan' }>
  | {
      readonly is: 'plan'
      readonly kind: PlanKind
      readonly title: string
      readonly words: { readonly bytes: Uint8Array; readonly clients: readonly number[] }
      /** Who is named in cells, by fresh ids. */
      readonly names: readonly (readonly [string, string])[]
      readonly explained: readonly { readonly word: string; readonly meaning: string }[]
    }

/** So many files wait at most, each as large as the largest plan. */
const WAITING = 8
/** `idle`: how long the thread stays when nothing is to be read (ms). It keeps the memory of the largest file it read. */
const LIMITS = { milliseconds: 20_000, megabytes: 600, idle: 20_000 }

/**
 * Reads plans that people bring as files: in a thread of their own, one after the other, so that nobody's typing waits for it. One
 * that is stuck or takes too much memory is ended with the thread, and is `damaged` (SPEC EXPORT-66).
 * @returns what reads one; null: too many wait
 */
export function createPlanFiles({ waiting: most = WAITING, limits = LIMITS } = {}) {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  let thread: Worker | null = null
  let resting: NodeJS.Timeout | undefined

  function begin(): Worker {
    const begun = new Worker(new URL('./plan-file-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    })
    begun.unref()
    return begun
  }
  const end = () => {
    void thread?.terminate()
    thread = null
  }

  const readNow = (text: string): Promise<PlanFileMade> =>
    new Promise((resolve) => {
      clearTimeout(resting)
      thread ??= begin()
      const mine = thread
      const settle = (made: PlanFileMade) => {
        clearTimeout(late)
        mine.off('message', settle).off('error', giveUp).off('exit', giveUp)
        resolve(made)
      }
      const giveUp = () => {
        settle({ is: 'damaged' })
        end()
      }
      const late = setTimeout(giveUp, limits.milliseconds)
      mine.once('message', settle)
      mine.once('error', giveUp)
      mine.once('exit', giveUp)
      mine.postMessage(text)
    })

  return async (text: string): Promise<PlanFileMade | null> => {
    if (waiting >= most) return null
    waiting += 1
    const mine = last.then(() => readNow(text))
    last = mine
    return mine.finally(() => {
      waiting -= 1
      if (waiting === 0) resting = setTimeout(end, limits.idle).unref()
    })
  }
}
