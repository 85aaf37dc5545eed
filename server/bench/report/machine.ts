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
  readonly chromium: string
  /** Processes that wanted a core, averaged over the minute before the first round. */
  readonly load: number
}

export async function lookAtMachine(): Promise<Machine> {
  const { stdout } = await promisify(execFile)(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', ['--version'])
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1024 ** 3),
    kernel: `${type()} ${release()}`,
    node: process.versions.node,
    chromium: /[\d.]+/.exec(stdout)?.[0] ?? stdout.trim(),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}
