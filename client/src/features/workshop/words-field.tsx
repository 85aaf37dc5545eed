import { type ReactNode, useEffect, useId, useRef } from 'react'
import { AtMost, FieldNotes, notesOf } from '../../ui/field.tsx'

type WordsFieldProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly value: string
  readonly onWrite: (words: string) => void
  readonly max: number
  readonly rows?: number
  /** It came because somebody pressed a button: they write in it next. */
  readonly takesFocus?: boolean
}

/** Some lines to write, with a visible label. */
export function WordsField({ label, hint, value, onWrite, max, rows = 3, takesFocus = false }: WordsFieldProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <FieldNotes field={id} hint={hint} />
      <textarea
        ref={field}
        id={id}
        className="field-control workshop-words-field"
        dir="auto"
        rows={rows}
        value={value}
        maxLength={max}
        aria-describedby={notesOf(id, hint, undefined)}
        onChange={(event) => onWrite(event.target.value)}
      />
      <AtMost max={max} length={value.length} />
    </div>
  )
}
