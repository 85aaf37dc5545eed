import { expect, it } from 'vitest'
import { createThread } from './own-thread.ts'

const program = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`)
const LIMITS = { waiting: 5, milliseconds: 10_000, megabytes: 64, idle: 60_000 }

it('[STORE-122] a thread that breaks after its work is done takes nobody with it: the next work begins another', async () => {
  const ask = createThread<string, string>(
    program(`import { parentPort } from 'node:worker_threads'
      parentPort.on('message', (said) => {
        parentPort.postMessage(said.toUpperCase())
        if (said === 'break') setTimeout(() => { throw new Error('too much') })
      })`),
    LIMITS,
  )
  expect(await ask('break')).toBe('BREAK')
  await new Promise((done) => setTimeout(done, 200))
  expect(await ask('again')).toBe('AGAIN')
})
