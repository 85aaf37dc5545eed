import { isThreadOpen, type TalkThread } from '@withy/shared/protocol'
import { useEffect, useRef } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { wholeAt } from './go-to-place.ts'
import { markWords } from './marks.ts'
import { rangesIn } from './page-letters.ts'
import { type TalkPlaceProps, talkAt } from './talk-place.ts'
import { foundWords, textsAt, wordsIn } from './talk-texts.ts'

/** While words change, their marks are drawn anew this often (ms); between, they move with the words by themselves. */
const EVERY = 200

/**
 * Marks the words of a place that something is said about and not settled, as long as it is drawn; those of the thread that is
 * shown strongly (SPEC TALK-48).
 */
export function useMarks(place: TalkPlaceProps, threads: readonly TalkThread[], shown: string | null) {
  const { live, epoch } = useDesk()
  const { box, item, shape } = place
  const ranges = useRef<readonly { readonly thread: string; readonly range: Range }[]>([])
  const about = threads.filter((thread) => thread.place.words && (isThreadOpen(thread) || thread.id === shown))
  const hasAny = about.length > 0
  const newest = useRef(about)
  newest.current = about

  const draw = useRef(() => {})
  draw.current = () => {
    const found = textsAt(live.doc, { box, item, shape }).flatMap((text) => {
      const here = newest.current.filter(({ place }) => place.field === text.field)
      if (!text.drawn || here.length === 0) return []
      const rangeOf = rangesIn(text.drawn, wordsIn(text))
      return here.flatMap(({ id, place }) => {
        const words = foundWords(live.doc, epoch, place)
        const range = words && words.is !== 'gone' && rangeOf(words.span)
        return range ? [{ thread: id, range }] : []
      })
    })
    ranges.current = found
    markWords(
      talkAt({ box, item }),
      found.flatMap(({ thread, range }) => (thread === shown ? [] : [range])),
      found.flatMap(({ thread, range }) => (thread === shown ? [range] : [])),
    )
  }

  useEffect(() => {
    if (!hasAny) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        draw.current()
      }, EVERY)
    }
    const watch = new MutationObserver(soon)
    const whole = wholeAt({ box, item })
    if (whole) watch.observe(whole, { childList: true, subtree: true, characterData: true })
    return () => {
      clearTimeout(timer)
      watch.disconnect()
      markWords(talkAt({ box, item }), [], [])
    }
  }, [hasAny, box, item])

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when what is said changes, or what is shown.
  useEffect(() => {
    if (hasAny) draw.current()
  }, [hasAny, threads, shown])

  return {
    /** The thread whose words stand at a point of the window. */
    threadAt: (x: number, y: number): string | null =>
      ranges.current.find(({ range }) => [...range.getClientRects()].some((rect) => holds(rect, x, y)))?.thread ?? null,
    /** What has the words of a thread on the page. */
    elementOf: (thread: string): Element | null =>
      ranges.current.find((mark) => mark.thread === thread)?.range.startContainer.parentElement ?? null,
  }
}
export type Marks = ReturnType<typeof useMarks>

const holds = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom
