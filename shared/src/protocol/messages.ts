/**
 * Where websockets are blocked, requests carry the bytes a websocket would: whole messages, not masked (RFC 6455, 5.2). What a
 * message may be there, by its opcode.
 */
export const OPCODE = { frame: 0x2, close: 0x8, ping: 0x9, pong: 0xa } as const
type Opcode = (typeof OPCODE)[keyof typeof OPCODE]

export type Message = { readonly opcode: Opcode; readonly bytes: Uint8Array }

const WHOLE = 0x80
const NOTHING = new Uint8Array()
const KNOWN: ReadonlySet<number> = new Set(Object.values(OPCODE))

/** What stands before a message's bytes. */
export function messageHead(opcode: Opcode, length: number): Uint8Array {
  if (length < 126) return Uint8Array.of(WHOLE | opcode, length)
  if (length < 65_536) return Uint8Array.of(WHOLE | opcode, 126, length >> 8, length & 0xff)
  const long = new Uint8Array(10)
  long.set([WHOLE | opcode, 127])
  new DataView(long.buffer).setBigUint64(2, BigInt(length))
  return long
}

export function encodeMessage(opcode: Opcode, bytes: Uint8Array = NOTHING): Uint8Array<ArrayBuffer> {
  const head = messageHead(opcode, bytes.byteLength)
  const whole = new Uint8Array(head.byteLength + bytes.byteLength)
  whole.set(head)
  whole.set(bytes, head.byteLength)
  return whole
}

/** The last message of a connection. `why` is one word. */
export const encodeClose = (code: number, why: string): Uint8Array<ArrayBuffer> =>
  encodeMessage(OPCODE.close, Uint8Array.of(code >> 8, code & 0xff, ...new TextEncoder().encode(why)))

/** Reads the bytes of a close message; 1005, as of a websocket, where it gives no code. */
export const readClose = (bytes: Uint8Array): { code: number; reason: string } => ({
  code: bytes.byteLength < 2 ? 1005 : ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0),
  reason: new TextDecoder().decode(bytes.subarray(2)),
})

/**
 * Reads messages out of bytes that come cut anywhere; gives each to `take` when it is whole. `read` throws a RangeError at
 * what is no message, or is longer than `longest` says it may be.
 */
export function createMessageReader(take: (message: Message) => void, longest: number) {
  const head = new Uint8Array(10)
  let hasHead = 0
  let body: Uint8Array | null = null
  let hasBody = 0

  return {
    read(bytes: Uint8Array): void {
      let at = 0
      while (at < bytes.byteLength) {
        if (body === null) {
          head[hasHead++] = bytes[at++] ?? 0
          if (hasHead < headLength(head)) continue
          body = new Uint8Array(bodyLength(head, longest))
          hasBody = 0
        } else {
          const part = bytes.subarray(at, at + body.byteLength - hasBody)
          body.set(part, hasBody)
          hasBody += part.byteLength
          at += part.byteLength
        }
        if (hasBody < body.byteLength) continue
        const whole = { opcode: ((head[0] ?? 0) & 0x0f) as Opcode, bytes: body }
        head.fill(0)
        hasHead = 0
        body = null
        take(whole)
      }
    },
    /** Whether all that was read so far is whole messages. */
    isWhole: () => hasHead === 0,
  }
}

/** With its second byte still to come, a head is at least two long. */
const headLength = (head: Uint8Array): number => (head[1] === 127 ? 10 : head[1] === 126 ? 4 : 2)

function bodyLength(head: Uint8Array, longest: number): number {
  const [first = 0, short = 0] = head
  const view = new DataView(head.buffer)
  const length = short === 127 ? Number(view.getBigUint64(2)) : short === 126 ? view.getUint16(2) : short
  const isKnown = (first & 0xf0) === WHOLE && KNOWN.has(first & 0x0f)
  if (!isKnown || length > longest || short > 127) throw new RangeError('not a message of ours')
  return length
}
