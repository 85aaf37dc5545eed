import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { ask, bytesOf } from './ask.ts'

/** A server on a real port that answers as it is told. */
async function answers(how: (answer: ServerResponse) => void): Promise<string> {
  const server = createServer((_, answer) => how(answer)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

it('[SYNC-97] an answer that begins and then hangs is none', async () => {
  const address = await answers((answer) => answer.writeHead(200).write('{"stream":'))
  expect(await ask(address, (answer) => answer.json(), { within: 300 })).toBeNull()
  expect(await ask(address, bytesOf, { within: 300 })).toBeNull()
})

it('[SYNC-97] a large answer on a slow line is read for as long as more of it comes', async () => {
  const address = await answers((answer) => {
    const pieces = [1, 2, 3, 4, 5]
    const timer = setInterval(() => {
      const piece = pieces.shift()
      if (piece !== undefined) return answer.write(Uint8Array.of(piece))
      clearInterval(timer)
      answer.end()
    }, 150)
  })
  expect(await ask(address, bytesOf, { within: 400 })).toEqual(Uint8Array.of(1, 2, 3, 4, 5))
})
