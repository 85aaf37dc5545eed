import { useId, useState } from 'react'
import { Button } from './button.tsx'
import './field.css'

type CopyFieldProps = {
  readonly label: string
  readonly words: string
  readonly copy: string
  readonly copied: string
}

/** Words to take elsewhere: all picked out when the field is entered, with a button that copies them. */
export function CopyField({ label, words, copy, copied }: CopyFieldProps) {
  const field = useId()
  const [done, setDone] = useState(false)
  return (
    <div className="field">
      <label htmlFor={field} className="field-label">
        {label}
      </label>
      <div className="copy-field">
        <input id={field} className="field-control" readOnly value={words} onFocus={(event) => event.target.select()} />
        <Button onClick={async () => setDone(await copyFrom(document.getElementById(field) as HTMLInputElement))}>
          {copy}
        </Button>
      </div>
      <p role="status" className="field-hint">
        {done ? copied : ''}
      </p>
    </div>
  )
}

/** True when the words are on the clipboard. On plain http there is no clipboard object: the older way serves there. */
async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    field.focus()
    field.select()
    return document.execCommand('copy')
  }
}
