import { randomInt } from 'node:crypto'
import { FRAME, type Presence, presenceSaid } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { LiveLimits } from './limits.ts'

/** One entry of an awareness update (y-protocols). `json` is the state, `null` when it is taken away. */
export type Said = { readonly client: number; readonly clock: number; readonly json: string }

/** Reads an awareness update; null when it is cut off or holds more than the limits allow. */
export function readPresence(bytes: Uint8Array, limits: LiveLimits): readonly Said[] | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(decoder)
    if (count > limits.presenceEntries) return null
    const said: Said[] = []
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      said.push({ client, clock, json: decoding.readVarString(decoder) })
    }
    return decoder.pos === bytes.length ? said : null
  } catch {
    return null
  }
}

type Shown = { readonly by: string; readonly clock: number; readonly state: Presence }

/** Of an entry of the server's own. Clients of documents have ids below 2³². */
const ownClient = () => 2 ** 32 + randomInt(2 ** 47)

/**
 * Who is here and where. A socket (`by`) shows one client id, its own; what others get is what it said, checked, with the
 * person the server knows (SPEC SYNC-24 to SYNC-28). Whom it types for stands beside that, by what the server keeps and not by what
 * the page shows of itself (SPEC SYNC-164). Newest state only. `moved`: there is something for everybody.
 */
export function createPresence(moved: () => void) {
  const shown = new Map<number, Shown>()
  const clientBySocket = new Map<string, number>()
  /** Whom sockets type for: entries of the server's own, by client, and which is whose. */
  const typing = new Map<number, { readonly clock: number; readonly state: Presence }>()
  const typingBySocket = new Map<string, number>()
  const changed = new Map<number, number>()
  /** Made once for all who come between two changes. */
  let everybody: Uint8Array | null = null

  function mark(client: number, clock: number) {
    changed.set(client, clock)
    everybody = null
    moved()
  }

  /** The entries a socket may have shown: stock clients echo everyone else's, which say nothing. */
  const isNews = (by: string, { client, clock, json }: Said) => {
    const now = shown.get(client)
    if (typing.has(client)) return false
    if (json === 'null') return now?.by === by
    return now === undefined || clock > now.clock
  }

  function takeAway(by: string, client: number) {
    const now = shown.get(client)
    if (now?.by !== by) return
    shown.delete(client)
    clientBySocket.delete(by)
    mark(client, now.clock)
  }

  function typesFor(by: string, person: string, saidFor: string | null) {
    const before = typingBySocket.get(by)
    const now = before === undefined ? undefined : typing.get(before)
    if (before !== undefined && now) {
      if (now.state.typesFor === saidFor) return
      typing.delete(before)
      typingBySocket.delete(by)
      mark(before, now.clock)
    }
    if (saidFor === null) return
    const client = ownClient()
    typing.set(client, { clock: 1, state: { person, typesFor: saidFor } })
    typingBySocket.set(by, client)
    mark(client, 1)
  }

  return {
    isNews,
    /** Shows whom a socket types for; null: nobody but themselves. */
    typesFor,
    /** Shows it anew: clients forget what is not in 30 s, and one that was away takes only what is newer. */
    typesStill(by: string) {
      const client = typingBySocket.get(by)
      const now = client === undefined ? undefined : typing.get(client)
      if (client === undefined || !now) return
      const clock = now.clock + 1
      typing.set(client, { ...now, clock })
      mark(client, clock)
    },

    /** Shows one entry. `person`: whom the server knows the socket as. */
    show(by: string, person: string, said: Said) {
      if (!isNews(by, said)) return
      const { client, clock } = said
      const before = clientBySocket.get(by)
      if (before !== undefined && (before !== client || said.json === 'null')) takeAway(by, before)
      if (said.json !== 'null') {
        const last = shown.get(client)
        if (last) clientBySocket.delete(last.by)
        shown.set(client, { by, clock, state: { ...whatWasSaid(said.json), person } })
        clientBySocket.set(by, client)
      }
      mark(client, clock)
    },

    /** The socket has gone: nobody may see its person linger. */
    leave(by: string) {
      const client = clientBySocket.get(by)
      if (client !== undefined) takeAway(by, client)
      typesFor(by, '', null)
    },

    /** Everybody who is here now, as one frame. */
    all() {
      everybody ??= encode([
        ...Array.from(shown, ([client, { clock, state }]) => [client, clock, state] as const),
        ...Array.from(typing, ([client, { clock, state }]) => [client, clock, state] as const),
      ])
      return everybody
    },

    /** What changed since this was last asked, as one frame; null: nothing. */
    changes() {
      if (changed.size === 0) return null
      const stateOf = (client: number) => (shown.get(client) ?? typing.get(client))?.state ?? null
      const frame = encode([...changed].map(([client, clock]) => [client, clock, stateOf(client)]))
      changed.clear()
      return frame
    },
  }
}

function whatWasSaid(json: string) {
  try {
    const said = presenceSaid.safeParse(JSON.parse(json))
    return said.success ? said.data : {}
  } catch {
    return {}
  }
}

/** An awareness frame that says nothing: a sign of life every client understands. */
export const NOBODY_CHANGED = encode([])

function encode(entries: readonly (readonly [client: number, clock: number, state: Presence | null])[]): Uint8Array {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, entries.length)
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(update, client)
    encoding.writeVarUint(update, clock)
    encoding.writeVarString(update, JSON.stringify(state))
  }
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, FRAME.awareness)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(update))
  return encoding.toUint8Array(frame)
}
