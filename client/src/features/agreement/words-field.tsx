import { AtMost, FieldNotes, notesOf } from '../../ui/field.tsx'
import { useTheirs } from '../../ui/theirs.tsx'

type WordsFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly max: number
  readonly value: string
  readonly onChange: (words: string) => void
}

/** A few lines of somebody's own words. Says when it is full. */
export function WordsField({ id, label, hint, error, max, value, onChange }: WordsFieldProps) {
  const said = useTheirs()
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <FieldNotes field={id} hint={hint} error={error} />
      <textarea
        id={id}
        className="field-control agree-words"
        {...said}
        rows={3}
        maxLength={max}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={notesOf(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
      <AtMost max={max} length={value.length} />
    </div>
  )
}
