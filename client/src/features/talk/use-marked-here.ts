import { useSyncExternalStore } from 'react'
import { createListeners } from '../../live/listeners.ts'
import { type TalkPlaceProps, talkAt } from './talk-place.ts'

/** A mark is looked at once it rests (ms): it changes with each letter that is added to it. */
const RESTS = 150

const listeners = createListeners<void>()
let marked: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined

function look(): void {
  timer = undefined
  const now = placeMarked()
  if (now === marked) return
  marked = now
  listeners.tell()
}

/** The place in whose words something is marked. null: none, or nothing is. */
function placeMarked(): string | null {
  const selection = getSelection()
  if (!selection?.anchorNode || selection.isCollapsed || selection.toString().trim() === '') return null
  const node = selection.getRangeAt(0).commonAncestorContainer
  const words = (node instanceof Element ? node : node.parentElement)?.closest('.words, [data-field]')
  const room = (words?.closest('.item') ?? words?.closest('.box'))?.querySelector<HTMLElement>('[data-talk-at]')
  return room?.dataset.talkAt ?? null
}

const soon = () => {
  timer ??= setTimeout(look, RESTS)
}

let followers = 0
function follow(onChange: () => void): () => void {
  if (followers++ === 0) document.addEventListener('selectionchange', soon)
  const off = listeners.add(onChange)
  return () => {
    off()
    if (--followers > 0) return
    document.removeEventListener('selectionchange', soon)
    clearTimeout(timer)
    timer = undefined
    marked = null
  }
}

/** Whether words of a place are marked on the page. */
export const useMarkedHere = ({ box, item }: TalkPlaceProps): boolean =>
  useSyncExternalStore(follow, () => marked === talkAt({ box, item }))
