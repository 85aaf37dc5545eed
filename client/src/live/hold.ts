import { FRAME, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'

/** A hold that nobody ends, as where a phone loses count of what it composes, is over after this (ms). */
const LONGEST = 30_000

/**
 * Lets what others write wait outside the document while something here must not be redrawn (SPEC PLAN-81). Questions of the
 * server are answered and own words go out all the same. What waits is on the server already: nothing is lost with the page.
 * @returns begins a hold; what that returns ends it. What waited comes in, in its order, when the last hold ends.
 */
export function createHold(provider: WebsocketProvider): () => () => void {
  const receive = provider.messageHandlers[FRAME.sync]
  const holds = new Set<object>()
  let waiting: Uint8Array[] = []

  provider.messageHandlers[FRAME.sync] = (encoder, decoder, ...rest) => {
    const brings = decoding.peekVarUint(decoder) !== SYNC.step1
    if (holds.size > 0 && brings) waiting.push(decoding.readTailAsUint8Array(decoder))
    else receive?.(encoder, decoder, ...rest)
  }
  const letIn = () => {
    const came = waiting
    waiting = []
    for (const bytes of came)
      receive?.(encoding.createEncoder(), decoding.createDecoder(bytes), provider, true, FRAME.sync)
  }

  return () => {
    const hold = {}
    holds.add(hold)
    const end = () => {
      clearTimeout(timer)
      if (holds.delete(hold) && holds.size === 0) letIn()
    }
    const timer = setTimeout(end, LONGEST)
    return end
  }
}
