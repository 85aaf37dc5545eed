import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type CaretCoords, caretPlaces } from '../../live/caret-places.ts'
import { useDesk } from '../../live/desk.tsx'
import { useHere } from '../../live/use-live.ts'
import { colourOf, namesOf } from './people-here.ts'
import './presence.css'

type Drawn = {
  readonly client: number
  readonly person: string
  readonly at: CaretCoords
  /** The place in the words: another one when they moved, the same when words before it came. */
  readonly head: string
  /** The name hangs below where above it is no room in the editor, e.g. under its tools. */
  readonly below: boolean
}

/** How long a name stays after its caret began to move (ms); and how long the caret must rest before it is named again. */
const NAMED_FOR = 2_000

/** Height of a name (CSS px). */
const NAME_NEEDS = 16

/**
 * Others' carets, drawn over the words and never in them, so that screen readers and phone keyboards do not meet them
 * (SPEC SYNC-60). Only where this page has an editor open; elsewhere the chip beside the section says where they are.
 * Put it inside an element with `position: relative` that holds the whole plan. Hidden in calm mode.
 */
export function CaretLayer() {
  const { live, people } = useDesk()
  const here = useHere(live)
  const layer = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<readonly Drawn[]>([])

  useEffect(() => {
    let frame = 0
    const measure = () => {
      frame = 0
      const origin = layer.current?.getBoundingClientRect()
      if (!layer.current || !origin) return
      // Fixed where the open editor covers the page: only what shows in its words is drawn over it.
      const isCovered = getComputedStyle(layer.current).position === 'fixed'
      setDrawn(
        here.flatMap(({ client, person, caret, screen }) => {
          const at = caret && !screen ? caretPlaces.coordsAt(caret.box, caret.head) : null
          if (!at || (isCovered && !isInOpenWords(at))) return []
          const inLayer = { left: at.left - origin.left, top: at.top - origin.top, bottom: at.bottom - origin.top }
          const above = document.elementFromPoint?.(at.left, at.top - NAME_NEEDS)
          return [{ client, person, head: caret?.head ?? '', at: inLayer, below: !above?.closest('[contenteditable]') }]
        }),
      )
    }
    const soon = () => {
      frame ||= requestAnimationFrame(measure)
    }
    soon()
    const stopMoves = caretPlaces.onMove(soon)
    window.addEventListener('resize', soon)
    window.visualViewport?.addEventListener('resize', soon)
    // The page's own scrolling moves the layer too; that of an editor which covers it does not. It does not bubble.
    const scrolled = (event: Event) => event.target !== document && soon()
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    // Others' words above move everything below them: any change of the page's height moves carets too.
    const sizes = new ResizeObserver(soon)
    if (layer.current?.parentElement) sizes.observe(layer.current.parentElement)
    return () => {
      cancelAnimationFrame(frame)
      stopMoves()
      window.removeEventListener('resize', soon)
      window.visualViewport?.removeEventListener('resize', soon)
      document.removeEventListener('scroll', scrolled, { capture: true })
      sizes.disconnect()
    }
  }, [here])

  return (
    <div ref={layer} className="caret-layer" aria-hidden="true">
      {drawn.map(({ client, person, head, at, below }) => {
        const who = people.find(({ id }) => id === person)
        if (!who) return null
        return (
          <div
            key={client}
            className="caret"
            style={{
              ...colourOf(who),
              insetInlineStart: at.left,
              insetBlockStart: at.top,
              blockSize: at.bottom - at.top,
            }}
          >
            <ForAMoment head={head}>
              <CaretName key={head} below={below}>
                {namesOf(people).get(person) ?? who.name}
              </CaretName>
            </ForAMoment>
          </div>
        )
      })}
    </div>
  )
}

const isInOpenWords = ({ left, top, bottom }: CaretCoords): boolean =>
  document.elementFromPoint?.(left, (top + bottom) / 2)?.closest('[contenteditable="true"]') != null

/**
 * Shows whose caret it is for a moment when it comes or begins to move: then only a bar stays, also while somebody types on
 * and on, so that the words around it can be read.
 */
function ForAMoment({ head, children }: { readonly head: string; readonly children: ReactNode }) {
  const [isNamed, setIsNamed] = useState(true)
  const rested = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move counts.
  useEffect(() => {
    if (rested.current) setIsNamed(true)
    rested.current = false
    const timer = setTimeout(() => {
      rested.current = true
    }, NAMED_FOR)
    return () => clearTimeout(timer)
  }, [head])
  useEffect(() => {
    if (!isNamed) return
    const timer = setTimeout(() => setIsNamed(false), NAMED_FOR)
    return () => clearTimeout(timer)
  }, [isNamed])
  return isNamed && children
}

type CaretNameProps = { readonly below: boolean; readonly children: ReactNode }

function CaretName({ below, children }: CaretNameProps) {
  const name = useRef<HTMLSpanElement>(null)
  const [before, setBefore] = useState(false)
  useLayoutEffect(() => {
    const layer = name.current?.closest('.caret-layer')
    // At the end of a line it hangs to the other side, or the edge would cut it off.
    if (name.current && layer) setBefore(right(name.current) > right(layer))
  }, [])
  const hangs = ['caret-name', below && 'caret-name-below', before && 'caret-name-before'].filter(Boolean).join(' ')
  return (
    <span ref={name} className={hangs}>
      {children}
    </span>
  )
}

const right = (element: Element): number => element.getBoundingClientRect().right
