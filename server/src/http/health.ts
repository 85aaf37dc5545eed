import { setTimeout as delay } from 'node:timers/promises'
import type { Hono } from 'hono'

const CHECK_MS = 1_000

/** A database that takes longer does not take writes. */
const PATIENCE_MS = 3_000

export type HealthNeeds = {
  readonly app: Hono
  /** Throws when the database does not take writes. */
  readonly check: () => Promise<void>
  readonly open: () => { readonly rooms: number; readonly sockets: number }
  readonly isStopping: () => boolean
}

/** `/healthz`: the process answers. `/readyz`: it can also keep what people write, and is not on its way out (SPEC STORE-17, STORE-72). */
export function healthRoutes({ app, check, open, isStopping }: HealthNeeds): void {
  let checked: { at: number; database: Promise<'ok' | 'down'> } | null = null
  const database = () => {
    // Each check is a write to the disk, and anybody may ask.
    if (!checked || checked.at + CHECK_MS <= Date.now()) {
      const works = check().then(
        () => 'ok' as const,
        () => 'down' as const,
      )
      const outcome = Promise.race([works, delay(PATIENCE_MS, 'down' as const, { ref: false })])
      checked = { at: Date.now(), database: outcome }
    }
    return checked.database
  }

  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => {
    const found = await database()
    const ready = found === 'ok' && !isStopping()
    return c.json({ ready, database: found, stopping: isStopping(), ...open() }, ready ? 200 : 503)
  })
}
