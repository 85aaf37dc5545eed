import { type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react'
import { FieldNotes, notesOf } from './field.tsx'
import { useTheirs } from './theirs.tsx'

type WordsFieldProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** Why the form cannot be sent as it is: the browser's own refusal too. Nothing that was typed is cut. */
  readonly error?: string | undefined
  readonly value: string
  readonly onWrite: (words: string) => void
  readonly rows?: number
  /** It came because somebody pressed a button: they write in it next. */
  readonly takesFocus?: boolean
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Some lines to write, with a visible label. */
export function WordsField({ label, hint, error, value, onWrite, rows = 3, takesFocus = false, ref }: WordsFieldProps) {
  const id = useId()
  const said = useTheirs()
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement)
  useEffect(() => field.current?.setCustomValidity(error ?? ''), [error])
  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <FieldNotes field={id} hint={hint} error={error} />
      <textarea
        ref={field}
        id={id}
        className="field-control field-lines"
        {...said}
        rows={rows}
        value={value}
        aria-describedby={notesOf(id, hint, error)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onWrite(event.target.value)}
      />
    </div>
  )
}
