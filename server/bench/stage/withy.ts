import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const LONGEST_START_MS = 30_000

/** The real server, in a process and a data folder of its own. */
export type Withy = {
  /** Scheme, host and port. */
  readonly origin: string
  readonly dataDir: string
  /** The most memory it and the processes it started have held so far (kB); 0 where the system does not tell. */
  mostMemory(): number
  /** Stops it as a deploy would, and removes its data. */
  end(): Promise<void>
}

/** Starts the server on a free port with an empty data folder. @throws {Error} with all it printed when it does not open */
export async function startWithy(): Promise<Withy> {
  const dataDir = await mkdtemp(join(tmpdir(), 'withy-bench-'))
  const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, PUBLIC_URL: '', WITHY_START: 'anyone' }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] })
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
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
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

  try {
    return { origin: await opened, dataDir, mostMemory: () => mostOf(child.pid), end }
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
