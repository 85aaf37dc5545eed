import { networkInterfaces } from 'node:os'
import { type Config, isLoopback, lanAddress } from '../config.ts'

/** Where people find this server, and what follows from it. */
export type Site = {
  /** Scheme, host and port of every link and QR we make: an address phones can reach. */
  readonly origin: string
  /** Served over https: Secure cookies and HSTS. */
  readonly secure: boolean
  /** Plain http beyond this machine: others on the same network could read along, and pages say so. */
  readonly plainHttp: boolean
  /** Whether a write or a socket that says it comes from this origin comes from our own pages. */
  isOwn(origin: string | undefined): boolean
}

/** What follows from the settings and the port that was really taken (SPEC ACCESS-61). */
export function siteOf(config: Pick<Config, 'host' | 'publicUrl'>, port: number, lan = lanAddress()): Site {
  const url = new URL(config.publicUrl ?? `http://${inUrl(config.host)}:${port}`)
  const origin = reachable(url, config.host, lan).origin
  const secure = url.protocol === 'https:'
  const own = new Set([url.origin, origin])
  // A hall's laptop may sit at 127.0.0.1 while the phones use its address on the wifi.
  if (!secure) for (const host of hostsOf(config.host)) own.add(new URL(`http://${inUrl(host)}:${port}`).origin)
  return {
    origin,
    secure,
    plainHttp: !secure && !isLoopback(new URL(origin).hostname),
    isOwn: (said) => said !== undefined && own.has(said),
  }
}

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)

const isWildcard = (host: string): boolean => host === '0.0.0.0' || host === '::' || host === '[::]'

/** On plain http an address only this machine understands is put into words phones understand. */
function reachable(url: URL, host: string, lan: string | null): URL {
  const here = isWildcard(url.hostname) || (isLoopback(url.hostname) && !isLoopback(host))
  if (url.protocol === 'https:' || !here || lan === null) return url
  const better = new URL(url)
  better.hostname = lan
  return better
}

function hostsOf(host: string): readonly string[] {
  if (isLoopback(host)) return ['localhost', '127.0.0.1', '::1']
  if (!isWildcard(host)) return [host]
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return ['localhost', ...all.filter((one) => !one.address.includes('%')).map((one) => one.address)]
}
