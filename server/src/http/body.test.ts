import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { readFileBody } from './body.ts'
import { Refusing, refused } from './refused.ts'

/** What is answered to a file that is sent piece by piece, until `signal` says that it is time. */
function sends(signal: AbortSignal) {
  const app = new Hono()
  app.onError((err, c) => refused(c, err instanceof Refusing ? err.refusal : 'trouble'))
  app.post('/', async (c) => c.text(String((await readFileBody(c, 10, signal)).length)))
  let sender!: ReadableStreamDefaultController<Uint8Array>
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      sender = given
    },
  })
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = app.request('/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  return { sender, answer: Promise.resolve(answer).then(async (given) => [given.status, await given.text()] as const) }
}

it('[EXPORT-29] a file that has not all come in time is given up, and one that has is read', async () => {
  const time = new AbortController()
  const late = sends(time.signal)
  late.sender.enqueue(new Uint8Array(3))
  time.abort()
  const [status, words] = await late.answer
  expect([status, words]).toEqual([503, expect.stringContaining('too-busy')])

  const other = sends(new AbortController().signal)
  other.sender.enqueue(new Uint8Array(3))
  other.sender.enqueue(new Uint8Array(4))
  other.sender.close()
  expect(await other.answer).toEqual([200, '7'])
})
