import { useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import './field.css'

type CopyFieldProps = {
  readonly label: string
  readonly words: string
  readonly copy: string
  readonly copied: string
  /** Said where the button may not copy: the words are picked out, to be copied by hand. */
  readonly byHand: string
}

/** Words to take elsewhere: all picked out when the field is entered, with a button that copies them. */
export function CopyField({ label, words, copy, copied, byHand }: CopyFieldProps) {
  const field = useId()
  const input = useRef<HTMLInputElement>(null)
  const [said, say] = useState('')
  return (
    <div className="field">
      <label htmlFor={field} className="field-label">
        {label}
      </label>
      <div className="copy-field">
        <input
          ref={input}
          id={field}
          className="field-control"
          readOnly
          value={words}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={async () => input.current && say((await copyFrom(input.current)) ? copied : byHand)}>
          {copy}
        </Button>
      </div>
      <p role="status" className="field-hint">
        {said}
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
    try {
      return document.execCommand('copy')
    } catch {
      return false
    }
  }
}
