import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Pages } from './pages.ts'
import { pdfData } from './pdf-data.ts'
import type { PdfAnswer } from './pdf-process.ts'

/** Makes tagged PDF/UA-1 files, one at a time. */
export type PdfMaker = {
  /**
   * `asker`: a person's id, who has one waiting or under way at most. Rejects with PdfBusy where they have that or too many
   * wait, PdfFailed where it took too long, too much memory, or could not be done.
   */
  make(pages: Pages, asker: string): Promise<Uint8Array>
  stop(): void
}

export class PdfBusy extends Error {}
export class PdfFailed extends Error {}

export type PdfLimits = {
  /** Waiting and under way together. Each takes a second or two at most: nobody waits longer than a page may load. */
  readonly waiting: number
  readonly milliseconds: number
  /** Of the whole process, Typst's own memory too; a plan of 40 pages takes 350 MB. */
  readonly megabytes: number
  readonly idleMilliseconds: number
}
const LIMITS: PdfLimits = { waiting: 20, milliseconds: 20_000, megabytes: 1_200, idleMilliseconds: 120_000 }

/**
 * Typst runs in a process of its own and not in a thread: it is native code, so a thread that is stuck in it cannot be
 * ended, and a fault of its would take the server and everybody's sockets with it. A process can be killed, and is
 * (SPEC EXPORT-9). It starts with the first PDF and goes when nobody has asked for a while.
 * `entry` is another program for tests of what happens when it does not answer.
 */
export function createPdfMaker({
  limits = LIMITS,
  entry = new URL('./pdf-process.ts', import.meta.url),
} = {}): PdfMaker {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  /** Those whose PDF waits or is under way: one each, or somebody could take all the places. */
  const askers = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()

  const end = () => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }

  const started = (): ChildProcess => {
    // Its own environment is empty: it needs nothing, and knows no secret.
    const made = fork(fileURLToPath(entry), { env: {}, serialization: 'advanced', stdio: 'ignore', execArgv: [] })
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

  async function makeNow(pages: Pages): Promise<Uint8Array> {
    clearTimeout(idle)
    child ??= started()
    const answer = await askWithin(child, pdfData(pages), limits).catch((err) => {
      end()
      throw err
    })
    idle = setTimeout(end, limits.idleMilliseconds)
    idle.unref()
    if ('failed' in answer) throw new PdfFailed(`could not be made: ${answer.failed}`)
    return answer.pdf
  }

  return {
    make(pages, asker) {
      if (askers.has(asker) || askers.size >= limits.waiting)
        return Promise.reject(new PdfBusy('too many PDFs at once'))
      askers.add(asker)
      const made = last.then(() => makeNow(pages)).finally(() => askers.delete(asker))
      last = made.catch(() => {})
      return made
    },
    stop: end,
  }
}

/** Asks the process for one PDF. Rejects, with the process still alive, when it is over a limit. */
function askWithin(child: ChildProcess, data: object, limits: PdfLimits): Promise<PdfAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(late)
      clearInterval(watch)
      child.off('message', heard).off('exit', gone).off('error', gone)
      act()
    }
    const fail = (why: string) => settle(() => reject(new PdfFailed(why)))
    const heard = (message: unknown) => {
      if (message !== 'ready') settle(() => resolve(message as PdfAnswer))
    }
    const gone = () => fail('the process ended')
    const late = setTimeout(() => fail('it took too long'), limits.milliseconds)
    const watch = setInterval(async () => {
      if ((await megabytesOf(child.pid)) > limits.megabytes) fail('it took too much memory')
    }, 200)
    child.on('message', heard).once('exit', gone).once('error', gone)
    child.send({ data }, (err) => err && gone())
  })
}

/** Memory a process holds, where the system tells (Linux); 0 elsewhere, where only the time limit holds. */
async function megabytesOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}
