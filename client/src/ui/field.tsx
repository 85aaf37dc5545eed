import { type ComponentPropsWithRef, type ReactNode, type SelectHTMLAttributes, useId } from 'react'
import { useText } from '../text/use-text.ts'
import './field.css'

type Around = {
  readonly label: ReactNode
  /** Stands between label and control, and is read with it. */
  readonly hint?: ReactNode
  /** What to do, where something is missing. */
  readonly error?: string | undefined
}

/** One line to write in, with a visible label. `id` is needed where an error summary links here. */
export function TextField({ label, hint, error, id, ...rest }: Around & ComponentPropsWithRef<'input'>) {
  const made = useId()
  const field = id ?? made
  return (
    <Labelled {...{ field, label, hint, error }}>
      <input
        type="text"
        className="field-control"
        dir="auto"
        {...rest}
        id={field}
        aria-describedby={notesOf(field, hint, error)}
        aria-invalid={error ? true : undefined}
      />
      <AtMost max={rest.maxLength} length={String(rest.value ?? '').length} />
    </Labelled>
  )
}

/** A short list to choose one from. */
export function SelectField({ label, hint, error, id, ...rest }: Around & SelectHTMLAttributes<HTMLSelectElement>) {
  const made = useId()
  const field = id ?? made
  return (
    <Labelled {...{ field, label, hint, error }}>
      <select className="field-control" {...rest} id={field} aria-describedby={notesOf(field, hint, error)} />
    </Labelled>
  )
}

function Labelled({ label, children, ...notes }: Around & { readonly field: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={notes.field} className="field-label">
        {label}
      </label>
      <FieldNotes {...notes} />
      {children}
    </div>
  )
}

/** Says, when a field is full, how much fits in it. A code is full when it is right: that is no news. */
export function AtMost({ max, length }: { readonly max: number | undefined; readonly length: number }) {
  const t = useText()
  if (max === undefined || max <= 40) return null
  return (
    <p role="status" className="field-full">
      {length >= max && t('common.at-most', { max })}
    </p>
  )
}

/** Hint and error of one field, each on its own line. */
export function FieldNotes({ field, hint, error }: { readonly field: string } & Omit<Around, 'label'>) {
  return (
    <>
      {hint ? (
        <p id={`${field}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${field}-error`} className="field-error">
          {error}
        </p>
      ) : null}
    </>
  )
}

export const notesOf = (field: string, hint: ReactNode, error: string | undefined): string | undefined =>
  [hint ? `${field}-hint` : '', error ? `${field}-error` : ''].filter(Boolean).join(' ') || undefined
