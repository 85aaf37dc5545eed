import type { Presence, PresenceSaid } from '@withy/shared/protocol'
import type { Awareness } from 'y-protocols/awareness'

/** Somebody else's open page of this plan. One person may have several. */
export type Here = Presence & { readonly client: number }

/** How often at most this page says where it is. A caret moves with every key; others need it a few times a second. */
const SAY_EVERY = 120

/**
 * Everyone else whose identity the server has stamped, in a steady order (SPEC SYNC-51). Room screens are in it, marked
 * `screen`: they are not people at a keyboard.
 */
export function everyoneElse(awareness: Awareness): readonly Here[] {
  return [...awareness.getStates()]
    .flatMap(([client, state]) => {
      // What others said was checked by the server, which alone gives it a person.
      if (client === awareness.clientID || typeof state.person !== 'string') return []
      return [{ ...(state as Presence), client }]
    })
    .sort((a, b) => a.client - b.client)
}

/** Says where this page is: what is given replaces what was said before, the rest stays. At most one message in 120 ms. */
export function createSay(awareness: Awareness, always: PresenceSaid): { say(said: PresenceSaid): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let next: PresenceSaid = { ...always }
  awareness.setLocalState(next)
  return {
    say(said) {
      next = { ...next, ...said, ...always }
      timer ??= setTimeout(() => {
        timer = undefined
        awareness.setLocalState(next)
      }, SAY_EVERY)
    },
    stop: () => clearTimeout(timer),
  }
}
