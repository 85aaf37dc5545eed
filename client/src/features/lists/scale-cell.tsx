import { useId } from 'react'
import { useText } from '../../text/use-text.ts'
import { FieldNotes, notesOf } from '../../ui/field.tsx'

type ScaleCellProps = {
  readonly label: string
  readonly hint: string | undefined
  readonly value: number | null
  readonly onSet: (value: number | null) => void
}

const STEPS = Array.from({ length: 10 }, (_, i) => i + 1)

/** A number from 1 to 10, or none. */
export function ScaleCell({ label, hint, value, onSet }: ScaleCellProps) {
  const t = useText()
  const id = useId()
  return (
    <fieldset className="choices" aria-describedby={notesOf(id, hint, undefined)}>
      <legend className="field-label">{label}</legend>
      <FieldNotes field={id} hint={hint} />
      <div className="scale">
        {STEPS.map((step) => (
          <label key={step} className="scale-step">
            <input type="radio" name={id} checked={value === step} onChange={() => onSet(step)} />
            <span>{step}</span>
          </label>
        ))}
        <label className="scale-step scale-none">
          <input type="radio" name={id} checked={value === null} onChange={() => onSet(null)} />
          <span>{t('plan.no-number')}</span>
        </label>
      </div>
    </fieldset>
  )
}
