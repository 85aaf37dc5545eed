import { type ReactNode, useEffect, useId } from 'react'
import { FieldNotes, notesOf } from '../../ui/field.tsx'
import { useTooLong } from './too-long.ts'

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

/** Some lines to write, with a visible label. It takes more than fits, and says so. */
export function WordsField({ label, hint, value, onWrite, max, rows = 3, takesFocus = false }: WordsFieldProps) {
  const id = useId()
  const { field, error } = useTooLong<HTMLTextAreaElement>(value, max)
  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus, field])
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <FieldNotes field={id} hint={hint} error={error} />
      <textarea
        ref={field}
        id={id}
        className="field-control workshop-words-field"
        dir="auto"
        rows={rows}
        value={value}
        aria-describedby={notesOf(id, hint, error)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onWrite(event.target.value)}
      />
    </div>
  )
}
