import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { measuringFrom } from './profile.ts'

const SERVER_CORE = '0'
const GENERATOR_CORE = '1'
const LONGEST_START_MS = 60_000
/** USER_HZ: what /proc counts processor time in, on every Linux. */
const TICKS_PER_SECOND = 100
const GC_ON_SIGNAL = fileURLToPath(new URL('./gc-on-signal.mjs', import.meta.url))

/** A server's process, on a core of its own. */
export type ServerProcess = {
  readonly port: number
  /** What it does from now on is what a profile shows. */
  measuring(): void
  /** Processor time used so far by all its threads (ms). */
  cpu(): number
  /** Memory it holds, after it was asked to collect its garbage (bytes). */
  memory(): Promise<number>
  /** Ends it with a signal. Resolves when it is gone. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Moves this process, the generator, to the other core with all its threads. */
export function pinGenerator(): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', GENERATOR_CORE, String(process.pid)], {
    stdio: 'pipe',
  })
}

/**
 * Runs a server with this Node on its core, and resolves when it says at which port it is open.
 * @throws {Error} with all it printed when it does not open
 */
export async function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  nodeArgs: readonly string[] = [],
): Promise<ServerProcess> {
  const node = [process.execPath, '--expose-gc', '--import', GC_ON_SIGNAL, ...nodeArgs, ...args]
  const child = spawn('taskset', ['--cpu-list', SERVER_CORE, ...node], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stopWithUs = () => child.kill('SIGKILL')
  process.once('exit', stopWithUs)
  const gone = once(child, 'exit')
  const pid = child.pid ?? 0
  let printed = ''
  const port = await new Promise<number>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`The server did not open:\n${printed}`)), LONGEST_START_MS)
    const hear = (chunk: Buffer) => {
      printed = (printed + chunk).slice(-10_000)
      const at = /open at (?:http:\/\/127\.0\.0\.1:)?(\d+)/.exec(printed)?.[1]
      if (at === undefined) return
      clearTimeout(giveUp)
      resolve(Number(at))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)))
  })

  return {
    port,
    measuring: () => measuringFrom(pid),
    cpu: () => cpuIn(readFileSync(`/proc/${pid}/stat`, 'utf8')),
    async memory() {
      process.kill(pid, 'SIGUSR2')
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      return residentIn(readFileSync(`/proc/${pid}/status`, 'utf8'))
    },
    async stop(signal) {
      process.off('exit', stopWithUs)
      child.kill(signal)
      await gone
    },
  }
}

/** Processor time in user and kernel mode in a line of /proc/PID/stat (ms). A program's name may hold spaces and brackets. */
export function cpuIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND
}

/** Memory held, in the text of /proc/PID/status (bytes). */
export function residentIn(status: string): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1_024
}
