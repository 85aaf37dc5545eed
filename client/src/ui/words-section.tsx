import { type ReactNode, useId } from 'react'

type WordsSectionProps = {
  readonly title: string
  /** One plain sentence or two each. */
  readonly lines: readonly string[]
  /** Draw the lines as a list. */
  readonly listed?: boolean
  readonly children?: ReactNode
}

/** A heading and a few plain lines, for pages that are only read. */
export function WordsSection({ title, lines, listed = false, children }: WordsSectionProps) {
  const heading = useId()
  return (
    <section className="words-section" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {listed ? (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        lines.map((line) => <p key={line}>{line}</p>)
      )}
      {children}
    </section>
  )
}
