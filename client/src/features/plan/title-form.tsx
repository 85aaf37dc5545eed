import { LIMIT } from '@withy/shared/api'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { takeLostFocus } from '../../ui/late-focus.ts'

type TitleFormProps = {
  readonly title: string
  readonly firstTitle?: string | undefined
  /** A new title; null: the first one again; undefined: leave it. */
  readonly onDone: (title: string | null | undefined) => void
}

/** Asks for another title of a section. */
export function TitleForm({ title, firstTitle, onDone }: TitleFormProps) {
  const t = useText()
  const [words, setWords] = useState(title)
  const form = useRef<HTMLFormElement>(null)
  // It may come late: whoever has gone on by then stays there (SPEC A11Y-31).
  useEffect(() => takeLostFocus(form.current?.querySelector('input') ?? null), [])
  const save = (event: FormEvent) => {
    event.preventDefault()
    const next = words.trim()
    if (next === '' || next === title) onDone(undefined)
    else onDone(next === firstTitle ? null : next)
  }
  return (
    <form ref={form} onSubmit={save} className="stack">
      <TextField
        label={t('plan.title-label')}
        value={words}
        maxLength={LIMIT.title}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="row">
        <Button look="main" type="submit">
          {t('plan.save')}
        </Button>
        {firstTitle !== undefined && firstTitle !== title && (
          <Button onClick={() => onDone(null)}>{t('plan.first-title', { title: firstTitle })}</Button>
        )}
        <Button look="quiet" onClick={() => onDone(undefined)}>
          {t('plan.cancel')}
        </Button>
      </div>
    </form>
  )
}
