import { readFile } from 'node:fs/promises'
import type { SpawnNeeds } from '../../src/testing/spawn-server.ts'
import type { Stage } from './stage.ts'
import { within } from './within.ts'

const MEGABYTE = 1024 * 1024
const PRELOAD = new URL('./tell-memory.mjs', import.meta.url).href
const TOLD = /^memory (.*)$/gm

/** Resident memory of the server (MB), with all its garbage. */
export async function memoryOf({ withy }: Stage): Promise<number> {
  const status = await readFile(`/proc/${withy.server().pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

/** What starts a server whose memory can be told apart from its garbage. */
export const TELLS_MEMORY: SpawnNeeds = { env: { NODE_OPTIONS: `--import=${PRELOAD}` } }

/** Without garbage (MB): what is in use, and all that is resident. Of a server started with `TELLS_MEMORY`. */
export async function heldBy({ withy }: Stage): Promise<{ readonly used: number; readonly resident: number }> {
  const server = withy.server()
  const told = () => [...server.said().matchAll(TOLD)]
  const before = told().length
  server.signal('SIGUSR2')
  await within('the server tells its memory', () => told().length > before)
  const { used, resident } = JSON.parse(told().at(-1)?.[1] ?? '{}')
  return { used: used / MEGABYTE, resident: resident / MEGABYTE }
}
