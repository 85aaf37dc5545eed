/** An answer that takes longer than this is none (ms). */
const ANSWER_WITHIN = 10_000
/** Browsers finish small requests of a page that is being closed. */
const OUTLIVES_PAGE = 16 * 1024

type Asking = {
  readonly body?: Uint8Array<ArrayBuffer>
  readonly within?: number
  readonly stop?: AbortSignal
}

/** Makes one request of a stream. Null when no answer came. */
export async function ask(
  address: string,
  { body, within = ANSWER_WITHIN, stop }: Asking = {},
): Promise<Response | null> {
  const late = new AbortController()
  const giveUp = () => late.abort()
  const timer = setTimeout(giveUp, within)
  stop?.addEventListener('abort', giveUp)
  try {
    return await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'content-type': 'application/octet-stream' },
      signal: late.signal,
      keepalive: body !== undefined && body.byteLength < OUTLIVES_PAGE,
      ...(body && { body }),
    })
  } catch {
    return null
  } finally {
    clearTimeout(timer)
    stop?.removeEventListener('abort', giveUp)
  }
}
