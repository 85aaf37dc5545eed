import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** What one piece of work may take in a process of its own. `megabytes`: of the whole process, what its libraries hold too. */
export type ProcessLimits = { readonly milliseconds: number; readonly megabytes: number }

/** Work in another process was not done: it took too long, too much memory, or the process ended. Never says what it was about. */
export class ProcessFailed extends Error {}

/**
 * Asks a process for one thing: sends `message` and gives what it answers, but for `ready`. Rejects with ProcessFailed, the process
 * perhaps still alive, when it is over a limit or gone.
 */
export function askWithin<Answer>(child: ChildProcess, message: object, limits: ProcessLimits): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(late)
      clearInterval(watch)
      child.off('message', heard).off('exit', gone).off('error', gone)
      act()
    }
    const fail = (why: string) => settle(() => reject(new ProcessFailed(why)))
    const heard = (answer: unknown) => {
      if (answer !== 'ready') settle(() => resolve(answer as Answer))
    }
    const gone = () => fail('the process ended')
    const late = setTimeout(() => fail('it took too long'), limits.milliseconds)
    const watch = setInterval(async () => {
      if ((await megabytesOf(child.pid)) > limits.megabytes) fail('it took too much memory')
    }, 200)
    child.on('message', heard).once('exit', gone).once('error', gone)
    child.send(message, (err) => err && gone())
  })
}

/** Memory a process holds, where the system tells (Linux); 0 elsewhere, where only the time limit holds. */
async function megabytesOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}
