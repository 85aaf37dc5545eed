import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/**
 * Where a request came from, as a key for budgets: an IPv4 address, or the first half of an IPv6 one (the other half is
 * the device's to choose). What a request says of itself in X-Forwarded-For is never believed (SPEC LIMIT-35).
 */
export function addressOf(c: Context): string {
  const address = (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown'
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return v4 ?? firstHalf(address)
}

function firstHalf(v6: string): string {
  const [head = '', tail] = v6.split('%', 1)[0]?.split('::') ?? []
  const groups = head.split(':').filter(Boolean)
  // "a::b" stands for as many zeros as are missing.
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail?.split(':') ?? [])]
    .slice(0, 4)
    .join(':')
}
