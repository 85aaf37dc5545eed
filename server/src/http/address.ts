import { isIP } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { isLoopback } from '../config.ts'

const KEY = 'address'

/**
 * Finds out where each request came from. `proxies`: how many of our own stand in front, each adding the address it saw
 * at the end of X-Forwarded-For; the entry that far from the right is believed. What stands before it is only what the
 * request says of itself, and without proxies all of it is (SPEC LIMIT-35).
 */
export const knowAddress =
  (proxies: number): MiddlewareHandler =>
  async (c, next) => {
    const entries = (c.req.header('x-forwarded-for') ?? '').split(',')
    const said = bare(entries[entries.length - proxies] ?? '')
    c.set(KEY, isIP(said) === 0 ? socketAddress(c) : said)
    await next()
  }

/** Some proxies write the port too. */
const bare = (entry: string): string =>
  entry
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')

const socketAddress = (c: Context): string =>
  (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown'

/**
 * Where a request came from, as a key for budgets: an IPv4 address, or the first half of an IPv6 one (the other half is
 * the device's to choose).
 */
export const addressOf = (c: Context): string => networkOf(c.get(KEY) ?? socketAddress(c))

/** The same of an address. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return v4 ?? firstHalf(address)
}

/** Whether a request came from this very machine. */
export const isFromHere = (c: Context): boolean =>
  isLoopback(String(c.get(KEY) ?? socketAddress(c)).replace(/^::ffff:/i, ''))

function firstHalf(v6: string): string {
  const [head = '', tail] = v6.split('%', 1)[0]?.split('::') ?? []
  const groups = head.split(':').filter(Boolean)
  // "a::b" stands for as many zeros as are missing.
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail?.split(':') ?? [])]
    .slice(0, 4)
    .join(':')
}
