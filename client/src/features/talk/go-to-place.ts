import type { TalkPlace } from '@withy/shared/protocol'

/** Names the room below a box or an item, for whoever comes from the list to it. */
export const talkAt = ({ box, item }: Pick<TalkPlace, 'box' | 'item'>): string => `${box}/${item ?? ''}`

/** Puts the focus on what is said below a box or an item, in sight with the words it is about. false: the page does not have it. */
export function goToPlace(place: Pick<TalkPlace, 'box' | 'item'>): boolean {
  const room = document.querySelector<HTMLElement>(`[data-talk-at="${CSS.escape(talkAt(place))}"]`)
  const button = room?.querySelector<HTMLElement>('button')
  if (!room || !button) return false
  button.focus({ preventScroll: true })
  room.scrollIntoView({ block: 'center' })
  return true
}
