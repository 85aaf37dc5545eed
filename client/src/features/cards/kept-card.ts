import { NEEDS, type Needs } from '@withy/shared/api'
import { useSyncExternalStore } from 'react'
import { CARD_KEPT_AS, onTabEmptied } from '../../live/empty-tab.ts'
import { createListeners } from '../../live/listeners.ts'

const changed = createListeners<void>()
let current = read()

// It goes from the device with all else that is theirs (SPEC A11Y-191).
onTabEmptied(() => {
  current = null
  changed.tell()
})

// Another tab kept one, or took it back. No key: all that is stored has gone.
window.addEventListener('storage', ({ key }) => {
  if (key !== CARD_KEPT_AS && key !== null) return
  current = read()
  changed.tell()
})

/** The card this device keeps, for whoever said it may; null: it keeps none. */
const keptCard = (): Needs | null => current
export const useKeptCard = (): Needs | null => useSyncExternalStore(changed.add, keptCard)

/** Keeps a card on this device, in the place of the one before; null forgets it. @returns whether the device let us */
export function keepCardHere(card: Needs | null): boolean {
  try {
    if (card) localStorage.setItem(CARD_KEPT_AS, JSON.stringify(card))
    else localStorage.removeItem(CARD_KEPT_AS)
  } catch {
    return false // Storage is blocked on this device.
  }
  current = card
  changed.tell()
  return true
}

function read(): Needs | null {
  try {
    return cardIn(JSON.parse(localStorage.getItem(CARD_KEPT_AS) ?? 'null'))
  } catch {
    return null // Storage is blocked on this device, or holds something else.
  }
}

/** A card that was written down, as far as it is one we know: another version of Withy may have written it. */
export function cardIn(said: unknown): Needs | null {
  if (typeof said !== 'object' || said === null) return null
  const { ticks, reach, helper, words } = said as Readonly<Record<string, unknown>>
  return {
    ticks: NEEDS.filter((need) => Array.isArray(ticks) && ticks.includes(need)),
    reach: wordsIn(reach),
    helper: wordsIn(helper),
    words: wordsIn(words),
  }
}

// A declaration, like those above: they are asked while this file is still being read.
function wordsIn(said: unknown): string {
  return typeof said === 'string' ? said : ''
}
