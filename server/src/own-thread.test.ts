import { expect, it, vi } from 'vitest'
import { createThread } from './own-thread.ts'

const program = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`)
const LIMITS = { waiting: 5, milliseconds: 10_000, megabytes: 64, idle: 60_000 }

it('[STORE-122] a thread that breaks after its work is done takes nobody with it: the next work begins another', async () => {
  const ask = createThread<string, { said: string; by: number }>(
    program(`import { parentPort, threadId } from 'node:worker_threads'
      parentPort.on('message', (said) => {
        parentPort.postMessage({ said: said.toUpperCase(), by: threadId })
        if (said === 'break') setTimeout(() => { throw new Error('too much') })
      })`),
    LIMITS,
  )
  const broken = await ask('break')
  expect(broken.said).toBe('BREAK')
  const answered = await vi.waitFor(async () => {
    const answer = await ask('again')
    expect(answer.by).not.toBe(broken.by)
    return answer
  }, LIMITS.milliseconds)
  expect(answered.said).toBe('AGAIN')
})
