import { FRAME, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'

/** A hold that nobody ends, as where a phone loses count of what it composes, is over after this (ms). */
const LONGEST = 30_000

/** Where what others write goes. Questions of the server are answered and own words go out all the same. */
export type Hold = {
  /**
   * Lets what others write wait outside the document while something here must not be redrawn (SPEC PLAN-81). What waits is on
   * the server already: nothing is lost with the page.
   * @returns ends it. What waited comes in, in its order, when the last hold ends
   */
  hold(): () => void
  /** From here on others' updates go there and not into the document; null: into the document again. */
  divert(to: ((update: Uint8Array) => void) | null): void
  /** Lets an update into the document as others' words come in: not in the midst of a hold. */
  letIn(update: Uint8Array): void
}

export function createHold(provider: WebsocketProvider): Hold {
  const receive = provider.messageHandlers[FRAME.sync]
  const holds = new Set<object>()
  let waiting: (() => void)[] = []
  let away: ((update: Uint8Array) => void) | null = null

  const give = (frame: Uint8Array) =>
    receive?.(encoding.createEncoder(), decoding.createDecoder(frame), provider, true, FRAME.sync)
  const pass = (frame: Uint8Array) => {
    if (away) away(updateIn(frame))
    else give(frame)
  }
  provider.messageHandlers[FRAME.sync] = (encoder, decoder, ...rest) => {
    const brings = decoding.peekVarUint(decoder) !== SYNC.step1
    if (!brings || (holds.size === 0 && !away)) return receive?.(encoder, decoder, ...rest)
    const frame = decoding.readTailAsUint8Array(decoder)
    if (holds.size > 0) waiting.push(() => pass(frame))
    else pass(frame)
  }
  const goOn = () => {
    const came = waiting
    waiting = []
    for (const next of came) next()
  }

  return {
    hold() {
      const hold = {}
      holds.add(hold)
      const end = () => {
        clearTimeout(timer)
        if (holds.delete(hold) && holds.size === 0) goOn()
      }
      const timer = setTimeout(end, LONGEST)
      return end
    },
    divert(to) {
      away = to
    },
    letIn(update) {
      const frame = frameOf(update)
      if (holds.size > 0) waiting.push(() => give(frame))
      else give(frame)
    },
  }
}

/** The update that a frame (without its first number) brings. */
function updateIn(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}

function frameOf(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC.step2)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
