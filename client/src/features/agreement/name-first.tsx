import { LIMIT } from '@withy/shared/api'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorSummary, type FieldError } from '../../ui/notice.tsx'
import { focusMainHeading } from '../../ui/page.tsx'

const FIELD = 'agree-name'

/** Who looks around in an example without a name says it before they ask anybody (SPEC AGREE-46). */
export function NameFirst({ onName }: { readonly onName: (name: string) => Promise<void> }) {
  const t = useText()
  const [name, setName] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!name.trim()) return setErrors([{ field: FIELD, sentence: t('common.name-missing') }])
    setBusy(true)
    setErrors([])
    try {
      await onName(name.trim())
      // The form is gone: what comes next is on the page.
      focusMainHeading()
    } catch (error) {
      setErrors([{ sentence: sentenceOf(error) }])
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="agree-name-first">
      <form className="stack" onSubmit={keep} noValidate>
        <h2 id="agree-name-first">{t('agreement.name-first')}</h2>
        <ErrorSummary title={t('common.check-these')} errors={errors} />
        <TextField
          id={FIELD}
          label={t('common.name')}
          hint={t('agreement.name-first-about')}
          error={errors.find(({ field }) => field === FIELD)?.sentence}
          value={name}
          maxLength={LIMIT.name}
          autoComplete="name"
          autoCapitalize="words"
          onChange={(event) => setName(event.target.value)}
        />
        <div className="row">
          <Button type="submit" look="main" busy={busy}>
            {t('agreement.name-keep')}
          </Button>
        </div>
      </form>
    </section>
  )
}
