import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { until } from '../testing/until.ts'
import { Parcel } from './parcel.ts'

describe('a parcel', () => {
  it('[SYNC-110] is on the wire the frames it was made of, each whole and in order, whatever their length', async () => {
    const server = new WebSocketServer({ port: 0 })
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const sockets = new Promise<import('node:stream').Writable>((resolve) => {
      server.once('connection', (_ws, request) => resolve(request.socket))
    })
    const client = new WebSocket(`ws://127.0.0.1:${address.port}`)
    const heard: Buffer[] = []
    client.on('message', (data: Buffer) => heard.push(data))
    const tcp = await sockets

    const length = fc.oneof(
      fc.nat(130),
      fc.integer({ min: 16_300, max: 16_500 }),
      fc.integer({ min: 65_500, max: 65_600 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(length, { minLength: 1, maxLength: 6 }), async (lengths) => {
        const frames = lengths.map((bytes, at) => new Uint8Array(bytes).fill(at + 1))
        heard.length = 0
        for (const piece of new Parcel(frames).wire) tcp.write(piece)
        await until(() => expect(heard.length).toBe(frames.length))
        expect(heard.map((data) => new Uint8Array(data))).toEqual(frames)
      }),
      { numRuns: 40 },
    )
    client.terminate()
    server.close()
  })

  it('[SYNC-110] is small frames in one piece, and large ones where they lie, for all who get it', () => {
    const large = new Uint8Array(50_000)
    const parcel = new Parcel([new Uint8Array(5), new Uint8Array(6), large, new Uint8Array(7)])
    expect(parcel.wire).toHaveLength(3)
    expect(parcel.wire[1]).toBe(large)
    expect(parcel.wire).toBe(parcel.wire)
    expect(parcel.byteLength).toBe(5 + 6 + 50_000 + 7 + 2 + 2 + 4 + 2)
  })
})
