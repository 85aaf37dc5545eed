import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'

/** What is being said, as somebody types it: the last three lines, whole, the newest at the end (SPEC WORK-75). */
export function Captions({ words }: { readonly words: string }) {
  const t = useText()
  const [width, setWidth] = useState(0)
  const box = useRef<HTMLElement>(null)
  const isAny = words !== ''
  useEffect(() => {
    if (!isAny || !box.current) return
    const sizes = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    sizes.observe(box.current)
    return () => sizes.disconnect()
  }, [isAny])
  if (!isAny) return null
  return (
    <section ref={box} className="wall-captions" aria-label={t('workshop-wall.captions')}>
      {/* Lines fall anew where words or the room for them change. */}
      <LastLines key={`${width} ${words}`} words={words} />
    </section>
  )
}

/** Words from the first line that is whole in the box. What has gone out of sight is not in the page: nobody can read half of it. */
function LastLines({ words }: { readonly words: string }) {
  const line = useRef<HTMLParagraphElement>(null)
  const [from, setFrom] = useState(0)
  useLayoutEffect(() => {
    if (line.current) setFrom(firstInSight(line.current))
  }, [])
  return (
    <Theirs as="p" ref={line}>
      {words.slice(from)}
    </Theirs>
  )
}

/** @returns where the first line begins of which nothing is above the box; 0 where all of it is in sight */
function firstInSight(line: HTMLElement): number {
  const text = line.firstChild
  const top = line.parentElement?.getBoundingClientRect().top ?? 0
  if (!(text instanceof Text) || line.getBoundingClientRect().top >= top - ROUNDED) return 0
  const letter = document.createRange()
  let [above, below] = [0, text.length]
  while (below - above > 1) {
    const at = (above + below) >> 1
    letter.setStart(text, at)
    letter.setEnd(text, at + 1)
    if (letter.getBoundingClientRect().top < top - ROUNDED) above = at
    else below = at
  }
  return below
}

/** Browsers round where lines begin (CSS px). */
const ROUNDED = 2
