import { CLOSE, createMessageReader, encodeClose, encodeMessage, type Message, OPCODE } from '@withy/shared/protocol'
import type { Connection } from './connection.ts'
import type { LiveLimits } from './limits.ts'
import type { Transport } from './transport.ts'

export type StreamNeeds = {
  /** Makes the connection that this carries. */
  connect(transport: Transport): Connection
  /** Nothing goes or comes any more. */
  over(): void
  readonly limits: LiveLimits
}

export type Stream = ReturnType<typeof createStream>

/** The body of a request, as far as it could be read. */
export type Body = Uint8Array | 'too-long' | 'cut-off'

/** A piece of what goes down; `gone` is called when the last of its bytes has been taken. */
type Piece = { readonly bytes: Uint8Array; readonly gone: (() => void) | undefined }

/** Bytes in one event: small enough that what has been taken is nearly all that has left this machine. */
const EVENT_BYTES = 48 * 1024
const POLL_BYTES = 1024 * 1024

/** Proxies and browsers hold the first kilobytes of an answer back until there are enough of them. */
const PADDING = new TextEncoder().encode(`:${' '.repeat(4096)}\n\n`)

/**
 * A connection carried by requests (SPEC SYNC-90 to SYNC-95): down as one long event stream or as one poll after the other, up
 * as one request after the other. Both ways the bytes are those of a websocket (`messages.ts`), so nothing above it differs.
 */
export function createStream({ connect, over, limits }: StreamNeeds) {
  let queue: Piece[] = []
  let waiting = 0
  let wake: (() => void) | null = null
  /** The close message, once there is one: nothing goes after it. */
  let verdict: Uint8Array<ArrayBuffer> | null = null
  let isOver = false
  let resumed: PromiseWithResolvers<void> | null = null
  let way: 'events' | 'poll' | null = null
  /** Ends the event stream though it does not read. */
  let cutOff: (() => void) | null = null
  let lastPoll: {
    readonly n: number
    readonly answer: Promise<Uint8Array<ArrayBuffer> | null>
    isDone: boolean
  } | null = null
  let lastTaken = 0
  let isTaking = false

  function put(bytes: Uint8Array, gone?: () => void) {
    if (isOver || (verdict && bytes !== verdict)) return
    queue.push({ bytes, gone })
    waiting += bytes.byteLength
    wake?.()
  }

  /** What goes next, at most `most` bytes, as soon as there is something; null when there will be nothing more. */
  async function next(most: number): Promise<Uint8Array<ArrayBuffer> | null> {
    while (queue.length === 0) {
      if (isOver || verdict) return null
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      await promise
    }
    const parts: Uint8Array[] = []
    let room = most
    while (room > 0) {
      const piece = queue.shift()
      if (!piece) break
      const part = piece.bytes.subarray(0, room)
      room -= part.byteLength
      parts.push(part)
      if (part.byteLength === piece.bytes.byteLength) piece.gone?.()
      else queue.unshift({ ...piece, bytes: piece.bytes.subarray(part.byteLength) })
    }
    waiting -= most - room
    return Buffer.concat(parts)
  }

  function finish() {
    if (isOver) return
    isOver = true
    queue = []
    waiting = 0
    wake?.()
    transport.resume()
    over()
  }

  const transport: Transport = {
    isOpen: () => !isOver && verdict === null,
    waiting: () => waiting,
    send({ wire }, gone) {
      for (const [i, piece] of wire.entries()) put(piece, i === wire.length - 1 ? gone : undefined)
    },
    ping: () => put(encodeMessage(OPCODE.ping)),
    pause() {
      resumed ??= Promise.withResolvers()
    },
    resume() {
      resumed?.resolve()
      resumed = null
    },
    close(code, why) {
      if (isOver || verdict) return
      verdict = encodeClose(code, why)
      put(verdict)
      transport.resume()
      setTimeout(finish, limits.lingerMs).unref()
    },
    terminate() {
      finish()
      cutOff?.()
    },
  }
  const connection = connect(transport)

  async function take({ opcode, bytes }: Message) {
    if (opcode === OPCODE.close) return finish()
    if (opcode === OPCODE.frame) {
      await resumed?.promise
      if (transport.isOpen()) connection.received(bytes)
    } else if (connection.asked() && opcode === OPCODE.ping) put(encodeMessage(OPCODE.pong))
  }

  return {
    /** The close message of a connection that was closed, or null. There is nothing of the plan in it. */
    verdict: () => verdict,

    /** All that goes down, as an event stream; once, because what a lost one had taken is gone. */
    events(cut: () => void): ReadableStream<Uint8Array> | null {
      if (way !== null) return null
      connection.asked()
      way = 'events'
      cutOff = cut
      let isCut = false
      return new ReadableStream<Uint8Array>(
        {
          start: (events) => events.enqueue(PADDING),
          async pull(events) {
            const bytes = await next(EVENT_BYTES)
            if (isCut) return
            if (bytes) return events.enqueue(Buffer.from(`data:${Buffer.from(bytes).toString('base64')}\n\n`))
            events.close()
            finish()
          },
          cancel() {
            isCut = true
            finish()
          },
        },
        { highWaterMark: 0 },
      )
    },

    /**
     * Answers the `n`th poll (from 1) as soon as there is something, and with the same bytes when it is asked again: its answer
     * may have been lost. Null: out of order, or nothing will come any more.
     */
    poll(n: number): Promise<Uint8Array<ArrayBuffer> | null> | null {
      if (way === 'events') return null
      way = 'poll'
      // Were it one too many, its answer says so.
      connection.asked()
      if (n === lastPoll?.n) return lastPoll.answer
      // One at a time: the one before would wait for ever.
      if (n !== (lastPoll?.n ?? 0) + 1 || lastPoll?.isDone === false) return null
      const answer = next(POLL_BYTES).then((bytes) => {
        poll.isDone = true
        if (bytes === null) finish()
        return bytes
      })
      const poll = { n, answer, isDone: false }
      lastPoll = poll
      return answer
    },

    /**
     * Takes the messages of the `n`th request up (from 1), whole, in order and once. Says whether they were taken, now or before;
     * `wait`: not in this order, or not yet.
     */
    async take(n: number, read: () => Promise<Body>): Promise<'taken' | 'wait' | 'over'> {
      if (!transport.isOpen() || !connection.asked()) return 'over'
      if (n > 0 && n <= lastTaken) return 'taken'
      if (isTaking || n !== lastTaken + 1) return 'wait'
      isTaking = true
      try {
        const body = await read()
        if (body === 'cut-off') return 'wait'
        if (body === 'too-long') finish()
        if (!(body instanceof Uint8Array)) return 'over'
        lastTaken = n
        const messages = messagesIn(body)
        if (messages === null) connection.refuse(CLOSE.badMessage, 'malformed')
        for (const message of messages ?? []) {
          // Once it is closed the rest of a long request is nobody's work.
          if (!transport.isOpen()) break
          await take(message)
        }
        return transport.isOpen() ? 'taken' : 'over'
      } finally {
        isTaking = false
      }
    },
  }
}

function messagesIn(body: Uint8Array): readonly Message[] | null {
  const messages: Message[] = []
  try {
    const reader = createMessageReader((message) => messages.push(message), body.byteLength)
    reader.read(body)
    return reader.isWhole() ? messages : null
  } catch {
    return null
  }
}
