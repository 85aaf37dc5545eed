import type { TalkPlace } from '@withy/shared/protocol'
import { talkAt } from './talk-place.ts'
import { drawNow } from './turns.ts'

/** The room below a box or an item; null: the page does not have it. */
export const roomAt = (place: Pick<TalkPlace, 'box' | 'item'>): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-talk-at="${CSS.escape(talkAt(place))}"]`)

/** What the room belongs to, with its words. */
export const wholeAt = (place: Pick<TalkPlace, 'box' | 'item'>): HTMLElement | null =>
  roomAt(place)?.closest<HTMLElement>(place.item === null ? '.box' : '.item') ?? null

/** Told on the room: a thread of it is to be shown there. `detail`: its id. */
export const SHOW_THREAD = 'withy:show-thread'

/** Shows a thread below what it is about, its words marked strongly, with the focus beside it. @returns whether it is there */
export function goToThread(place: Pick<TalkPlace, 'box' | 'item'>, thread: string): boolean {
  drawNow(talkAt(place))
  const room = roomAt(place)
  const count = room?.querySelector<HTMLElement>('[data-talk-count]')
  if (!room || !count) return false
  count.focus({ preventScroll: true })
  room.scrollIntoView({ block: 'center' })
  room.dispatchEvent(new CustomEvent(SHOW_THREAD, { detail: thread }))
  return true
}

/**
 * Shows the line of a suggestion below what it is about, opened and with the focus; where it is folded away, what it is in.
 * @returns whether it is there
 */
export function goToSuggestion(place: Pick<TalkPlace, 'box' | 'item'>, suggestion: string): boolean {
  drawNow(talkAt(place))
  const room = roomAt(place)
  const card = room?.querySelector<HTMLDetailsElement>(`[data-suggestion="${CSS.escape(suggestion)}"]`)
  if (card) card.open = true
  const line = card?.querySelector('summary') ?? room?.querySelector<HTMLElement>('summary, button')
  if (!room || !line) return false
  line.focus({ preventScroll: true })
  room.scrollIntoView({ block: 'center' })
  return true
}
