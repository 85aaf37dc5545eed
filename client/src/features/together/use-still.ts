import { useEffect } from 'react'
import type * as Y from 'yjs'
import type { LivePlan } from '../../live/live-plan.ts'

/** What is read: a line of it stays where it is. */
const WORDS = 'p, li, h1, h2, h3, h4'
/** Looked for so far apart, from the top of what is seen (CSS px). */
const STEP = 24

/** A line, and how far down the window it is now. */
type Mark = { readonly element: () => Element | null; readonly top: number }

/**
 * What others write moves neither the line one writes in nor, where one only reads, the first line in view (SPEC SYNC-160). Browsers
 * keep a page still by themselves, but not in a text that is being written in, nor where a box above gets its first words.
 */
export function useStill({ doc }: LivePlan): void {
  useEffect(() => {
    let frame = 0
    /** Pages scroll by whole pixels: what was left over counts the next time, or a line would creep away. */
    let over = 0
    /** The page was scrolled from here: the event that tells of it is nobody's. */
    let isOurs = false
    const settle = ({ element: find, top }: Mark) => {
      frame = 0
      const element = find()
      if (!element) return
      isOurs = scrollWith(element, element.getBoundingClientRect().top - top)
      const left = element.getBoundingClientRect().top - top
      over = Math.abs(left) < 1 ? left : 0
    }
    // Only looks: an exception in here would stop the document for good.
    const before = ({ local }: Y.Transaction) => {
      if (local || frame) return
      const mark = markOf(writtenLine) ?? markOf(always(firstLine()))
      if (mark) frame = requestAnimationFrame(() => settle({ ...mark, top: mark.top - over }))
    }
    // Whoever scrolls meanwhile is not pulled back.
    const scrolled = () => {
      if (!isOurs) {
        cancelAnimationFrame(frame)
        frame = 0
      }
      isOurs = false
    }
    doc.on('beforeTransaction', before)
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    return () => {
      doc.off('beforeTransaction', before)
      document.removeEventListener('scroll', scrolled, { capture: true })
      cancelAnimationFrame(frame)
    }
  }, [doc])
}

const always =
  <Thing>(thing: Thing) =>
  (): Thing =>
    thing

function markOf(element: () => Element | null): Mark | null {
  const now = element()
  if (!now) return null
  const { top, bottom } = now.getBoundingClientRect()
  return bottom > 0 && top < innerHeight ? { element, top } : null
}

/** Where this person's caret is: its line, or the field. Asked again afterwards: the line may have been drawn anew. */
function writtenLine(): Element | null {
  const focused = document.activeElement
  if (focused?.matches('textarea, input')) return focused
  if (!focused?.matches('[contenteditable="true"]')) return null
  const node = getSelection()?.anchorNode
  const line = node instanceof Element ? node : node?.parentElement
  return line && focused.contains(line) && line !== focused ? (line.closest(WORDS) ?? line) : null
}

/** The first line of the plan below what stays at the top of the window. */
function firstLine(): Element | null {
  const main = document.querySelector('main')
  const { left = 0, width = 0 } = main?.querySelector('.desk-plan')?.getBoundingClientRect() ?? {}
  const from = Math.max(0, document.querySelector('header')?.getBoundingClientRect().bottom ?? 0)
  for (let y = from + 1; y < innerHeight; y += STEP) {
    const line = document.elementFromPoint?.(left + width / 4, y)?.closest(WORDS)
    if (line && main?.contains(line)) return line
  }
  return null
}

/** Scrolls what holds it by so much: the page, or a text box that covers it. Returns whether it did: at its ends there is nothing to scroll. */
function scrollWith(element: Element, by: number): boolean {
  if (Math.abs(by) < 0.5) return false
  const words = element.closest('.rich-editor-words')
  if (words && getComputedStyle(words).overflowY === 'auto') {
    const before = words.scrollTop
    words.scrollTop += by
    return words.scrollTop !== before
  }
  const before = window.scrollY
  window.scrollBy({ top: by, behavior: 'instant' })
  return window.scrollY !== before
}
