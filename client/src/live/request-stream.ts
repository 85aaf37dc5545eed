import { createMessageReader, encodeMessage, OPCODE, readClose } from '@withy/shared/protocol'
import { fromBase64 } from 'lib0/buffer'
import { ask, bytesOf } from './ask.ts'
import { createUplink } from './uplink.ts'

/** How frames come down: as they are sent, or as the answer to one poll after the other. */
export type Way = 'events' | 'poll'

/** A connection over requests (docs/PROTOCOL.md, "Where websockets are blocked"). */
export interface Stream {
  /** Gives the frames that came, and from then on each as it comes. */
  start(): void
  send(frame: Uint8Array): void
  /** What was sent before still goes up. */
  close(): void
  /** Bytes that have not gone up. */
  waiting(): number
}

export type Hearing = {
  /** A question went up and its answer came down. */
  through(): void
  frame(data: ArrayBuffer): void
  /** Closed by the server, or cut off (1006). */
  closed(code: number, reason: string): void
}

/** Larger than any plan: what claims to be is no message of ours. */
const LONGEST = 256 * 1024 * 1024
/** Our server says something every 15 s, so each poll is answered by then (ms). */
const POLL_WITHIN = 25_000
/** Asked again after so long when a poll was not answered (ms). */
const AGAIN_AFTER = [0, 500, 2_000]
/** When the server takes nothing more, the reason comes down within this, if there is one (ms). */
const WHY_WITHIN = 3_000

/**
 * Opens a stream for a plan's socket address. Null when something else than our server answers (a web page, say), or nothing.
 */
export async function openStream(
  socket: string,
  protocol: string,
): Promise<{ address: string; protocol: string } | null> {
  const url = new URL(socket.replace(/^ws/, 'http'))
  url.pathname += '/streams'
  url.searchParams.set('protocol', protocol)
  const made: unknown = await ask(url.href, (answer) => (answer.ok ? answer.json() : null))
  if (typeof made !== 'object' || made === null || !('stream' in made) || !('protocol' in made)) return null
  return { address: `${url.origin}${url.pathname}/${made.stream}`, protocol: String(made.protocol) }
}

/** Carries frames over an opened stream, one way or the other. */
export function carry(way: Way, address: string, hearing: Hearing): Stream {
  let isOver = false
  let early: ArrayBuffer[] | null = []
  let source: EventSource | null = null
  const polling = new AbortController()

  const uplink = createUplink({
    post: async (n, body) => (await ask(`${address}/frames?n=${n}`, ({ status }) => status, { body })) ?? 0,
    failed: () => setTimeout(() => closed(1006, ''), WHY_WITHIN),
  })
  const reader = createMessageReader(({ opcode, bytes }) => {
    if (isOver) return
    if (opcode === OPCODE.frame) hear(bytes.buffer as ArrayBuffer)
    else if (opcode === OPCODE.ping) uplink.put(encodeMessage(OPCODE.pong))
    else if (opcode === OPCODE.pong) hearing.through()
    else {
      const { code, reason } = readClose(bytes)
      closed(code, reason)
    }
  }, LONGEST)

  function hear(frame: ArrayBuffer) {
    if (early) early.push(frame)
    else hearing.frame(frame)
  }

  function closed(code: number, reason: string) {
    if (isOver) return
    end()
    uplink.stop()
    hearing.closed(code, reason)
  }

  function end() {
    isOver = true
    source?.close()
    polling.abort()
  }

  function read(bytes: Uint8Array) {
    try {
      reader.read(bytes)
    } catch (problem) {
      console.error(problem)
      closed(1006, '')
    }
  }

  function listen() {
    source = new EventSource(`${address}/events`)
    source.onmessage = ({ data }) => read(fromBase64(data))
    source.onerror = () => closed(1006, '')
  }

  async function poll() {
    for (let n = 1; !isOver; n++) {
      const bytes = await polled(n)
      if (!bytes) return closed(1006, '')
      read(bytes)
    }
  }

  /** The answer to the `n`th poll. One that is lost is asked for again: it is the same. */
  async function polled(n: number): Promise<Uint8Array | null> {
    for (const wait of AGAIN_AFTER) {
      await new Promise((again) => setTimeout(again, wait))
      if (isOver) return null
      const answer = await ask(`${address}/poll?n=${n}`, polledFrom, { within: POLL_WITHIN, stop: polling.signal })
      if (answer === 'refused') return null
      if (answer) return answer
    }
    return null
  }

  if (way === 'events') listen()
  else void poll()
  uplink.put(encodeMessage(OPCODE.ping))

  return {
    start() {
      const came = early ?? []
      early = null
      for (const frame of came) if (!isOver) hearing.frame(frame)
    },
    send: (frame) => uplink.put(encodeMessage(OPCODE.frame, frame)),
    close() {
      if (isOver) return
      end()
      uplink.put(encodeMessage(OPCODE.close))
    },
    waiting: uplink.waiting,
  }
}

/** What a poll brought; null where it was not our server that answered. A large plan on a slow line comes in many pieces. */
async function polledFrom(answer: Response, came: () => void): Promise<Uint8Array | 'refused' | null> {
  if (answer.status >= 400 && answer.status < 500) return 'refused'
  const isOurs = answer.ok && answer.headers.get('content-type') === 'application/octet-stream'
  return isOurs ? bytesOf(answer, came) : null
}
