import type { Hono } from 'hono'

export type HealthNeeds = {
  readonly app: Hono
  /** Throws when the database does not take writes. */
  readonly check: () => Promise<void>
  readonly open: () => { readonly rooms: number; readonly sockets: number }
  readonly isStopping: () => boolean
}

/** `/healthz`: the process answers. `/readyz`: it can also keep what people write, and is not on its way out (SPEC STORE-17). */
export function healthRoutes({ app, check, open, isStopping }: HealthNeeds): void {
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => {
    const database = await check().then(
      () => 'ok' as const,
      () => 'down' as const,
    )
    const ready = database === 'ok' && !isStopping()
    return c.json({ ready, database, stopping: isStopping(), ...open() }, ready ? 200 : 503)
  })
}
