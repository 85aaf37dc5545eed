import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../server/src/main.ts', import.meta.url))
/** Puts a server's clock on, and its waiting not. */
const OTHER_CLOCK = fileURLToPath(new URL('../server/faults/stage/skew-clock.mjs', import.meta.url))
const LONGEST_START = 60_000

/** The real server, in a process and a data folder of its own. */
export type Withy = {
  readonly url: string
  /** Where its data is. */
  readonly dataDir: string
  /** Everything it has printed. */
  printed(): string
  /** As a power cut would: nothing is finished, nothing is said. */
  cutPower(): Promise<void>
  /** Whether its power was cut: its disk, its clock and its program may be other ones since. */
  wasCut(): boolean
  /** Starts again on the same address and data. `later`: so many ms on, as its clock has it. */
  startAgain(later?: number): Promise<void>
  /** Makes a back-up beside the running server. @returns puts it back in place, while no server runs */
  backUp(): Promise<() => Promise<void>>
  /** Stops it as a deploy would, and removes its data. */
  end(): Promise<void>
}

type StartOptions = { readonly env?: Readonly<Record<string, string>>; readonly host?: string }

/** Starts the server on a free port. `env` adds to its settings; `host` is the address people reach it at. */
export async function startWithy({ env = {}, host = '127.0.0.1' }: StartOptions = {}): Promise<Withy> {
  const dataDir = await mkdtemp(join(tmpdir(), 'withy-e2e-'))
  const port = await freePort()
  const url = `http://${host}:${port}`
  const settings = { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: url, ...env }
  let printed = ''
  let isCut = false
  const isReady = async () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  let child = await run()

  async function run(later = 0): Promise<ChildProcess> {
    const clock = later ? { NODE_OPTIONS: `--import=${OTHER_CLOCK}`, CLOCK_OFF_MS: String(later) } : {}
    const started = spawn(process.execPath, [MAIN], {
      env: { ...settings, ...clock },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    started.stdout.on('data', (words) => {
      printed += words
    })
    started.stderr.on('data', (words) => {
      printed += words
    })
    const giveUpAt = Date.now() + LONGEST_START
    while (!(await isReady())) {
      if (started.exitCode !== null) throw new Error(`The server ended with ${started.exitCode}:\n${printed}`)
      if (Date.now() > giveUpAt) {
        started.kill('SIGKILL')
        throw new Error(`The server was not ready after ${LONGEST_START / 1000} s:\n${printed}`)
      }
      await new Promise((again) => setTimeout(again, 50))
    }
    return started
  }

  /** One of the server's own commands, on the same data. */
  async function command(name: 'backup' | 'restore', file: string): Promise<void> {
    const script = fileURLToPath(new URL(`../server/src/${name}.ts`, import.meta.url))
    const done = spawn(process.execPath, [script, file], { env: settings, stdio: 'ignore' })
    const [code] = await once(done, 'exit')
    if (code !== 0) throw new Error(`${name} ended with ${code}`)
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  return {
    url,
    dataDir,
    printed: () => printed,
    cutPower: () => {
      isCut = true
      return stop('SIGKILL')
    },
    wasCut: () => isCut,
    async backUp() {
      const file = join(dataDir, 'back-up.db')
      await command('backup', file)
      return () => command('restore', file)
    },
    async startAgain(later) {
      child = await run(later)
    },
    async end() {
      await stop('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A port nobody listens on, as the system gives it. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
