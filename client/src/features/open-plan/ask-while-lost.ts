import { RefusedError } from '../../api/send.ts'
import type { LivePlan } from '../../live/live-plan.ts'

/** The first question, and those after it: apart by chance too, or a hall of phones would ask at once (ms). */
const FIRST = 2_000
const NEXT = 6_000

/**
 * Asks for a plan now and then while its connection is lost. A browser does not tell a page why a socket was not opened:
 * somebody who was taken out meanwhile would wait for ever (SPEC SYNC-102).
 * @returns how to stop
 */
export function askWhileLost(live: LivePlan, ask: () => Promise<unknown>, onRefused: () => void): () => void {
  let stop: (() => void) | null = null
  const stopListening = live.onLink(({ is }) => {
    if (is === 'lost') stop ??= askNowAndThen(ask, onRefused)
    else {
      stop?.()
      stop = null
    }
  })
  return () => {
    stopListening()
    stop?.()
  }
}

/** Asks during one loss: an answer that comes after its end must not go on beside the asking of the next. */
function askNowAndThen(ask: () => Promise<unknown>, onRefused: () => void): () => void {
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const askIn = (ms: number) => {
    timer = setTimeout(
      () => {
        ask().then(
          () => over || askIn(NEXT),
          (error: unknown) => {
            if (over) return
            if (error instanceof RefusedError && IS_OUT.has(error.refused)) onRefused()
            else askIn(NEXT)
          },
        )
      },
      ms * (1 + Math.random()),
    )
  }
  askIn(FIRST)
  return () => {
    over = true
    clearTimeout(timer)
  }
}

const IS_OUT: ReadonlySet<string> = new Set(['not-found', 'sign-in'])
