import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { inTime, LeftOut } from './within.ts'

/** Why strace cannot be used on this machine; null: it can. */
export function whyNoStrace(): string | null {
  const tried = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true'], { encoding: 'utf8' })
  if (tried.error) return 'no strace on this machine'
  return tried.status === 0 ? null : `strace may not trace here: ${tried.stderr.trim()}`
}

/** @throws {LeftOut} where strace cannot be used */
export function needsStrace(): void {
  const why = whyNoStrace()
  if (why !== null) throw new LeftOut(why)
}

/** What starts a server so that its writes, syncs and opened files are in a file, in the order they happened. */
export const tracedTo = (file: string): readonly string[] => [
  ...['strace', '-D', '-f', '-yy', '-qq', '-s', '70000', '-o', file],
  ...['-e', 'trace=write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync,openat'],
]

/**
 * Does something to the system calls of a running process, all its threads included, until it is stopped.
 * @param inject as strace says it: `fsync,fdatasync:error=EIO`
 * @param only files: calls that have nothing to do with them are left alone; none: all calls
 */
export async function injectInto(
  pid: number,
  inject: string,
  only: readonly string[] = [],
): Promise<() => Promise<void>> {
  const calls = inject.slice(0, inject.indexOf(':'))
  const child = spawn(
    'strace',
    ['-f', '-p', `${pid}`, '-e', `trace=${calls}`, '-e', `inject=${inject}`, ...only.flatMap((path) => ['-P', path])],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  const attached = new Promise<void>((resolve) => {
    child.stderr.on('data', (words: Buffer) => {
      said = (said + words).slice(-10_000)
      if (said.includes(' attached')) resolve()
    })
  })
  const gone = once(child, 'exit')
  const ended = gone.then(() => {
    throw new LeftOut(`strace could not attach: ${said}`)
  })
  await inTime('strace attaches', Promise.race([attached, ended]))
  ended.catch(() => {})
  return async () => {
    child.kill('SIGINT')
    await gone
  }
}

/** One system call that wrote something, at the place where it began, or that synced a file, at the place where it ended. */
export type Call =
  | { readonly is: 'wrote'; readonly to: string; readonly bytes: Buffer }
  | { readonly is: 'synced' | 'opened'; readonly to: string }

/** Reads a trace made with `tracedTo`. Calls that failed are left out. */
export function readTrace(file: string): Call[] {
  const begun = new Map<string, string>()
  const calls: Call[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    const isBegun = rest.endsWith('<unfinished ...>')
    if (isBegun) begun.set(pid, rest)
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
    const whole = resumed ? `${begun.get(pid) ?? ''}${resumed[1]}` : rest
    const name = /^\w+/.exec(whole)?.[0]
    if (name === 'fsync' || name === 'fdatasync') {
      if (/ = 0$/.test(whole)) calls.push({ is: 'synced', to: fileIn(whole) })
    } else if (name === 'openat') {
      const opened = / = \d+<([^>]*)>$/.exec(whole)?.[1]
      if (opened) calls.push({ is: 'opened', to: opened })
    } else if (name && !resumed) {
      // Where it began: bytes that are on their way may already be seen.
      calls.push({ is: 'wrote', to: fileIn(rest), bytes: Buffer.concat(stringsIn(rest)) })
    }
  }
  return calls
}

/** `write(27<TCP:[127.0.0.1:1->127.0.0.1:2]>, …`: what is between the signs. */
const fileIn = (call: string): string => /^\w+\(\d+<(.*?)>[,) ]/.exec(call)?.[1] ?? ''

/** The strings of a call, as bytes: strace writes them as C does. */
const stringsIn = (call: string): Buffer[] =>
  [...call.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) => {
    const bytes = quoted.replace(/\\(?:([0-7]{1,3})|x([0-9a-f]{2})|(.))/g, (_all, octal, hex, sign) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
      return ESCAPED[sign as keyof typeof ESCAPED] ?? sign
    })
    return Buffer.from(bytes, 'latin1')
  })

const ESCAPED = { n: '\n', t: '\t', v: '\v', f: '\f', r: '\r' }
