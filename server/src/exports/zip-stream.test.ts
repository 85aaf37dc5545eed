import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { unzipSync } from 'fflate'
import { Hono } from 'hono'
import { expect, it, onTestFinished, vi } from 'vitest'
import { zipped } from './zip.ts'
import { zipStream } from './zip-stream.ts'

/** Files that tell how many were made, and when nobody wants more. */
function counted(count: number, letters = 10) {
  const seen = { made: 0, ended: 0 }
  const files = (async function* () {
    for (let n = 0; n < count; n++) {
      seen.made++
      yield { name: `${n}.txt`, bytes: `${n}`.padEnd(letters, 'x'), asItIs: true }
    }
  })()
  return { seen, files: () => files, ended: () => void seen.ended++ }
}

it('[EXPORT-52] holds the same files as a ZIP that is made whole', async () => {
  const { seen, files, ended } = counted(5)
  const streamed = await new Response(zipStream(files, { milliseconds: 1_000, ended })).arrayBuffer()
  const whole = zipped(Array.from({ length: 5 }, (_, n) => ({ name: `${n}.txt`, bytes: `${n}`.padEnd(10, 'x') })))
  expect(unzipSync(new Uint8Array(streamed))).toEqual(unzipSync(whole))
  expect(seen).toEqual({ made: 5, ended: 1 })
})

it('[EXPORT-53] makes nothing more once whoever asked has gone, over a real connection', async () => {
  const { seen, files, ended } = counted(500, 1_000_000)
  const app = new Hono()
  app.get('/', (c) => c.body(zipStream(files, { milliseconds: 60_000, ended })))
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const gone = new AbortController()
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}`, { signal: gone.signal })
  await answer.body?.getReader().read()
  gone.abort()
  await vi.waitFor(() => expect(seen.ended).toBe(1))
  const { made } = seen
  expect(made).toBeLessThan(200)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(seen).toEqual({ made, ended: 1 })
})

it('[EXPORT-53] breaks off after a while, so that nobody holds a place who takes nothing', async () => {
  const { seen, files, ended } = counted(5)
  const stream = zipStream(files, { milliseconds: 20, ended })
  await vi.waitFor(() => expect(seen.ended).toBe(1))
  await expect(new Response(stream).arrayBuffer()).rejects.toThrow('it took too long')
  expect(seen.made).toBe(0)
})

it('[EXPORT-53] ends where a file cannot be made', async () => {
  let times = 0
  const files = (async function* () {
    yield { name: 'a.txt', bytes: 'a' }
    throw new Error('no more')
  })()
  const stream = zipStream(() => files, { milliseconds: 1_000, ended: () => void times++ })
  await expect(new Response(stream).arrayBuffer()).rejects.toThrow('no more')
  expect(times).toBe(1)
})
