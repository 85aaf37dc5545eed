import { execFile } from 'node:child_process'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { promisify } from 'node:util'

/** What figures were measured on: without it they mean nothing. */
export type Machine = {
  readonly processor: string
  readonly cores: number
  readonly memoryGB: number
  readonly kernel: string
  readonly node: string
  /** Null where no bench needs one. */
  readonly chromium: string | null
  /** Processes that wanted a core, averaged over the minute before the first round. */
  readonly load: number
}

export async function lookAtMachine(): Promise<Machine> {
  const path = process.env.CHROMIUM_PATH
  const said = path ? (await promisify(execFile)(path, ['--version'])).stdout : null
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1024 ** 3),
    kernel: `${type()} ${release()}`,
    node: process.versions.node,
    chromium: said && (/[\d.]+/.exec(said)?.[0] ?? said.trim()),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}
