/** An answer that takes longer than this is none (ms). */
const ANSWER_WITHIN = 10_000
/** Browsers finish small requests of a page that is being closed. */
const OUTLIVES_PAGE = 16 * 1024

type Asking = {
  readonly body?: Uint8Array<ArrayBuffer>
  readonly within?: number
  readonly stop?: AbortSignal
}

/**
 * Makes one request of a stream.
 * @param read what to make of the answer, within the same time; `came` gives it that time again, as more of a large one arrives
 * @returns null when no answer came, or not all that is read of it
 */
export async function ask<T>(
  address: string,
  read: (answer: Response, came: () => void) => T | Promise<T>,
  { body, within = ANSWER_WITHIN, stop }: Asking = {},
): Promise<T | null> {
  const late = new AbortController()
  const giveUp = () => late.abort()
  let timer: ReturnType<typeof setTimeout> | undefined
  const came = () => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, within)
  }
  came()
  stop?.addEventListener('abort', giveUp)
  try {
    const answer = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'content-type': 'application/octet-stream' },
      signal: late.signal,
      keepalive: body !== undefined && body.byteLength < OUTLIVES_PAGE,
      ...(body && { body }),
    })
    return await read(answer, came)
  } catch {
    return null
  } finally {
    clearTimeout(timer)
    stop?.removeEventListener('abort', giveUp)
  }
}

/** All bytes of an answer. `came` is called with each piece of it. */
export async function bytesOf({ body }: Response, came: () => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const reader = body?.getReader()
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    came()
    pieces.push(piece.value)
  }
  const all = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.byteLength
  }
  return all
}
