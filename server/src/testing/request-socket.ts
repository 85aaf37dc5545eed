import { EventEmitter } from 'node:events'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { createMessageReader, encodeMessage, type Message, OPCODE, readClose } from '@withy/shared/protocol'

export const WAYS = ['websocket', 'events', 'poll'] as const
/** What carries a connection's frames. */
export type Way = (typeof WAYS)[number]

type Answer = { readonly status: number; readonly bytes: Buffer }

/** A client of a plan's stream over raw requests, with as much of the face of a `ws` as the bot uses. */
export class RequestSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 0
  protocol = ''
  binaryType = ''
  /** Where the stream's requests go, once it is open. */
  address = ''
  readonly #agent = new Agent({ keepAlive: true })
  readonly #headers: Record<string, string>
  readonly #way: Way
  readonly #reader = createMessageReader((message) => this.#take(message), 2 ** 28)
  #up: Promise<unknown> = Promise.resolve()
  /** Requests up so far. */
  sent = 0
  #paused: PromiseWithResolvers<void> | null = null

  constructor(address: string, [protocol = '']: string[], headers: Record<string, string>, way: Way) {
    super()
    this.#headers = headers
    this.#way = way
    const url = new URL(address.replace(/^ws/, 'http'))
    url.pathname += '/streams'
    url.searchParams.set('protocol', protocol)
    this.#open(url).catch((problem) => this.#over(problem))
  }

  send(frame: Uint8Array): void {
    // As a websocket's, a frame may still be changed by whoever made it.
    this.#say(OPCODE.frame, frame.slice())
  }

  pause(): void {
    this.#paused ??= Promise.withResolvers()
  }

  resume(): void {
    this.#paused?.resolve()
    this.#paused = null
  }

  close(): void {
    this.#say(OPCODE.close)
    void this.#up.then(() => this.#closed(1005, ''))
  }

  terminate(): void {
    this.#closed(1006, '')
  }

  /** The `n`th request up, as it is. */
  post(n: number, body: Uint8Array): Promise<Answer> {
    return this.#ask('POST', `${this.address}/frames?n=${n}`, body)
  }

  /** The `n`th poll, as it is. */
  poll(n: number): Promise<Answer> {
    return this.#ask('POST', `${this.address}/poll?n=${n}`)
  }

  async #open(url: URL): Promise<void> {
    const { status, bytes } = await this.#ask('POST', url.href)
    if (status !== 200) return void this.emit('unexpected-response', null, { statusCode: status })
    const { stream, protocol } = JSON.parse(bytes.toString())
    this.address = `${url.origin}${url.pathname}/${stream}`
    this.protocol = protocol
    this.readyState = 1
    this.emit('open')
    await (this.#way === 'events' ? this.#listen() : this.#pollOn())
  }

  async #listen(): Promise<void> {
    const events = await this.#start('GET', `${this.address}/events`)
    let rest = ''
    events.setEncoding('latin1')
    for await (const text of events) {
      const lines = `${rest}${text}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith('data:')) this.#reader.read(Buffer.from(line.slice(5), 'base64'))
      await this.#paused?.promise
    }
    this.#closed(1006, '')
  }

  async #pollOn(): Promise<void> {
    for (let n = 1; this.readyState === 1; n++) {
      const { status, bytes } = await this.poll(n)
      if (status !== 200) return this.#closed(1006, '')
      this.#reader.read(bytes)
      await this.#paused?.promise
    }
  }

  #take({ opcode, bytes }: Message): void {
    if (opcode === OPCODE.frame) this.emit('message', Buffer.from(bytes))
    if (opcode === OPCODE.ping) this.#say(OPCODE.pong)
    if (opcode !== OPCODE.close) return
    const { code, reason } = readClose(bytes)
    this.#closed(code, reason)
  }

  #say(opcode: Message['opcode'], bytes?: Uint8Array): void {
    if (this.readyState !== 1) return
    const n = ++this.sent
    this.#up = this.#up.then(() => this.post(n, encodeMessage(opcode, bytes))).catch(() => {})
  }

  #over(problem: unknown): void {
    if (this.readyState === 0) this.emit('error', problem)
    this.#closed(1006, '')
  }

  #closed(code: number, reason: string): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.#agent.destroy()
    this.emit('close', code, Buffer.from(reason))
  }

  #start(method: string, address: string, body?: Uint8Array): Promise<IncomingMessage> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const headers = { ...this.#headers, 'content-type': 'application/octet-stream' }
    const asked: ClientRequest = request(address, { method, headers, agent: this.#agent }, resolve)
    asked.on('error', reject)
    asked.end(body)
    return promise
  }

  async #ask(method: string, address: string, body?: Uint8Array): Promise<Answer> {
    const answer = await this.#start(method, address, body)
    const bytes = Buffer.concat(await answer.toArray())
    return { status: answer.statusCode ?? 0, bytes }
  }
}
