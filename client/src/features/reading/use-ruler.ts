import { useCallback, useEffect, useRef, useState } from 'react'
import { type Line, lineBeside, lineNear, linesIn } from './lines.ts'
import { readingSettings } from './settings.ts'

/** How far from the edges of the window the line that is read stays, as shares of its height. */
const READ_BETWEEN = [0.2, 0.7] as const
/** After scrolling has come to rest (ms), the ruler lies on a line again. */
const AT_REST = 120
/** Elements whose lines the pointer can be on. */
const WORDS = 'p, li, h1, h2, h3, h4, dt, dd, label, button, a, summary, td, th, legend'

/**
 * The line that is being read: it goes where the focus, the caret or the pointer goes, and from line to line by `go`; the page comes
 * along (SPEC A11Y-85).
 * @returns null: there is no line of words in sight
 */
export function useRuler(): { readonly line: Line | null; readonly go: (by: 1 | -1) => void } {
  const [line, setLine] = useState<Line | null>(null)
  const now = useRef<Line | null>(null)
  const lieOn = useCallback((next: Line | null) => {
    if (!next) return
    now.current = next
    setLine(next)
  }, [])

  const go = useCallback(
    (by: 1 | -1) => {
      const { innerHeight } = window
      const lines = linesIn(page(), -innerHeight, 2 * innerHeight)
      const next = now.current ? lineBeside(lines, now.current, by) : lineNear(lines, innerHeight * READ_BETWEEN[0])
      if (next) lieOn(bringIntoView(next))
    },
    [lieOn],
  )

  useEffect(() => {
    const stop = new AbortController()
    const on = <Kind extends keyof DocumentEventMap>(kind: Kind, hear: (event: DocumentEventMap[Kind]) => void) =>
      document.addEventListener(kind, hear, { signal: stop.signal, passive: kind !== 'keydown' })
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const { innerHeight } = window
        const y = now.current ? (now.current.top + now.current.bottom) / 2 : innerHeight * READ_BETWEEN[0]
        lieOn(lineNear(linesIn(page(), 0, innerHeight), y))
      }, AT_REST)
    }
    on('pointermove', ({ pointerType, target, clientY }) => {
      const words = pointerType === 'mouse' ? wordsAround(target) : null
      if (words) lieOn(lineNear(linesIn(words), clientY))
    })
    on('focusin', ({ target }) => {
      const at = wordsAround(target) ?? (isRuler(target) || !(target instanceof Element) ? null : target)
      if (at) lieOn(linesIn(at)[0] ?? boxOf(at))
    })
    on('selectionchange', () => lieOn(lineOfCaret()))
    on('keydown', (event) => {
      const by = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : null
      if (by === null || !event.altKey || !event.shiftKey || !readingSettings().keys) return
      event.preventDefault()
      go(by)
    })
    window.addEventListener('scroll', settle, { signal: stop.signal, passive: true })
    window.addEventListener('resize', settle, { signal: stop.signal })
    settle()
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [go, lieOn])

  return { line, go }
}

const page = (): Element => document.querySelector('main') ?? document.body

const isRuler = (target: EventTarget | null): boolean => target instanceof Element && target.closest('.ruler') !== null

const wordsAround = (target: EventTarget | null): Element | null =>
  target instanceof Element && !isRuler(target) ? target.closest(WORDS) : null

/** A field has no lines that can be asked for: where it is low, all of it is the line. */
function boxOf(element: Element): Line | null {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > top && bottom - top < 120 ? { top, bottom } : null
}

/** The line the caret stands on; null: there is no caret, or it stands where no words are. */
function lineOfCaret(): Line | null {
  const selection = document.getSelection()
  if (!selection?.focusNode || !selection.rangeCount || isRuler(selection.focusNode.parentElement)) return null
  const range = document.createRange()
  range.setStart(selection.focusNode, selection.focusOffset)
  const box = range.getClientRects()[0]
  return box && box.bottom > box.top ? { top: box.top, bottom: box.bottom } : null
}

/** Scrolls where a line lies too near an edge. @returns where it lies then */
function bringIntoView(line: Line): Line {
  const [least, most] = READ_BETWEEN.map((share) => share * window.innerHeight) as [number, number]
  const by = line.top < least ? line.top - least : line.bottom > most ? line.bottom - most : 0
  const before = window.scrollY
  if (by !== 0) window.scrollBy({ top: by, behavior: 'instant' })
  const moved = window.scrollY - before
  return { top: line.top - moved, bottom: line.bottom - moved }
}
