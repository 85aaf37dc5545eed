import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { isLoopback } from '../config.ts'
import { isFromHere } from './address.ts'
import { refuse } from './refused.ts'

export type MetricsRouteNeeds = {
  readonly app: Hono
  /** What who asks has to send; null: only this machine may ask. */
  readonly token: string | null
  /** Whether requests come through servers of our own. */
  readonly proxies: number
  readonly metrics: { tell(): Promise<string>; readonly contentType: string }
}

/** `/metrics` for whoever runs this Withy; for everybody else there is no such page (SPEC STORE-70). */
export function metricsRoute({ app, token, proxies, metrics }: MetricsRouteNeeds): void {
  app.get('/metrics', async (c) => {
    const mayRead = token === null ? isOurs(c, proxies) : sends(c, token)
    if (!mayRead) throw refuse('not-found')
    return c.body(await metrics.tell(), 200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
  })
}

/** A proxy on this machine that nobody told us of would make everyone's requests look like ours. */
function isOurs(c: Context, proxies: number): boolean {
  const isPassedOn = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some(
    (name) => c.req.header(name) !== undefined,
  )
  // One that adds no header still passes on the name people asked for.
  return isFromHere(c) && isLoopback(new URL(c.req.url).hostname) && (proxies > 0 || !isPassedOn)
}

function sends(c: Context, token: string): boolean {
  const hash = (words: string) => createHash('sha256').update(words).digest()
  return timingSafeEqual(hash(c.req.header('authorization') ?? ''), hash(`Bearer ${token}`))
}
