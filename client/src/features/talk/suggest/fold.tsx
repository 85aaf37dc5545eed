import { type ReactNode, useState } from 'react'
import '../../../ui/fold.css'

type FoldProps = {
  readonly className: string
  readonly summary: ReactNode
  /** Names the suggestion it is, for whoever comes to it from elsewhere. */
  readonly suggestion?: string
  /** Drawn while it is open only: many wait folded below the words, and follow each key typed there. */
  readonly children: () => ReactNode
}

/** Something behind one line, one tap away. */
export function Fold({ className, summary, suggestion, children }: FoldProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      className={`fold ${className}`}
      data-suggestion={suggestion}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        <span>{summary}</span>
      </summary>
      {isOpen && children()}
    </details>
  )
}
