import { Worker } from 'node:worker_threads'

export type ThreadLimits = {
  /** So many wait at most, with the one under way. */
  readonly waiting: number
  /** For one piece of work. */
  readonly milliseconds: number
  readonly megabytes: number
  /** How long the thread stays when nothing is asked (ms). It keeps the memory of the largest work it did. */
  readonly idle: number
}

/** Too many wait for a thread. */
export class ThreadBusy extends Error {}
/** Work in a thread was not done: it took too long, too much memory, or threw. Never says what it was about. */
export class ThreadFailed extends Error {}

/**
 * A thread of its own for work that would hold up everybody's typing here, one piece after the other. It begins with the first,
 * and again after one that was stuck, which is ended with it.
 * @param entry a program that answers each message with one
 * @returns what asks it. Rejects with ThreadBusy or ThreadFailed
 */
export function createThread<Asked, Made>(entry: URL, limits: ThreadLimits): (asked: Asked) => Promise<Made> {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  let thread: Worker | null = null
  let resting: NodeJS.Timeout | undefined

  function begin(): Worker {
    const begun = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } })
    begun.unref()
    // Listened for as long as it lives: one that breaks between two pieces of work would take the whole server with it.
    const forget = () => {
      if (thread === begun) thread = null
    }
    begun.on('error', forget).on('exit', forget)
    return begun
  }
  const end = () => {
    void thread?.terminate()
    thread = null
  }

  const doNow = (asked: Asked): Promise<Made> =>
    new Promise((resolve, reject) => {
      clearTimeout(resting)
      thread ??= begin()
      const mine = thread
      const settle = () => {
        clearTimeout(late)
        mine.off('message', heard).off('error', giveUp).off('exit', giveUp)
      }
      const heard = (made: Made) => {
        settle()
        resolve(made)
      }
      const giveUp = () => {
        settle()
        end()
        reject(new ThreadFailed('it took too long, or could not be done'))
      }
      const late = setTimeout(giveUp, limits.milliseconds)
      mine.once('message', heard)
      mine.once('error', giveUp)
      mine.once('exit', giveUp)
      mine.postMessage(asked)
    })

  return (asked) => {
    if (waiting >= limits.waiting) return Promise.reject(new ThreadBusy('too many at once'))
    waiting += 1
    const made = last.then(() => doNow(asked))
    last = made.catch(() => {})
    return made.finally(() => {
      waiting -= 1
      if (waiting === 0) resting = setTimeout(end, limits.idle).unref()
    })
  }
}
