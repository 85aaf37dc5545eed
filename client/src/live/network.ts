import { FRAME } from '@withy/shared/protocol'
import * as encoding from 'lib0/encoding'
import { writeSyncStep1 } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'

/** After a network change or a sleep, a socket that stays silent for this long is given up (ms). */
const ANSWER_WITHIN = 4_000

/** The page's own server, for sockets: `ws://host/plans`. */
export const ownServer = (): string => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/plans`

/** Drops the socket, which is told nothing more, and opens a new one: both ends compare all they have. */
export function reconnect(provider: WebsocketProvider): void {
  provider.disconnect()
  provider.connect()
}

/**
 * Looks after the socket when the network comes or goes or the device wakes: a socket may look open for long after it
 * has died. It is asked a question, and given up when no answer comes. Being "offline" alone says nothing: in a hall the
 * server may be this very laptop.
 */
export function watchNetwork(provider: WebsocketProvider): () => void {
  if (typeof window === 'undefined') return () => {}
  let waiting: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    if (document.visibilityState === 'hidden' || !provider.shouldConnect) return
    if (!provider.wsconnected) return comeBackNow(provider)
    const heard = provider.wsLastMessageReceived
    ask(provider)
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      if (provider.wsconnected && provider.wsLastMessageReceived === heard) reconnect(provider)
    }, ANSWER_WITHIN)
  }
  const stop = new AbortController()
  for (const event of ['online', 'offline', 'pageshow']) window.addEventListener(event, look, { signal: stop.signal })
  document.addEventListener('visibilitychange', look, { signal: stop.signal })
  return () => {
    stop.abort()
    clearTimeout(waiting)
  }
}

/** Does not wait for the next try, unless one is under way. */
function comeBackNow(provider: WebsocketProvider): void {
  if (!provider.wsconnecting) provider.connect()
}

/** Any frame in return is a sign of life; a SyncStep1 is always answered. */
function ask(provider: WebsocketProvider): void {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.sync)
  writeSyncStep1(encoder, provider.doc)
  if (provider.ws?.readyState === WebSocket.OPEN) provider.ws.send(encoding.toUint8Array(encoder))
}
