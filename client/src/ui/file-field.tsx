import { type ReactNode, useId } from 'react'
import { FieldNotes } from './field.tsx'
import './file-field.css'

type FileFieldProps = {
  readonly label: ReactNode
  readonly hint: ReactNode
  /** Kinds of file, as `accept` of an input has them. */
  readonly accept: string
  /** Where it is what most people come for. */
  readonly isMain?: boolean
  readonly onChoose: (file: File) => void
}

/** A button that asks for a file: the browser's own, under our words, which the browser would say in its own language. */
export function FileField({ label, hint, accept, isMain = false, onChoose }: FileFieldProps) {
  const field = useId()
  return (
    <div className="field">
      <FieldNotes field={field} hint={hint} />
      <label className={`button file-field ${isMain ? 'button-main' : ''}`}>
        {label}
        <input
          type="file"
          accept={accept}
          aria-describedby={`${field}-hint`}
          onChange={({ target }) => {
            const file = target.files?.[0]
            // So that the same file, mended, can be chosen again.
            target.value = ''
            if (file) onChoose(file)
          }}
        />
      </label>
    </div>
  )
}
