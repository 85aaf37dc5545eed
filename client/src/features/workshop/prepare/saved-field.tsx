import { createContext, type ReactNode, useContext, useEffect, useId } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldNotes, notesOf } from '../../../ui/field.tsx'
import { tooLong } from '../too-long.ts'
import { useSavedWords } from './use-saved-words.ts'

/** Called where something could not be saved, or another wrote there too: whoever folded the field away brings it back. */
export const WhenNotSaved = createContext(() => {})

type SavedFieldProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly saved: string
  /** `was` are the words the writer saw when they began. Throws what `send` throws. */
  readonly save: (words: string, was: string) => Promise<void>
  readonly check?: (words: string) => string | null
  readonly max: number
  /** How many lines it shows; one: what is written is a line. */
  readonly rows?: number
  /** A whole number is written here. */
  readonly isNumber?: boolean
}

/** A field saved as it is written, which says so where it is not. */
export function SavedField({ label, hint, rows = 1, max, isNumber = false, check, ...saving }: SavedFieldProps) {
  const t = useText()
  const field = useId()
  const { words, isSaved, trouble, problem, theirs, ...does } = useSavedWords({
    ...saving,
    isLine: rows === 1,
    check: (words) => tooLong(t, words, max) ?? check?.(words) ?? null,
  })
  const isTrouble = trouble !== null || theirs !== null || problem !== null
  const tell = useContext(WhenNotSaved)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it comes to be so
  useEffect(() => {
    if (isTrouble) tell()
  }, [isTrouble])
  const error = problem ?? undefined
  const control = {
    id: field,
    className: 'field-control',
    dir: 'auto',
    value: words,
    onChange: (event: { target: { value: string } }) => does.write(event.target.value),
    onBlur: does.leave,
    'aria-describedby': notesOf(field, hint, error),
    'aria-invalid': error ? (true as const) : undefined,
  }
  return (
    <div className="field" data-unsaved={isSaved ? undefined : ''}>
      <label htmlFor={field} className="field-label">
        {label}
      </label>
      <FieldNotes field={field} hint={hint} error={error} />
      {rows > 1 ? (
        <textarea {...control} rows={rows} />
      ) : (
        <input {...control} type="text" {...(isNumber && { inputMode: 'numeric' as const, size: 4 })} />
      )}
      <div role="alert">
        {trouble && theirs === null ? (
          <div className="notice notice-careful">
            <p>{t('workshop-prepare.not-saved', { why: trouble })}</p>
            <div className="row">
              <Button onClick={does.again}>{t('common.try-again')}</Button>
            </div>
          </div>
        ) : null}
        {theirs === null ? null : (
          <div className="notice notice-careful">
            <p>{theirs === '' ? t('workshop-prepare.they-emptied') : t('workshop-prepare.they-wrote')}</p>
            {theirs === '' ? null : <p className="prepare-lines">{theirs}</p>}
            <div className="row">
              <Button onClick={does.keepMine}>{t('workshop-prepare.keep-mine')}</Button>
              <Button onClick={does.takeTheirs}>{t('workshop-prepare.take-theirs')}</Button>
            </div>
          </div>
        )}
      </div>
    </div>
  )
}
