import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

/** The server as a process of its own, on a port of its own, as `npm start` runs it. */
export type SpawnedServer = {
  readonly origin: string
  /** Ends it without warning (SIGKILL); resolves when it is gone. */
  kill(): Promise<void>
}

export async function spawnServer(dataDir: string): Promise<SpawnedServer> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, PUBLIC_URL: '', WITHY_START: 'anyone' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  return {
    origin: await address(child),
    kill: () => {
      child.kill('SIGKILL')
      return gone
    },
  }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (words: Buffer) => {
      said += words.toString()
      const origin = /Withy is open at (\S+)/.exec(said)?.[1]
      if (origin) resolve(origin)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)))
  })
}
