import { setTimeout as delay } from 'node:timers/promises'
import type { ServerType } from '@hono/node-server'
import type { Live } from './live/live.ts'
import type { Log } from './log.ts'

/** Past this the process goes, whatever still hangs. What was shown as Saved is on disk all the same. */
const STOP_MS = 10_000

/** How long requests that came before may still take. */
const ANSWER_MS = 1_000

export type StopNeeds = {
  readonly server: ServerType
  readonly live: Pick<Live, 'stop'>
  readonly pdf: { stop(): void }
  readonly store: { close(): Promise<void> }
  readonly log: Log
}

/**
 * On SIGTERM or SIGINT: takes no new requests, commits what came and closes every socket with "come back", closes the
 * database and ends with 0; after ten seconds, or when something fails, with 1 (SPEC STORE-18).
 */
export function stopOnSignal({ server, live, pdf, store, log }: StopNeeds): { isStopping: () => boolean } {
  let isStopping = false

  const stop = async () => {
    setTimeout(() => end(1, 'stopping took too long'), STOP_MS).unref()
    const answered = new Promise<void>((done) => server.close(() => done()))
    pdf.stop()
    await live.stop()
    await Promise.race([answered, delay(ANSWER_MS)])
    await store.close()
    end(0, 'stopped')
  }
  const end = (code: 0 | 1, what: string) => {
    log[code === 0 ? 'info' : 'error'](what)
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      stop().catch((err) => {
        log.error({ err }, 'stopping went wrong')
        process.exit(1)
      })
    })
  }
  return { isStopping: () => isStopping }
}
