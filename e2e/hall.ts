import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type LaunchOptions } from '@playwright/test'

const run = promisify(execFile)

/** A network of its own with a laptop and a phone on it: the phone reaches the laptop over a real, non-loopback address. */
export type Hall = {
  /** The laptop's address on the hall's network. */
  readonly laptop: string
  /** The namespace the phone is in. */
  readonly space: string
}

/** Where the journeys find the hall that was made before them, or why there is none. */
const KEPT_AS = 'WITHY_HALL'
type Kept = Hall | { readonly because: string }

/** The hall of this run, or why this machine has none. */
export function theHall(): Kept {
  const kept = process.env[KEPT_AS]
  return kept ? (JSON.parse(kept) as Kept) : { because: 'the run made none' }
}

/**
 * Makes the hall before any browser starts, and takes it down when all have ended: a network that comes or goes makes Chromium
 * drop whatever it is fetching, in every journey that runs.
 */
export default async function openHall(): Promise<() => Promise<void>> {
  const because = await noHallBecause()
  if (because !== null) {
    process.env[KEPT_AS] = JSON.stringify({ because } satisfies Kept)
    return async () => undefined
  }
  const { leave, ...hall } = await makeHall()
  process.env[KEPT_AS] = JSON.stringify(hall satisfies Kept)
  return leave
}

async function noHallBecause(): Promise<string | null> {
  if (process.platform !== 'linux') return 'network namespaces are Linux’s'
  if (process.getuid?.() !== 0) return 'making a network needs root'
  const name = `wtry${process.pid}`
  try {
    await run('ip', ['netns', 'add', name])
    await run('ip', ['netns', 'del', name])
    return null
  } catch (trouble) {
    return `no network can be made here: ${trouble instanceof Error ? trouble.message : trouble}`
  }
}

/** Names and addresses carry the process id, so two runs at once do not meet. */
async function makeHall(): Promise<Hall & { leave(): Promise<void> }> {
  const id = process.pid
  const space = `withy${id}`
  const [here, there] = [`wl${id}`, `wp${id}`]
  const net = `10.${210 + (id % 40)}.${(id >> 6) % 250}`
  const laptop = `${net}.1`
  const leave = async () => {
    await run('ip', ['netns', 'del', space]).catch(() => null)
    await run('ip', ['link', 'del', here]).catch(() => null)
  }
  const steps = [
    ['netns', 'add', space],
    ['link', 'add', here, 'type', 'veth', 'peer', 'name', there],
    ['link', 'set', there, 'netns', space],
    // No address of its own making, which would come seconds later.
    ['link', 'set', here, 'addrgenmode', 'none'],
    ['addr', 'add', `${laptop}/24`, 'dev', here],
    ['link', 'set', here, 'up'],
    ['netns', 'exec', space, 'ip', 'addr', 'add', `${net}.2/24`, 'dev', there],
    ['netns', 'exec', space, 'ip', 'link', 'set', there, 'up'],
    ['netns', 'exec', space, 'ip', 'link', 'set', 'lo', 'up'],
  ]
  try {
    for (const step of steps) await run('ip', step)
  } catch (trouble) {
    await leave()
    throw trouble
  }
  return { laptop, space, leave }
}

/** A browser that has the hall's network and nothing else, as a phone on its wifi. `close` ends it. */
export async function phoneBrowser({ space }: Hall, options: LaunchOptions): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'withy-hall-'))
  const inside = join(folder, 'chromium')
  const program = options.executablePath ?? chromium.executablePath()
  await writeFile(inside, `#!/bin/sh\nexec ip netns exec ${space} "${program}" "$@"\n`, { mode: 0o755 })
  const browser = await chromium.launch({ ...options, executablePath: inside })
  browser.once('disconnected', () => void rm(folder, { recursive: true, force: true }))
  return browser
}
