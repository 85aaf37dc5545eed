import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { expect } from '@playwright/test'

/**
 * Orca without what is chatter in a log: letters as they are typed, and its own ways through a page, which change with what
 * it has seen before. Its log is written line by line: otherwise words are read long after they were spoken.
 */
const CUSTOMIZATIONS = `import orca.debug
import orca.settings
orca.debug.debugFile.reconfigure(line_buffering=True)
orca.settings.enableKeyEcho = False
orca.settings.structuralNavigationEnabled = False
orca.settings.sayAllOnLoad = False
orca.settings.pageSummaryOnLoad = False
`

/** A screen nobody looks at, with a screen reader that speaks into a file. */
export type Desktop = {
  /** What a browser on it is started with. */
  readonly env: Readonly<Record<string, string>>
  /** All that was spoken since it was started. */
  spoken(): Promise<readonly string[]>
  /** Presses a key as a hand would, so that the screen reader sees it too. By xdotool's names: Tab, alt+shift+n. */
  press(key: string): void
  /** Types words as hands would. */
  type(words: string): void
  end(): Promise<void>
}

/** @throws where a part of it does not start */
export async function startDesktop(): Promise<Desktop> {
  const dir = await mkdtemp(join(tmpdir(), 'withy-orca-'))
  const running: ChildProcess[] = []
  const start = (path: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
    // Each leads a group: some start others, which would outlive them.
    const child = spawn(path, args, { env, detached: true, stdio: ['ignore', 'pipe', 'ignore', 'pipe'] })
    running.push(child)
    return child
  }
  const data = join(dir, 'data')
  await mkdir(join(data, 'orca'), { recursive: true })
  await writeFile(join(data, 'orca/orca-customizations.py'), CUSTOMIZATIONS)
  const own = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', HOME: dir, XDG_RUNTIME_DIR: dir, XDG_DATA_HOME: data }
  const screen = start('/usr/bin/Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], own)
  const DISPLAY = `:${await firstLine(screen.stdio[3] as Readable)}`
  const bus = start('/usr/bin/dbus-daemon', ['--session', '--nofork', '--print-address=1'], own)
  const env = { ...own, DISPLAY, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus.stdout as Readable) }
  start('/usr/bin/openbox', [], env)
  start('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately'], env)
  const log = join(dir, 'orca.log')
  // Debian's own Python: Orca's parts are built for that one.
  start('/usr/bin/python3', ['/usr/bin/orca', '--replace', `--debug-file=${log}`, '--disable=braille'], env)
  const spoken = async () => spokenIn(await readFile(log, 'utf8').catch(() => ''))
  await expect.poll(spoken, { message: 'the screen reader says that it is on', timeout: 30_000 }).not.toEqual([])
  const xdotool = (...args: readonly string[]) => spawnSync('/usr/bin/xdotool', args, { env })
  return {
    env,
    spoken,
    press: (key) => void xdotool('key', '--clearmodifiers', key),
    type: (words) => void xdotool('type', '--delay', '40', words),
    async end() {
      for (const { pid } of running.reverse()) if (pid !== undefined) endGroup(pid)
      await rm(dir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Ends a process with all that it started. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch (trouble) {
    // All of it has ended by itself.
    if ((trouble as NodeJS.ErrnoException).code !== 'ESRCH') throw trouble
  }
}

const firstLine = (from: Readable): Promise<string> =>
  new Promise((resolve, reject) => {
    from.once('data', (words) => resolve(String(words).trim()))
    from.once('end', () => reject(new Error('It ended before it had said where it is.')))
  })

const SPEECH = /^\S+ - SPEECH OUTPUT: '(.*)'(?:\{.*\})?$/

/** What Orca's log says that was spoken, in order. */
export const spokenIn = (log: string): readonly string[] =>
  log.split('\n').flatMap((line) => {
    const words = SPEECH.exec(line)?.[1]?.trim()
    return words ? [words] : []
  })
