import { afterPageTime } from './page-time.ts'

/** A websocket that has not opened, or has said nothing, for so long is taken for blocked; our server speaks at once (ms). */
const HEARD_WITHIN = 2_000
/** Cut off sooner than this after it opened, twice in a row, it is taken for blocked too (ms). */
const SHORT_LIFE = 20_000

/**
 * A WebSocket class that gets through where websockets are blocked (SPEC SYNC-96, docs/decisions/0014): answered with a web page,
 * not answered at all, opened and then silent, or cut off again and again. `straight` gives the real class, `Around` is the one that
 * stands in for it there. It comes with the page: where websockets are blocked, fetching more of Withy may fail too.
 * What worked last on this page is tried first.
 */
export function reachingSocket(straight: () => typeof WebSocket, Around: typeof WebSocket): typeof WebSocket {
  let isBlocked = false
  let shortLives = 0

  class ReachingSocket {
    readonly OPEN = 1
    binaryType: BinaryType = 'arraybuffer'
    onopen: ((event: Event) => void) | null = null
    onmessage: ((event: MessageEvent) => void) | null = null
    onclose: ((event: CloseEvent) => void) | null = null
    onerror: ((event: Event) => void) | null = null
    readonly #address: string | URL
    readonly #protocols: string | string[] | undefined
    #inner: WebSocket | null = null
    #isOver = false
    #callOff = () => {}

    constructor(address: string | URL, protocols?: string | string[]) {
      this.#address = address
      this.#protocols = protocols
      if (isBlocked) this.#goAround()
      else this.#goStraight()
    }

    get readyState(): number {
      return this.#isOver ? 3 : (this.#inner?.readyState ?? 0)
    }

    get protocol(): string {
      return this.#inner?.protocol ?? ''
    }

    get bufferedAmount(): number {
      return this.#inner?.bufferedAmount ?? 0
    }

    send(data: Parameters<WebSocket['send']>[0]): void {
      this.#inner?.send(data)
    }

    close(code?: number, reason?: string): void {
      this.#callOff()
      this.#isOver = true
      if (this.#inner) this.#inner.close(code, reason)
    }

    #goStraight(): void {
      const ws = this.#use(straight())
      let openedAt: number | null = null
      const blocked = () => {
        if (this.#isOver) return
        this.#letGo()
        if (openedAt === null) this.#goAround()
        else {
          isBlocked = true
          this.#over(1006, '')
        }
      }
      this.#callOff = afterPageTime(HEARD_WITHIN, blocked)
      ws.onopen = (event) => {
        openedAt = Date.now()
        this.#callOff()
        this.#callOff = afterPageTime(HEARD_WITHIN, blocked)
        this.onopen?.(event)
      }
      ws.onmessage = (event) => {
        this.#callOff()
        this.onmessage?.(event)
      }
      ws.onclose = ({ code, reason }) => {
        this.#callOff()
        if (openedAt === null) return blocked()
        const isCutOff = code === 1006 && Date.now() - openedAt < SHORT_LIFE
        shortLives = isCutOff ? shortLives + 1 : 0
        if (shortLives > 1) isBlocked = true
        this.#over(code, reason)
      }
    }

    #goAround(): void {
      // If nothing comes through at all it may be the server or the network, and next time websockets may work.
      isBlocked = false
      const other = this.#use(Around)
      other.onopen = (event) => {
        isBlocked = true
        shortLives = 0
        this.onopen?.(event)
      }
      other.onmessage = (event) => this.onmessage?.(event)
      other.onclose = ({ code, reason }) => this.#over(code, reason)
    }

    #use(Class: typeof WebSocket): WebSocket {
      const inner = new Class(this.#address, this.#protocols)
      inner.binaryType = 'arraybuffer'
      inner.onerror = (event) => this.onerror?.(event)
      this.#inner = inner
      return inner
    }

    #letGo(): void {
      const inner = this.#inner
      this.#inner = null
      if (!inner) return
      inner.onopen = inner.onmessage = inner.onclose = null
      // Closing one that never opened is told as an error.
      inner.onerror = () => {}
      inner.close()
    }

    #over(code: number, reason: string): void {
      if (this.#isOver) return
      this.#isOver = true
      this.onclose?.(new CloseEvent('close', { code, reason }))
    }
  }
  return ReachingSocket as unknown as typeof WebSocket
}
