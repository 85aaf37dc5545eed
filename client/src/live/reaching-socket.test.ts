import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { reachingSocket } from './reaching-socket.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A socket as the test says. */
class Line {
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  readyState = 0
  isLetGo = false
  sent: unknown[] = []
  open() {
    this.readyState = 1
    this.onopen?.()
  }
  hear(data: string) {
    this.onmessage?.({ data })
  }
  cut(code = 1006) {
    this.readyState = 3
    this.onclose?.({ code, reason: '' })
  }
  send(data: unknown) {
    this.sent.push(data)
  }
  close() {
    this.isLetGo = true
  }
}

function network() {
  const straight: Line[] = []
  const around: Line[] = []
  const classOf = (lines: Line[]) =>
    class extends Line {
      constructor() {
        super()
        lines.push(this)
      }
    } as unknown as typeof WebSocket
  const Reaching = reachingSocket(() => classOf(straight), classOf(around))
  const tries = () => {
    const heard: string[] = []
    const socket = new Reaching('ws://test')
    socket.onopen = () => heard.push('open')
    socket.onmessage = ({ data }) => heard.push(data)
    socket.onclose = ({ code }) => heard.push(`closed ${code}`)
    return { socket, heard }
  }
  return { straight, around, tries }
}

const last = (lines: readonly Line[]): Line => lines.at(-1) ?? expect.unreachable()

it('[SYNC-96] a websocket that works is all there is, and nothing else is tried', async () => {
  const { straight, around, tries } = network()
  const { socket, heard } = tries()
  last(straight).open()
  last(straight).hear('hello')
  await vi.advanceTimersByTimeAsync(60_000)
  socket.send('up')
  expect(last(straight).sent).toEqual(['up'])
  last(straight).cut(1012)
  expect(heard).toEqual(['open', 'hello', 'closed 1012'])
  tries()
  expect(straight).toHaveLength(2)
  expect(around).toHaveLength(0)
})

it.each([
  ['is answered with a web page', (line: Line) => line.cut(), 0],
  ['is not answered', () => {}, 2_000],
])('[SYNC-96] where an upgrade %s it goes around, and next time at once', async (_, becomes, within) => {
  const { straight, around, tries } = network()
  const { socket, heard } = tries()
  becomes(last(straight))
  await vi.advanceTimersByTimeAsync(within)
  expect(around).toHaveLength(1)
  expect(socket.readyState).toBe(0)
  last(around).open()
  last(around).hear('hello')
  expect(socket.readyState).toBe(1)
  last(around).cut(4403)
  expect(heard).toEqual(['open', 'hello', 'closed 4403'])
  tries()
  await vi.advanceTimersByTimeAsync(0)
  expect([straight.length, around.length]).toEqual([1, 2])
})

it('[SYNC-96] one that opens and says nothing is cut off, and the next goes around', async () => {
  const { straight, around, tries } = network()
  const { heard } = tries()
  last(straight).open()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(heard).toEqual(['open', 'closed 1006'])
  expect(last(straight).isLetGo).toBe(true)
  tries()
  await vi.advanceTimersByTimeAsync(0)
  expect([straight.length, around.length]).toEqual([1, 1])
})

it('[SYNC-96] one that is cut off twice soon after it opened is gone around; a server that restarts is not', async () => {
  const { straight, around, tries } = network()
  const lives = async (ms: number, code?: number) => {
    tries()
    last(straight).open()
    last(straight).hear('hello')
    await vi.advanceTimersByTimeAsync(ms)
    last(straight).cut(code)
  }
  await lives(5_000)
  await lives(30_000)
  await lives(5_000)
  await lives(1_000, 1012)
  await lives(5_000)
  expect(around).toHaveLength(0)
  await lives(5_000)
  tries()
  await vi.advanceTimersByTimeAsync(0)
  expect([straight.length, around.length]).toEqual([6, 1])
})

it('[SYNC-96] where nothing gets through, a websocket is tried first again', async () => {
  const { straight, around, tries } = network()
  tries()
  last(straight).cut()
  await vi.advanceTimersByTimeAsync(0)
  last(around).open()
  last(around).cut()
  const { heard } = tries()
  await vi.advanceTimersByTimeAsync(0)
  expect([straight.length, around.length]).toEqual([1, 2])
  last(around).cut()
  expect(heard).toEqual(['closed 1006'])
  tries()
  expect(straight).toHaveLength(2)
})

it('[SYNC-96] closed by the page, it tries nothing more', async () => {
  const { straight, around, tries } = network()
  const { socket, heard } = tries()
  socket.close()
  last(straight).cut()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(around).toHaveLength(0)
  expect(heard).toEqual([])
  expect(socket.readyState).toBe(3)
})
