import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

/** The server as a process of its own, on a port of its own, as `npm start` runs it. */
export type SpawnedServer = {
  readonly origin: string
  readonly pid: number
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
  /** All it printed and logged so far. */
  said(): string
  signal(name: NodeJS.Signals): void
  /** Ends it without warning (SIGKILL); resolves when it is gone. */
  kill(): Promise<void>
}

export type SpawnNeeds = {
  /** Settings besides the folder, as PORT. */
  readonly env?: Readonly<Record<string, string>>
  /** A program that starts the server and becomes it, with its arguments: `strace -D …`. */
  readonly under?: readonly string[]
}

/** Starts the server. Rejects with all it said when it ends before it is open. */
export async function spawnServer(dataDir: string, { env = {}, under = [] }: SpawnNeeds = {}): Promise<SpawnedServer> {
  const [program = process.execPath, ...args] = [...under, process.execPath, MAIN]
  const own = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, PUBLIC_URL: '', WITHY_START: 'anyone' }
  const child = spawn(program, args, { env: { ...process.env, ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  let said = ''
  const listen = (words: Buffer) => {
    said += words.toString()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return {
    origin: await address(child, () => said),
    pid: child.pid ?? 0,
    ended,
    said: () => said,
    signal: (name) => void child.kill(name),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function address(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const origin = /Withy is open at (\S+)/.exec(said())?.[1]
      if (origin) resolve(origin)
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said()}`)))
  })
}
