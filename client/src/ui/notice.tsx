import { type ReactNode, useEffect, useRef } from 'react'
import './notice.css'

type NoticeProps = {
  /** `calm`: good to know. `careful`: look before you go on. `done`: it has happened. */
  readonly look?: 'calm' | 'careful' | 'done'
  /** Says it to screen readers when it appears. */
  readonly spoken?: boolean
  readonly children: ReactNode
}

/** A few words set apart. */
export function Notice({ look = 'calm', spoken = false, children }: NoticeProps) {
  return (
    <div className={`notice notice-${look}`} role={spoken ? 'status' : undefined}>
      {children}
    </div>
  )
}

export type FieldError = {
  /** Id of the field to go to; absent where the answer came from the server. */
  readonly field?: string
  readonly sentence: string
}

/**
 * What to put right, above a form. Takes the focus each time a new list is given, and each line leads to its field
 * (SPEC A11Y-8).
 */
export function ErrorSummary({ title, errors }: { readonly title: string; readonly errors: readonly FieldError[] }) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={summary} className="notice notice-careful" role="alert" tabIndex={-1}>
      <h2 className="notice-title">{title}</h2>
      <ul className="list">
        {errors.map(({ field, sentence }) => (
          <li key={sentence}>
            {field ? (
              <a
                href={`#${field}`}
                className="notice-link"
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(field)?.focus()
                }}
              >
                {sentence}
              </a>
            ) : (
              sentence
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
