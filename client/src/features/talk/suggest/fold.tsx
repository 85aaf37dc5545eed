import { type ReactNode, useState } from 'react'

type FoldProps = {
  readonly className: string
  readonly summary: ReactNode
  /** Drawn while it is open only: many wait folded below the words, and follow each key typed there. */
  readonly children: () => ReactNode
}

/** Something behind one line, one tap away. */
export function Fold({ className, summary, children }: FoldProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className={className} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  )
}
