import type { ReactNode } from 'react'
import './box.css'

type BoxFrameProps = {
  readonly title: string
  readonly question: string
  readonly hint?: string | undefined
  readonly children: ReactNode
}

/** A box under its title and question. */
export const BoxFrame = ({ title, question, hint, children }: BoxFrameProps) => (
  <div className="box">
    <h4>{title}</h4>
    <p className="box-question">{question}</p>
    {hint && <p className="box-hint">{hint}</p>}
    {children}
  </div>
)
