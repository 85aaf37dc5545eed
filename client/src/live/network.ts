import { FRAME } from '@withy/shared/protocol'
import * as encoding from 'lib0/encoding'
import { writeSyncStep1 } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'

/** Where there is reason to doubt it, a socket that stays silent for this long is given up (ms) ... */
const ANSWER_WITHIN = 4_000
/** ... and sooner where it was silent for longer than our server ever is: then it needs only to say what waits for us. */
const SILENT = 20_000
const SPEAK_WITHIN = 1_000
/** The page's clock stood still for longer than a busy page's does: the device slept (ms). */
const SLEPT = 5_000
/** When the network comes back to a hall, its phones do not all return in the same moment (ms). */
const SPREAD = 500

/** Looks after the socket of a plan. */
export type NetworkWatch = {
  /** Call this every half second or so. `unanswered`: words sent long ago have no ack, and nothing was heard since. */
  tick(unanswered: boolean): void
  stop(): void
}

/** The page's own server, for sockets: `ws://host/plans`. */
export const ownServer = (): string => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/plans`

/** Drops the socket, which is told nothing more, and opens a new one: both ends compare all they have. */
export function reconnect(provider: WebsocketProvider): void {
  provider.disconnect()
  provider.connect()
}

/**
 * Looks after the socket when the network comes, goes or changes, when the device wakes, and when words stay without an
 * answer: a socket may look open for long after it has died (SPEC SYNC-84, SYNC-85). It is asked a question, and given up when
 * no answer comes. Being "offline" alone says nothing: in a hall the server may be this very laptop.
 */
export function watchNetwork(provider: WebsocketProvider): NetworkWatch {
  if (typeof window === 'undefined') return { tick() {}, stop() {} }
  let doubting: ReturnType<typeof setTimeout> | undefined
  let returning: ReturnType<typeof setTimeout> | undefined
  let lastTick = Date.now()
  const look = () => {
    if (document.visibilityState === 'hidden' || !provider.shouldConnect) return
    if (!provider.wsconnected) return comeBackNow(provider)
    const heard = provider.wsLastMessageReceived
    ask(provider)
    clearTimeout(doubting)
    doubting = setTimeout(
      () => {
        doubting = undefined
        if (provider.wsconnected && provider.wsLastMessageReceived === heard) reconnect(provider)
      },
      Date.now() - heard > SILENT ? SPEAK_WITHIN : ANSWER_WITHIN,
    )
  }
  // A try that began without a network may hang for long after there is one: it is begun anew.
  const lookAnew = () => (provider.wsconnecting ? reconnect(provider) : look())
  const soon = (does: () => void) => {
    clearTimeout(returning)
    returning = setTimeout(does, Math.random() * SPREAD)
  }
  const stop = new AbortController()
  const { signal } = stop
  for (const event of ['offline', 'pageshow']) window.addEventListener(event, look, { signal })
  for (const event of ['visibilitychange', 'resume']) document.addEventListener(event, look, { signal })
  window.addEventListener('online', () => soon(lookAnew), { signal })
  // From one wifi to another, or to the phone network: not every browser tells.
  const { connection } = navigator as { readonly connection?: EventTarget }
  connection?.addEventListener('change', () => soon(look), { signal })
  return {
    tick(unanswered) {
      const now = Date.now()
      const slept = now - lastTick > SLEPT
      lastTick = now
      if (slept || (unanswered && doubting === undefined)) look()
    },
    stop() {
      stop.abort()
      clearTimeout(doubting)
      clearTimeout(returning)
    },
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
