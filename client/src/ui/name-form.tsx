import { LIMIT } from '@withy/shared/api'
import { type FormEvent, useState } from 'react'
import { useText } from '../text/use-text.ts'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { ErrorSummary, type FieldError } from './notice.tsx'

type NameFormProps = {
  /** Of its field and heading on the page. */
  readonly id: string
  readonly title: string
  /** Under a heading of its part of the page, or of the page. */
  readonly heading?: 'h2' | 'h3'
  readonly about: string
  readonly keep: string
  /** Keeps the name; throws what is said where it is not taken. */
  readonly onName: (name: string) => Promise<void>
  readonly sentenceOf: (error: unknown) => string
}

/** Somebody who has said no name says it here. */
export function NameForm({
  id,
  title,
  heading: Heading = 'h2',
  about,
  keep: keepLabel,
  onName,
  sentenceOf,
}: NameFormProps) {
  const t = useText()
  const [name, setName] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!name.trim()) return setErrors([{ field: id, sentence: t('common.name-missing') }])
    setBusy(true)
    setErrors([])
    try {
      await onName(name.trim())
    } catch (error) {
      setErrors([{ sentence: sentenceOf(error) }])
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby={`${id}-title`}>
      <form className="stack" onSubmit={keep} noValidate>
        <Heading id={`${id}-title`}>{title}</Heading>
        <ErrorSummary title={t('common.check-these')} errors={errors} />
        <TextField
          id={id}
          label={t('common.name')}
          hint={about}
          error={errors.find(({ field }) => field === id)?.sentence}
          value={name}
          maxLength={LIMIT.name}
          autoComplete="name"
          autoCapitalize="words"
          onChange={(event) => setName(event.target.value)}
        />
        <div className="row">
          <Button type="submit" look="main" busy={busy}>
            {keepLabel}
          </Button>
        </div>
      </form>
    </section>
  )
}
