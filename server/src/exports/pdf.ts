import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { askWithin, type ProcessLimits } from '../own-process.ts'
import type { Exported } from './exported.ts'
import type { PdfAnswer } from './pdf-process.ts'

/** Makes tagged PDF/UA-1 files, and those for Word, one at a time. */
export type PdfMaker = {
  /**
   * `asker`: a person's id, who has one waiting or under way at most. Rejects with PdfBusy where they have that or too many
   * wait, PdfFailed where it took too long, too much memory, or could not be done. `signal` gives the place back at once and ends
   * the making; then it rejects with PdfStopped.
   */
  make(copy: Exported, asker: string, as?: 'pdf' | 'docx', signal?: AbortSignal): Promise<Uint8Array>
  /** How many are made before this asker's, the one under way among them; null: they wait for none. */
  before(asker: string): number | null
  stop(): void
}

export class PdfBusy extends Error {}
export class PdfFailed extends Error {}
export class PdfStopped extends Error {}

export type PdfLimits = ProcessLimits & {
  /** Waiting and under way together. Most take a second or two; a plan of 300 pages half a minute, and those behind it wait so long. */
  readonly waiting: number
  readonly idleMilliseconds: number
}
// Typst's own memory counts. On two cores that much else shared, 300 pages took 22 s and 700 MB, 680 pages in letters of 24 point 13 s and 380 MB.
const LIMITS: PdfLimits = { waiting: 20, milliseconds: 60_000, megabytes: 1_600, idleMilliseconds: 120_000 }

const NO_FONTS = fileURLToPath(new URL('./no-fonts.conf', import.meta.url))

/**
 * Typst runs in a process of its own and not in a thread: it is native code, so a thread that is stuck in it cannot be
 * ended, and a fault of its would take the server and everybody's sockets with it. A process can be killed, and is
 * (SPEC EXPORT-9). It starts with the first PDF and goes when nobody has asked for a while.
 * Files for Word take as long, and are made there too.
 * `entry` is another program for tests of what happens when it does not answer.
 */
export function createPdfMaker({
  limits = LIMITS,
  entry = new URL('./pdf-process.ts', import.meta.url),
} = {}): PdfMaker {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  /** Those whose PDF waits or is under way, in their order: one each, or somebody could take all the places. */
  const askers = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()

  const end = () => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }

  const started = (): ChildProcess => {
    // Its own environment says only that the machine has no fonts for it: it needs nothing else, and knows no secret.
    const env = { FONTCONFIG_FILE: NO_FONTS }
    const made = fork(fileURLToPath(entry), { env, serialization: 'advanced', stdio: 'ignore', execArgv: [] })
    process.once('exit', end)
    made.once('exit', () => {
      process.off('exit', end)
      if (child === made) child = null
    })
    // Neither the process nor the channel to it keeps a server open that wants to stop.
    made.unref()
    made.channel?.unref()
    return made
  }

  async function makeNow(copy: Exported, as: 'pdf' | 'docx'): Promise<Uint8Array> {
    clearTimeout(idle)
    child ??= started()
    // Laid out there too: of two hundred pages that takes long enough to be felt by people who type.
    const answer = await askWithin<PdfAnswer>(child, { copy, as }, limits).catch((err: Error) => {
      end()
      throw new PdfFailed(err.message)
    })
    idle = setTimeout(end, limits.idleMilliseconds)
    idle.unref()
    if ('failed' in answer) throw new PdfFailed(`could not be made: ${answer.failed}`)
    return answer.made
  }

  return {
    make(copy, asker, as = 'pdf', signal) {
      if (askers.has(asker) || askers.size >= limits.waiting)
        return Promise.reject(new PdfBusy('too many PDFs at once'))
      askers.add(asker)
      let wanted: Exported | null = copy
      let isUnderWay = false
      const leave = () => {
        // Once: by now the place may be that of the next one they asked for.
        if (wanted) askers.delete(asker)
        wanted = null
      }
      const { promise: gone, reject } = Promise.withResolvers<never>()
      const stopped = () => {
        leave()
        if (isUnderWay) end()
        reject(new PdfStopped('nobody waits for it'))
      }
      signal?.addEventListener('abort', stopped)
      if (signal?.aborted) stopped()
      const made = last
        .then(() => {
          if (!wanted) throw new PdfStopped('nobody waits for it')
          isUnderWay = true
          return makeNow(wanted, as)
        })
        .finally(() => {
          signal?.removeEventListener('abort', stopped)
          leave()
        })
      last = made.catch(() => {})
      // Who stopped hears of it at once, and not when it would have been their turn.
      return Promise.race([made, gone])
    },
    before(asker) {
      const at = [...askers].indexOf(asker)
      return at === -1 ? null : at
    },
    stop: end,
  }
}
