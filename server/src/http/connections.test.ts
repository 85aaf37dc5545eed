import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startPlan } from '../testing/guests.ts'
import { botOf, serverForTest, syncedBot } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { boundConnections } from './connections.ts'

/** A server that says hello, and whether one more connection from an address hears it. */
async function bounded(proxies: number) {
  const server = createServer((socket) => void setImmediate(() => socket.write('hello'))).listen(0, '127.0.0.1')
  boundConnections(server, proxies, { inAll: 4, perAddress: 2 })
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return async (localAddress: string) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress })
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    const isIn = await Promise.race([once(socket, 'data').then(() => true), once(socket, 'close').then(() => false)])
    return { isIn, socket }
  }
}

describe('connections', () => {
  it('[LIMIT-50] of one address are bounded, and others still come in', async () => {
    const comes = await bounded(0)
    const [first, , third] = [await comes('127.0.0.1'), await comes('127.0.0.1'), await comes('127.0.0.1')]
    expect([first.isIn, third.isIn]).toEqual([true, false])
    // Elsewhere a machine answers to one of these names only.
    if (process.platform === 'linux') expect((await comes('127.0.0.2')).isIn).toBe(true)
    first.socket.destroy()
    await until(async () => expect((await comes('127.0.0.1')).isIn).toBe(true))
  })

  it('[LIMIT-50] through a proxy of ours are counted all together', async () => {
    const comes = await bounded(1)
    const all = []
    for (let i = 0; i < 5; i++) all.push((await comes('127.0.0.1')).isIn)
    expect(all).toEqual([true, true, true, true, false])
  })

  it('[LIMIT-50] [LIMIT-52] to plans are bounded too, and the one too many is told when to come again', async () => {
    const server = await serverForTest({ limits: { socketsPerAddress: 2 } })
    const anna = await startPlan(server.origin)
    const zoe = await startPlan(server.origin, 'Zoe')
    const first = await syncedBot(anna)
    await syncedBot(zoe)
    expect(await botOf(anna).status).toBe(503)
    const stream = await fetch(`${server.origin}/plans/${zoe.plan}/live/streams`, {
      method: 'POST',
      headers: { origin: server.origin, cookie: zoe.cookie },
    })
    expect([stream.status, stream.headers.get('retry-after')]).toEqual([503, '5'])
    first.close()
    await until(async () => expect(await botOf(anna).status).toBe(101))
  })
})
