import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import type { Statement } from '@withy/shared/api'
import { readStatement } from './read-statement.ts'

/** All that can be set from outside, checked. Times and sizes that are not here are not for setting. */
export type Config = {
  /** 0 takes any free port. */
  readonly port: number
  readonly host: string
  /** Absolute path. */
  readonly dataDir: string
  /** Scheme, host and port people use, without a path; null: the address the server itself listens on. */
  readonly publicUrl: string | null
  readonly start: 'anyone' | 'invited'
  /** Whether people may be offered to speak their words in, by their browser (SPEC A11Y-172). */
  readonly dictation: boolean
  /** E-mail address or https link of whoever runs this Withy, for everyone to see; null: not said. */
  readonly contact: string | null
  /** What whoever runs this Withy says in its accessibility statement; null: not completed. */
  readonly statement: Statement | null
  /** How many proxies of our own stand in front. */
  readonly proxies: number
  /** What somebody has to send to read the metrics; null: only this machine may. */
  readonly metricsToken: string | null
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info'] as const

/** A setting that cannot be used. The message is a sentence for whoever starts the server. */
export class ConfigProblem extends Error {}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** Whether a host name or address is this machine only. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host)

/** The first address other devices on the same network can reach this machine at, or null. */
export function lanAddress(interfaces = networkInterfaces()): string | null {
  const all = Object.entries(interfaces).flatMap(([name, list]) => (list ?? []).map((one) => ({ ...one, name })))
  const outside = all.filter((one) => one.family === 'IPv4' && !one.internal)
  return (outside.find(({ name }) => !VIRTUAL.test(name)) ?? outside[0])?.address ?? null
}

/** Networks of containers, virtual machines and tunnels: phones are not on them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|utun|tap|wg|zt|tailscale)/

/**
 * Reads PORT, HOST, DATA_DIR, PUBLIC_URL, WITHY_START, WITHY_DICTATION, CONTACT, STATEMENT_*, TRUST_PROXY, METRICS_TOKEN and LOG_LEVEL. Throws
 * ConfigProblem with a sentence that names the setting, what is wrong and an example (SPEC STORE-10, ACCESS-60).
 */
export function readConfig(env: NodeJS.ProcessEnv, lan: string | null = lanAddress()): Config {
  const port = readPort(env.PORT)
  const host = readHost(env.HOST)
  const publicUrl = readPublicUrl(env.PUBLIC_URL)
  if (publicUrl === null && !isLoopback(host)) {
    const example = `http://${lan ?? '192.168.1.20'}:${port || 3000}`
    throw new ConfigProblem(
      `HOST is ${host}, which opens Withy to other devices, so PUBLIC_URL has to say the address they will use. ` +
        `For a workshop on your own wifi: PUBLIC_URL=${example}. On the internet: PUBLIC_URL=https://withy.example.org.`,
    )
  }
  const dataDir = resolve(env.DATA_DIR || './data')
  return {
    port,
    host,
    publicUrl,
    dataDir,
    start: readStart(env.WITHY_START),
    dictation: readDictation(env.WITHY_DICTATION),
    contact: readContact(env.CONTACT),
    statement: statementOf(env),
    proxies: readProxies(env.TRUST_PROXY),
    metricsToken: readMetricsToken(env.METRICS_TOKEN),
    logLevel: readLogLevel(env.LOG_LEVEL),
  }
}

function readPort(value = '3000'): number {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65535) return port
  throw new ConfigProblem(
    `PORT is "${value}", and it has to be a whole number from 0 to 65535. For example: PORT=3000.`,
  )
}

function readHost(value = '127.0.0.1'): string {
  if (value === 'localhost' || isIP(value) !== 0) return value
  throw new ConfigProblem(
    `HOST is "${value}", and it has to be an address of this machine. ` +
      'For this machine only: HOST=127.0.0.1. For other devices too: HOST=0.0.0.0.',
  )
}

function readPublicUrl(value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  const url = URL.canParse(value) ? new URL(value) : null
  const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  if (bare && (url.protocol === 'http:' || url.protocol === 'https:')) return url.origin
  throw new ConfigProblem(
    `PUBLIC_URL is "${value}", and it has to be an http or https address with nothing after the host. ` +
      'For example: PUBLIC_URL=https://withy.example.org or PUBLIC_URL=http://192.168.1.20:3000.',
  )
}

function readStart(value = 'anyone'): Config['start'] {
  if (value === 'anyone' || value === 'invited') return value
  throw new ConfigProblem(
    `WITHY_START is "${value}", and it has to be "anyone" or "invited". For example: WITHY_START=invited.`,
  )
}

function readDictation(value = 'no'): boolean {
  if (value === 'no' || value === 'allow') return value === 'allow'
  throw new ConfigProblem(
    `WITHY_DICTATION is "${value}", and it has to be "no" or "allow". For example: WITHY_DICTATION=allow.`,
  )
}

const LONGEST_CONTACT = 200

/** Plain addresses only: in a mailto link `?`, `&` and `%` would say more than whom to write to. */
const EMAIL = /^[\w.+-]+@[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}$/i

function readContact(value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  const url = URL.canParse(value) ? new URL(value) : null
  const isPage = url?.protocol === 'https:' && !url.username && !url.password
  if (value.length <= LONGEST_CONTACT && (EMAIL.test(value) || isPage)) return isPage ? url.href : value
  throw new ConfigProblem(
    `CONTACT is "${value}", and it has to be an e-mail address or an https link, at most ${LONGEST_CONTACT} letters long. ` +
      'For example: CONTACT=help@example.org or CONTACT=https://example.org/help.',
  )
}

function statementOf(env: NodeJS.ProcessEnv): Config['statement'] {
  const read = readStatement(env)
  if (read && 'problem' in read) throw new ConfigProblem(read.problem)
  return read
}

function readProxies(value = '0'): number {
  if (/^\d$/.test(value)) return Number(value)
  throw new ConfigProblem(
    `TRUST_PROXY is "${value}", and it has to be how many of your own servers pass requests on to Withy, from 0 to 9. ` +
      'For one server that speaks https in front: TRUST_PROXY=1.',
  )
}

/** Printable, and too long to be guessed. */
const TOKEN = /^[!-~]{20,200}$/

function readMetricsToken(value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  if (TOKEN.test(value)) return value
  // Not quoted: it is a secret.
  throw new ConfigProblem(
    'METRICS_TOKEN has to be 20 to 200 letters, digits and signs without spaces. One that nobody guesses: openssl rand -hex 16.',
  )
}

function readLogLevel(value = 'info'): Config['logLevel'] {
  const level = LOG_LEVELS.find((one) => one === value)
  if (level) return level
  throw new ConfigProblem(
    `LOG_LEVEL is "${value}", and it has to be one of ${LOG_LEVELS.join(', ')}. For example: LOG_LEVEL=warn.`,
  )
}
