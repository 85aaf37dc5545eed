import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { profileArgs } from '../engine/profile.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const LOOP_WATCH = new URL('./loop-watch.mjs', import.meta.url).href
const LONGEST_START_MS = 30_000

/** The real server, in a process and a data folder of its own. */
export type Withy = {
  /** Scheme, host and port. */
  readonly origin: string
  readonly dataDir: string
  /** The most memory it and the processes it started have held so far (kB); 0 where the system does not tell. */
  mostMemory(): number
  /** How long its one thread was held at a stretch, at most, since this was asked last (ms). */
  heldAtMost(): Promise<number>
  /** Stops it as a deploy would, and removes its data. */
  end(): Promise<void>
}

/** An empty data folder. */
export const emptyDataDir = () => mkdtemp(join(tmpdir(), 'withy-bench-'))

/**
 * Starts the server on a free port, with an empty data folder unless one is given, which is its own from then on.
 * @throws {Error} with all it printed when it does not open
 */
export async function startWithy(given?: string): Promise<Withy> {
  const dataDir = given ?? (await emptyDataDir())
  const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, PUBLIC_URL: '', WITHY_START: 'anyone' }
  const child = spawn(process.execPath, ['--import', LOOP_WATCH, ...profileArgs(), MAIN], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const stopWithUs = () => child.kill('SIGKILL')
  process.once('exit', stopWithUs)
  let printed = ''

  const opened = new Promise<string>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`The server did not open:\n${printed}`)), LONGEST_START_MS)
    const hear = (chunk: Buffer) => {
      printed = (printed + chunk).slice(-10_000)
      const origin = /Withy is open at (http:\/\/[\d.:]+)/.exec(printed)?.[1]
      if (origin === undefined) return
      clearTimeout(giveUp)
      resolve(origin)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)))
  })

  async function end() {
    process.off('exit', stopWithUs)
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
    await rm(dataDir, { recursive: true, force: true })
  }

  const heldAtMost = async () => {
    const told = once(child, 'message')
    child.send('held')
    const [held] = await told
    return held as number
  }

  try {
    return { origin: await opened, heldAtMost, dataDir, mostMemory: () => mostOf(child.pid), end }
  } catch (problem) {
    child.kill('SIGKILL')
    await end()
    throw problem
  }
}

/** Of a process and those it started, which have none of their own. */
function mostOf(pid: number | undefined): number {
  const read = (path: string) => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return ''
    }
  }
  const most = (one: string) => Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${one}/status`))?.[1] ?? 0)
  const started = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return [String(pid), ...started].reduce((sum, one) => sum + most(one), 0)
}
