import type { MiddlewareHandler } from 'hono'
import type { Site } from './origin.ts'
import { refuse } from './refused.ts'

const READS = new Set(['GET', 'HEAD'])

/**
 * Lets a write through only when the browser says it comes from our own pages; one that does not say is refused too
 * (SPEC ACCESS-63). Browsers send Origin with every write, and Sec-Fetch-Site wherever they trust the connection.
 */
export const ownPagesOnly =
  (site: Site): MiddlewareHandler =>
  async (c, next) => {
    if (!READS.has(c.req.method)) {
      const from = c.req.header('sec-fetch-site')
      if (!site.isOwn(c.req.header('origin')) || (from !== undefined && from !== 'same-origin')) {
        throw refuse('another-site')
      }
    }
    await next()
  }
