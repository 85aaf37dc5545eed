export type UplinkNeeds = {
  /** Makes the `n`th request (from 1); its status, 0 when no answer came. The server takes each once, however often it comes. */
  post(n: number, body: Uint8Array<ArrayBuffer>): Promise<number>
  /** Nothing more goes up. */
  failed(): void
}

/** Messages that wait go together, up to this; the server takes four times as much (bytes). */
const TOGETHER = 256 * 1024
/** Tried again after so long when a request was not taken (ms). */
const AGAIN_AFTER = [0, 300, 1_000, 3_000]

/** Brings messages up over requests: in their order, one request at a time, each until it was taken (SPEC SYNC-92). */
export function createUplink({ post, failed }: UplinkNeeds) {
  let queue: Uint8Array[] = []
  let waiting = 0
  let n = 0
  let isGoing = false
  let isOver = false

  async function go() {
    isGoing = true
    // What is said in one turn goes together.
    await null
    while (queue.length > 0 && !isOver) {
      n += 1
      const body = nextBody()
      if (await brought(body)) waiting -= body.byteLength
      else if (!isOver) {
        stop()
        failed()
      }
    }
    isGoing = false
  }

  function nextBody(): Uint8Array<ArrayBuffer> {
    let size = 0
    const fits = queue.findIndex((message) => {
      size += message.byteLength
      return size > TOGETHER
    })
    const messages = queue.splice(0, fits === -1 ? queue.length : Math.max(1, fits))
    const body = new Uint8Array(messages.reduce((sum, { byteLength }) => sum + byteLength, 0))
    let at = 0
    for (const message of messages) {
      body.set(message, at)
      at += message.byteLength
    }
    return body
  }

  async function brought(body: Uint8Array<ArrayBuffer>): Promise<boolean> {
    for (const wait of AGAIN_AFTER) {
      if (wait > 0) await new Promise((again) => setTimeout(again, wait))
      if (isOver) return false
      const status = await post(n, body)
      if (status === 204) return true
      // The stream has ended, or is not ours any more. 409: not yet.
      if (status >= 400 && status < 500 && status !== 409) return false
    }
    return false
  }

  function stop() {
    isOver = true
    queue = []
    waiting = 0
  }

  return {
    put(message: Uint8Array) {
      if (isOver) return
      queue.push(message)
      waiting += message.byteLength
      if (!isGoing) void go()
    },
    /** Bytes that have not been taken. */
    waiting: () => waiting,
    stop,
  }
}
