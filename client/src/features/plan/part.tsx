import type { Part as CataloguePart } from '@withy/shared/plan'
import { completeness } from '@withy/shared/plan'
import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWholePlan } from '../../live/whole-plan.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { OPEN_SECTION } from './go-to-section.ts'

type PartProps = { readonly part: CataloguePart; readonly children: () => ReactNode }

/** A part of the plan. A folded one stays folded, and undrawn, until someone opens it or goes to a section in it (SPEC PLAN-96). */
export function Part({ part, children }: PartProps) {
  const words = useWords()
  const heading = `part-${part.id}`
  if (!part.folded) {
    return (
      <section className="part" aria-labelledby={heading}>
        <h2 id={heading}>{words(part.title)}</h2>
        {part.intro && <p className="part-intro">{words(part.intro)}</p>}
        {children()}
      </section>
    )
  }
  return <FoldedPart part={part}>{children}</FoldedPart>
}

function FoldedPart({ part, children }: PartProps) {
  const t = useText()
  const words = useWords()
  const [open, setOpen] = useState(false)
  const { sections } = completeness(useWholePlan())
  const begun = part.sections.filter(({ id }) => sections.get(id)?.is === 'begun').length

  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const openFor = (event: Event) => {
      const { detail } = event as CustomEvent<string>
      // Drawn at once, so that whoever goes to the section finds it.
      if (part.sections.some(({ id }) => id === detail)) flushSync(() => setOpen(true))
    }
    document.addEventListener(OPEN_SECTION, openFor, { signal })
    window.addEventListener('beforeprint', () => flushSync(() => setOpen(true)), { signal })
    return () => stop.abort()
  }, [part])

  return (
    <section className="part part-folded" aria-labelledby={`part-${part.id}`}>
      <h2 id={`part-${part.id}`}>{words(part.title)}</h2>
      {part.intro && <p className="part-intro">{words(part.intro)}</p>}
      <button
        type="button"
        className="button button-plain part-fold"
        aria-expanded={open}
        aria-describedby={`part-${part.id}-begun`}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'plan.fold' : 'plan.unfold', { part: words(part.title) })}
      </button>
      <p id={`part-${part.id}-begun`} className="quiet">
        {t('plan.part-begun', { begun, all: part.sections.length })}
      </p>
      {open && children()}
    </section>
  )
}
