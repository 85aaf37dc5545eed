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
  /** A browser that has this network and nothing else, as a phone on the hall's wifi. */
  phoneBrowser(options: LaunchOptions): Promise<Browser>
  leave(): Promise<void>
}

/** Why there can be no hall on this machine, or null. */
export async function noHallBecause(): Promise<string | null> {
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

/** Makes a hall. Names and addresses carry the process id, so two runs at once do not meet. */
export async function openHall(): Promise<Hall> {
  const id = process.pid
  const space = `withy${id}`
  const [here, there] = [`wl${id}`, `wp${id}`]
  const net = `10.${210 + (id % 40)}.${(id >> 6) % 250}`
  const laptop = `${net}.1`
  const folder = await mkdtemp(join(tmpdir(), 'withy-hall-'))
  const leave = async () => {
    await run('ip', ['netns', 'del', space]).catch(() => null)
    await run('ip', ['link', 'del', here]).catch(() => null)
    await rm(folder, { recursive: true, force: true })
  }
  const steps = [
    ['netns', 'add', space],
    ['link', 'add', here, 'type', 'veth', 'peer', 'name', there],
    ['link', 'set', there, 'netns', space],
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
  return {
    laptop,
    async phoneBrowser(options) {
      const inside = join(folder, 'chromium')
      const program = options.executablePath ?? chromium.executablePath()
      await writeFile(inside, `#!/bin/sh\nexec ip netns exec ${space} "${program}" "$@"\n`, { mode: 0o755 })
      return chromium.launch({ ...options, executablePath: inside })
    },
    leave,
  }
}
