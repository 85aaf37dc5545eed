import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Set by `--profile`: the folder for the server's processor profiles. */
export const PROFILE_DIR = 'WITHY_BENCH_PROFILE'

/** What Node needs to write one when it ends. */
export function profileArgs(): string[] {
  const dir = process.env[PROFILE_DIR]
  if (!dir) return []
  mkdirSync(dir, { recursive: true })
  return ['--cpu-prof', '--cpu-prof-interval', '500', '--cpu-prof-dir', dir]
}

/** What a server does from now on is measured: starting up and letting people in is not what its profile is to show. */
export function measuringFrom(pid: number): void {
  const dir = process.env[PROFILE_DIR]
  if (dir) writeFileSync(fromFile(dir, pid), String(process.hrtime.bigint() / 1_000n))
}

const fromFile = (dir: string, pid: number | string) => join(dir, `${pid}.from`)

/** As V8 writes it. Times in microseconds of the machine's own clock. */
type Profile = {
  readonly startTime: number
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/**
 * Functions by the time spent in themselves from a moment on, the longest first, with their share of all the time that was
 * not idle.
 */
export function selfTimes({ startTime, nodes, samples, timeDeltas }: Profile, from = startTime, most = 20) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const spent = new Map<string, number>()
  let at = startTime
  for (const [i, node] of samples.entries()) {
    const took = timeDeltas[i] ?? 0
    at += took
    if (at < from) continue
    const name = names.get(node) ?? '?'
    spent.set(name, (spent.get(name) ?? 0) + took / 1_000)
  }
  spent.delete('(idle)')
  const all = [...spent.values()].reduce((sum, ms) => sum + ms, 0)
  return [...spent]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, ms]) => ({ name, ms, share: ms / all }))
}

const nameOf = ({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']) => {
  const where = url === '' ? '' : ` ${url.split('/').slice(-3).join('/')}:${lineNumber + 1}`
  return `${functionName || '(anonymous)'}${where}`
}

/** A table for each profile in a folder: the server's own thread and its workers. */
export function profileTables(dir: string): string {
  const files = readdirSync(dir).filter((file) => file.endsWith('.cpuprofile'))
  return files
    .map((file) => {
      const rows = selfTimes(JSON.parse(readFileSync(join(dir, file), 'utf8')), startIn(dir, file))
      const lines = rows.map(({ name, ms, share }) => `| ${name} | ${ms.toFixed(0)} | ${(share * 100).toFixed(1)} % |`)
      return `### ${basename(file)}\n\n| function | ms | of the time it worked |\n| --- | ---: | ---: |\n${lines.join('\n')}`
    })
    .join('\n\n')
}

/** `file`: CPU.<day>.<time>.<process>.<thread>.<count>.cpuprofile */
function startIn(dir: string, file: string): number | undefined {
  const from = fromFile(dir, file.split('.')[3] ?? '')
  return existsSync(from) ? Number(readFileSync(from, 'utf8')) : undefined
}
