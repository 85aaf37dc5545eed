import { type ReactNode, useEffect, useRef } from 'react'
import type { GoOn } from '../../ui/late-focus.ts'

type VerdictProps = {
  /** `yes`: as it should be. `look`: read on before you rely on it. `unknown`: nothing can be said. */
  readonly look: 'yes' | 'look' | 'unknown'
  /** What it is about, e.g. the name of a file. */
  readonly about: string
  /** From where it was asked for. */
  readonly goOn: GoOn
  readonly title: string
  readonly children: ReactNode
}

/** What was found. Its heading takes the focus of whoever waits for it, so that it is read out, and read first (SPEC A11Y-31). */
export function Verdict({ look, about, goOn, title, children }: VerdictProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => goOn(heading.current), [goOn])
  return (
    <div className={`check-verdict check-${look}`}>
      <span className="check-shape" aria-hidden="true" />
      <div className="stack check-words">
        <p className="quiet check-about">
          <bdi>{about}</bdi>
        </p>
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        {children}
      </div>
    </div>
  )
}
