import type { MiddlewareHandler } from 'hono'
import { isLoopback } from '../config.ts'
import type { Site } from './origin.ts'

/**
 * Sends pages opened at another name of this machine (`localhost` for `127.0.0.1`) to the one address of the site: a
 * browser keeps a cookie for each name, and would find nobody's plans at the other (SPEC ACCESS-67).
 */
export function oneAddress({ origin }: Pick<Site, 'origin'>): MiddlewareHandler {
  const own = new URL(origin)
  return async (c, next) => {
    const isPage = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html')
    if (!isPage || c.req.path.startsWith('/api/') || !isLoopback(own.hostname)) return next()
    const asked = new URL(c.req.url)
    const isOtherName = isLoopback(asked.hostname) && asked.hostname !== own.hostname && asked.port === own.port
    return isOtherName ? c.redirect(`${own.origin}${asked.pathname}${asked.search}`) : next()
  }
}
