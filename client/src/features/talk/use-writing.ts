import type { TalkPlace } from '@withy/shared/protocol'
import { useMemo, useRef, useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { placesHere } from './anchor-here.ts'
import { newPlace, useDraft, useWriteDraft } from './drafts.ts'
import { useTalk } from './talk-context.ts'
import type { TalkPlaceProps } from './talk-place.ts'

/** What is marked on the page now; null: nothing. */
function markedRange(): Range | null {
  const marked = getSelection()
  return marked && marked.rangeCount > 0 && !marked.isCollapsed ? marked.getRangeAt(0).cloneRange() : null
}

export type Writing = ReturnType<typeof useWriting>

/** Writing a new comment at a place: its draft, and what it is about when it is begun. */
export function useWriting({ box, item, shape, label }: TalkPlaceProps) {
  const { live, epoch } = useDesk()
  const { plan } = useTalk()
  const key = newPlace(box, item)
  const draft = useDraft(plan, key)
  const [isOpen, setIsOpen] = useState(false)
  const [asks, setAsks] = useState<TalkPlace | null>(null)
  const places = useMemo(
    () => placesHere(live.doc, epoch, { box, item, shape, label }),
    [live.doc, epoch, box, item, shape, label],
  )
  const [first, setFirst] = useState<{ readonly about: TalkPlace }>({ about: places.whole })
  const write = useWriteDraft(plan, key, first)
  const marked = useRef<Range | null>(null)
  return {
    ...{ key, draft, places, first, write, asks },
    isOpen: isOpen || asks !== null,
    /** Notes what is marked now: a tap takes that away before it is a click. */
    mark() {
      marked.current = markedRange()
    },
    open() {
      const about = places.marked(markedRange() ?? marked.current) ?? places.ofToday(draft?.about ?? null)
      marked.current = null
      setFirst({ about })
      if (draft && about !== draft.about) write({ about })
      setIsOpen(true)
    },
    /** Asks what the words mean that are marked; of a mark that cannot be told it writes a comment, where they can be chosen. */
    ask() {
      const about = places.marked(markedRange() ?? marked.current)
      if (about) setAsks(about)
      else this.open()
    },
    close() {
      setIsOpen(false)
      setAsks(null)
    },
  }
}
