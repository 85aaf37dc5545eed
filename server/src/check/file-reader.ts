import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createTally } from '../http/tally.ts'
import { askWithin, ProcessFailed, type ProcessLimits } from '../own-process.ts'
import type { FileRead } from './read-file.ts'

/** Reads files that strangers give us. */
export type FileReader = {
  /**
   * Takes a place while `work` goes on, before a file has come: what waits to be read, and what is still being sent, is
   * bounded. `asker`: an address, that has some places at most. `read` gives what a file says, or why it cannot be read. Rejects with
   * ReaderBusy where there is no place.
   */
  within<T>(asker: string, work: (read: ReadFile) => Promise<T>): Promise<T>
}
export type ReadFile = (bytes: Uint8Array) => Promise<FileRead>

export class ReaderBusy extends Error {}

type ReaderLimits = ProcessLimits & {
  /** Places: of files that are sent, wait and are read together. */
  readonly waiting: number
  /** Of one asker. */
  readonly each: number
}
// 300 pages take three seconds of a core, and others need the cores too.
const LIMITS: ReaderLimits = { waiting: 12, each: 4, milliseconds: 20_000, megabytes: 1_000 }

/** Its code and the packages it is made of. People's data stands in none of them. */
const READABLE = ['server/src', 'server/package.json', 'server/node_modules', 'shared', 'node_modules'].map((path) =>
  fileURLToPath(new URL(`../../../${path}`, import.meta.url)),
)

/**
 * One process for each file, one after the other: with an empty environment, no right to start another program or to write, and to
 * read nothing but its own code (SPEC EXPORT-81, EXPORT-82). `entry` is another program for tests of what happens when it does not answer.
 */
export function createFileReader({
  limits = LIMITS,
  entry = new URL('./read-process.ts', import.meta.url),
} = {}): FileReader {
  let waiting = 0
  const askers = createTally()
  let last: Promise<unknown> = Promise.resolve()

  async function readNow(bytes: Uint8Array): Promise<FileRead> {
    const child = fork(fileURLToPath(entry), {
      env: {},
      serialization: 'advanced',
      stdio: 'ignore',
      execArgv: ['--permission', ...READABLE.map((folder) => `--allow-fs-read=${folder}`), '--max-old-space-size=600'],
    })
    const end = () => child.kill('SIGKILL')
    process.once('exit', end)
    try {
      return await askWithin<FileRead>(child, { bytes }, limits)
    } catch (err) {
      if (err instanceof ProcessFailed) return { unreadable: 'too-much' }
      throw err
    } finally {
      process.off('exit', end)
      end()
    }
  }

  const read: ReadFile = (bytes) => {
    const answer = last.then(() => readNow(bytes))
    last = answer.catch(() => {})
    return answer
  }

  return {
    async within(asker, work) {
      if (waiting >= limits.waiting || askers.of(asker) >= limits.each) throw new ReaderBusy('too many files at once')
      waiting += 1
      askers.add(asker)
      try {
        return await work(read)
      } finally {
        waiting -= 1
        askers.remove(asker)
      }
    },
  }
}
