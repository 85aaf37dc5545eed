import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { whenIdle } from '../../ui/when-idle.ts'

/** So long at a stretch what is out of sight is drawn, before the page looks whether somebody does something (ms). */
const AT_A_STRETCH = 8
/** What is so near is as good as in sight. */
const NEAR = '50%'

type Waiting = { readonly element: Element; readonly draw: () => void }

const waiting = new Map<string, Waiting>()
let isGoing = false
let sight: IntersectionObserver | null = null

/** Draws what is out of sight, one after the other, whenever the page has nothing better to do. */
async function drawTheRest(): Promise<void> {
  if (isGoing) return
  isGoing = true
  while (waiting.size > 0) {
    await whenIdle()
    const end = performance.now() + AT_A_STRETCH
    do {
      const [next] = waiting.keys()
      if (next !== undefined) drawNow(next)
    } while (waiting.size > 0 && performance.now() < end)
  }
  isGoing = false
}

function watch(element: Element): void {
  // Where a browser does not tell what is in sight, all has its turn.
  if (!window.IntersectionObserver) return
  sight ??= new IntersectionObserver(
    (seen) => {
      const inSight = new Set(seen.flatMap(({ isIntersecting, target }) => (isIntersecting ? [target] : [])))
      for (const [key, { element, draw }] of [...waiting]) {
        if (!inSight.has(element)) continue
        leave(key)
        draw()
      }
    },
    { rootMargin: NEAR },
  )
  sight.observe(element)
}

function leave(key: string): void {
  const left = waiting.get(key)
  if (!left) return
  sight?.unobserve(left.element)
  waiting.delete(key)
}

/** Whoever goes to something finds it drawn, whether it has had its turn or not. */
export function drawNow(key: string): void {
  const next = waiting.get(key)
  if (!next) return
  leave(key)
  flushSync(next.draw)
}

/**
 * Of much that could be drawn at once, whether it is the turn of this one: what is in sight first, the rest as the page has time for
 * it. Drawing all at one go would hold up whoever taps meanwhile (SPEC TALK-77).
 * @param key names it on the page; the same at every draw
 * @param room the element it is drawn in
 * @param atOnce it waits for no turn
 */
export function useTurn(key: string, room: RefObject<Element | null>, atOnce = false): boolean {
  const [isTurn, setIsTurn] = useState(atOnce)
  useEffect(() => {
    const element = room.current
    if (!element || isTurn) return
    waiting.set(key, { element, draw: () => setIsTurn(true) })
    watch(element)
    void drawTheRest()
    return () => leave(key)
  }, [key, room, isTurn])
  return isTurn
}
