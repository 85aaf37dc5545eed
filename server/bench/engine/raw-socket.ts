import { connect } from 'node:net'

/** Where a socket is opened, and as whom. */
export type Door = {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

export type RawSocket = {
  /** Resolves when the server has taken the socket in. */
  readonly opened: Promise<void>
  send(frame: Uint8Array): void
  /** Sends all that is sent meanwhile in one go. */
  together(send: () => void): void
  /** Without a word, as a closed lid does. */
  close(): void
}

type Heard = {
  /** One frame, in `from`..`to` of bytes that are somebody else's again when this returns. */
  frame(bytes: Buffer, from: number, to: number): void
  /** The server has closed the socket, or never opened it. */
  ended(why: string): void
}

// Read into by one socket after another: nothing is kept in it.
const READ_INTO = Buffer.allocUnsafeSlow(256 * 1024)
const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const

/**
 * A websocket client made by hand, because the generator shares a machine with the server: a library's costs more than
 * a good server's. Takes only what servers of Yjs send: whole binary frames without compression.
 */
export function openRawSocket({ port, path, headers }: Door, heard: Heard): RawSocket {
  let isOpen = false
  let isClosing = false
  let rest: Buffer | null = null
  let taken: () => void
  let refused: (problem: Error) => void
  const opened = new Promise<void>((resolve, reject) => {
    taken = resolve
    refused = reject
  })
  opened.catch(() => {})

  const tcp = connect({
    port,
    host: '127.0.0.1',
    noDelay: true,
    onread: {
      buffer: READ_INTO,
      callback(count, buffer) {
        take((buffer as Buffer).subarray(0, count))
        return true
      },
    },
  })
  tcp.on('connect', () => {
    const lines = Object.entries({
      Host: `127.0.0.1:${port}`,
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': Buffer.from('withy-bench-key!').toString('base64'),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    tcp.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  })
  tcp.on('error', (problem) => end(problem.message))
  tcp.on('close', () => end('the connection was cut'))

  function end(why: string) {
    refused(new Error(`A socket was not opened: ${why}`))
    if (isClosing) return
    isClosing = true
    heard.ended(why)
    tcp.destroy()
  }

  function take(chunk: Buffer) {
    const bytes = rest ? Buffer.concat([rest, chunk]) : chunk
    rest = null
    const at = isOpen ? readFrames(bytes, 0) : readAnswer(bytes)
    if (at < bytes.length) rest = Buffer.from(bytes.subarray(at))
  }

  /** The answer to the upgrade, and the frames that came with it. @returns how much of the bytes was read */
  function readAnswer(bytes: Buffer): number {
    const endOfHead = bytes.indexOf('\r\n\r\n')
    if (endOfHead < 0) return 0
    const [status = ''] = bytes.toString('latin1', 0, endOfHead).split('\r\n')
    if (!status.includes(' 101 ')) {
      end(status)
      return bytes.length
    }
    isOpen = true
    taken()
    return readFrames(bytes, endOfHead + 4)
  }

  function readFrames(bytes: Buffer, start: number): number {
    let at = start
    while (bytes.length - at >= 2) {
      const first = bytes[at] ?? 0
      const short = (bytes[at + 1] ?? 0) & 127
      const head = short === 127 ? 10 : short === 126 ? 4 : 2
      if (bytes.length - at < head) break
      const length =
        short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short === 126 ? bytes.readUInt16BE(at + 2) : short
      const from = at + head
      if (bytes.length < from + length) break
      at = from + length
      read(first, bytes, from, at)
    }
    return at
  }

  function read(first: number, bytes: Buffer, from: number, to: number) {
    const opcode = first & 15
    if ((first & 0xf0) !== 0x80) throw new Error('The server sent a frame in parts, or compressed.')
    if (opcode === OPCODE.binary) heard.frame(bytes, from, to)
    else if (opcode === OPCODE.ping) write(OPCODE.pong, bytes.subarray(from, to))
    else if (opcode === OPCODE.close)
      end(to > from ? `${bytes.readUInt16BE(from)} ${bytes.toString('utf8', from + 2, to)}` : 'closed')
  }

  function write(opcode: number, body: Uint8Array) {
    const { length } = body
    const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
    // A mask of zeros is one a server cannot tell from any other, and leaves the bytes as they are.
    const frame = Buffer.alloc(head + 4 + length)
    frame[0] = 0x80 | opcode
    frame[1] = 0x80 | (head === 2 ? length : head === 4 ? 126 : 127)
    if (head === 4) frame.writeUInt16BE(length, 2)
    if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2)
    frame.set(body, head + 4)
    tcp.write(frame)
  }

  return {
    opened,
    send: (frame) => write(OPCODE.binary, frame),
    together(send) {
      tcp.cork()
      send()
      tcp.uncork()
    },
    close() {
      isClosing = true
      tcp.destroy()
    },
  }
}
