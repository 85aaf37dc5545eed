/** The server could not be reached, or what answered was not Withy. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError'
}

/** A network that changes (from wifi to a phone's own, say) drops what is on its way: that is asked for again after so long (ms). */
const AGAIN_AFTER = [300, 1_000, 2_500]

/**
 * Has something fetched, and asks for it again where nothing answered (SPEC SYNC-141): a part of the page, or what changes nothing
 * at the server. Where the browser knows of no connection that is said at once.
 * @param ask rejects where nothing answered
 * @param signal stops asking
 * @throws {OfflineError} when nothing answered in the end
 */
export async function reach<Answer>(ask: () => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
  underway += 1
  try {
    return await reachAgain(ask, signal)
  } finally {
    underway -= 1
    if (underway === 0) for (const reached of waiters.splice(0)) reached()
  }
}

/** How many things are asked for and have not come. */
let underway = 0
const waiters: (() => void)[] = []

/** Resolves when nothing is on its way. */
export const whenReached = (): Promise<void> =>
  underway === 0 ? Promise.resolve() : new Promise((reached) => waiters.push(reached))

async function reachAgain<Answer>(ask: () => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
  for (const wait of AGAIN_AFTER) {
    try {
      return await ask()
    } catch (cause) {
      if (!navigator.onLine || signal?.aborted) throw new OfflineError('Nothing answered', { cause })
    }
    await new Promise((again) => setTimeout(again, wait))
  }
  return reachOnce(ask)
}

/** The same where it must not be asked for twice. */
export const reachOnce = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
  ask().catch((cause) => {
    throw new OfflineError('Nothing answered', { cause })
  })

/** Calls `listener` when the browser has a connection again; returns how to stop. */
export function onConnected(listener: () => void): () => void {
  window.addEventListener('online', listener)
  return () => window.removeEventListener('online', listener)
}
