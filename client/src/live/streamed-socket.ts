import { afterPageTime } from './page-time.ts'
import { carry, openStream, type Stream, type Way } from './request-stream.ts'

/** Events that have not come through for so long are held back by something on the way (ms). */
const HEARD_WITHIN = 1_500
/** A poll that was not answered by then goes nowhere (ms). */
const POLLED_WITHIN = 8_000

/** Found out once on this page. */
let eventsAreHeld = false

/**
 * Has the face of a WebSocket and goes by requests: down as server-sent events, or by polls where something on the way holds
 * events back until there are many; up by POST. It is open once a question went up and its answer came down (SPEC SYNC-97).
 */
export class StreamedSocket {
  binaryType: BinaryType = 'arraybuffer'
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  readyState = 0
  protocol = ''
  #stream: Stream | null = null
  readonly #leave = () => {
    this.#stream?.close()
    this.#over(1001, '')
  }

  constructor(address: string | URL, protocols: string | string[] = []) {
    // The other end would have to wait for signs of life to learn that the page has gone.
    window.addEventListener('pagehide', this.#leave)
    void this.#open(String(address), [protocols].flat()[0] ?? '')
  }

  get bufferedAmount(): number {
    return this.#stream?.waiting() ?? 0
  }

  send(data: Uint8Array): void {
    if (this.readyState === 1) this.#stream?.send(data)
  }

  close(): void {
    this.#stream?.close()
    this.#over(1005, '')
  }

  async #open(address: string, protocol: string): Promise<void> {
    const canHear = typeof EventSource !== 'undefined' && !eventsAreHeld
    const ways: readonly Way[] = canHear ? ['events', 'poll'] : ['poll']
    for (const way of ways) {
      const opened = await openStream(address, protocol)
      if (this.readyState === 3) return
      if (!opened) break
      if (await this.#tries(way, opened.address)) {
        eventsAreHeld = way === 'poll'
        this.protocol = opened.protocol
        this.readyState = 1
        this.onopen?.(new Event('open'))
        this.#stream?.start()
        return
      }
      if (this.readyState === 3) return
    }
    this.#over(1006, '')
  }

  /** Whether what is said comes through this way, both up and down. */
  #tries(way: Way, address: string): Promise<boolean> {
    return new Promise((resolve) => {
      const stream = carry(way, address, {
        through: () => tried(true),
        frame: (data) => this.onmessage?.(new MessageEvent('message', { data })),
        closed: (code, reason) => {
          if (stream !== this.#stream) return
          // A final word is one whichever way it came; a line that broke before it opened is tried another way.
          if (this.readyState === 1 || code !== 1006) this.#over(code, reason)
          tried(false)
        },
      })
      const tried = (isThrough: boolean) => {
        callOff()
        if (!isThrough) stream.close()
        resolve(isThrough)
      }
      const callOff = afterPageTime(way === 'events' ? HEARD_WITHIN : POLLED_WITHIN, () => tried(false))
      this.#stream = stream
    })
  }

  #over(code: number, reason: string): void {
    if (this.readyState === 3) return
    this.readyState = 3
    window.removeEventListener('pagehide', this.#leave)
    this.onclose?.(new CloseEvent('close', { code, reason }))
  }
}
