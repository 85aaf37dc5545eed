import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { createListeners } from '../../live/listeners.ts'
import { useText } from '../../text/use-text.ts'
import { roomAt } from './go-to-place.ts'
import { type TalkPlaceProps, talkAt } from './talk-place.ts'
import { drawNow } from './turns.ts'

/** What somebody looked for last that is not in the plan any more: the box it stood in, and what was said. */
let gone: { readonly at: string; readonly words: string } | null = null
const listeners = createListeners<void>()

/** Goes to the list an item was taken out of, where it says so. @returns whether that list is there */
export function goToGone({ box }: Pick<TalkPlaceProps, 'box'>, words: string): boolean {
  const place = { box, item: null }
  gone = { at: talkAt(place), words }
  drawNow(gone.at)
  flushSync(() => listeners.tell())
  const note = roomAt(place)?.querySelector<HTMLElement>('.talk-gone')
  if (!note) return false
  note.focus({ preventScroll: true })
  note.scrollIntoView({ block: 'center' })
  return true
}

/** Says of what somebody looked for here that it is not here any more (SPEC TALK-94). */
export function GoneHere(place: Pick<TalkPlaceProps, 'box' | 'item'>) {
  const t = useText()
  const words = useSyncExternalStore(listeners.add, () => (gone?.at === talkAt(place) ? gone.words : null))
  if (words === null) return null
  return (
    <p className="talk-gone" tabIndex={-1}>
      {t('talk.gone-here', { words })}
    </p>
  )
}
