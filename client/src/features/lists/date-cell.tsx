import { useEffect, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { TextField } from '../../ui/field.tsx'

type DateCellProps = {
  readonly label: string
  readonly hint: string | undefined
  /** YYYY-MM-DD, or '' for none. */
  readonly value: string
  readonly onSet: (value: string | null) => void
}

/** A day, in the browser's own date field. While the year is being typed the field passes through years long gone: those are not kept. */
export function DateCell({ label, hint, value, onSet }: DateCellProps) {
  const t = useText()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <TextField
      label={label}
      hint={hint ?? t('plan.date-hint')}
      type="date"
      min="1900-01-01"
      max="2200-12-31"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        if (event.target.value >= '1900-01-01' && event.target.value <= '2200-12-31') onSet(event.target.value)
      }}
      // A field that is half filled in says '' too: only a field that was emptied and left is one without a day.
      onBlur={(event) => {
        if (event.target.value === '' && !event.target.validity.badInput) onSet(null)
        else setTyped(value)
      }}
    />
  )
}
