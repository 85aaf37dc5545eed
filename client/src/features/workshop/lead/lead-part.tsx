import type { ReactNode } from 'react'

type LeadPartProps = {
  readonly title: string
  /** A word or two beside the title: how many, or what is so now. */
  readonly news?: string | undefined
  readonly children: ReactNode
}

/** One thing to lead with, folded until it is wanted. */
export function LeadPart({ title, news, children }: LeadPartProps) {
  return (
    <details className="lead-part">
      <summary>
        <h3>{title}</h3>
        {news ? <span className="quiet small">{news}</span> : null}
      </summary>
      <div className="stack">{children}</div>
    </details>
  )
}
