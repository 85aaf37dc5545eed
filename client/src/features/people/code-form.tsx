import { LIMIT } from '@withy/shared/api'
import { type FormEvent, useMemo, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ErrorSummary, type FieldError } from '../../ui/notice.tsx'
import './people.css'

const FIELD = 'join-code'
const LETTERS = 8

type CodeFormProps = {
  /** What the server said to the code before, if anything. */
  readonly refused: string | null
  readonly busy: boolean
  /** The code as typed: the server reads any case, with spaces or without. */
  readonly onCode: (code: string) => void
}

/** One field for a code said out loud. */
export function CodeForm({ refused, busy, onCode }: CodeFormProps) {
  const t = useText()
  const [code, setCode] = useState('')
  // A new one each time: what is said again takes the focus again.
  const [unfit, setUnfit] = useState<{ readonly sentence: string } | null>(null)
  const sentence = unfit?.sentence ?? refused
  const errors = useMemo<readonly FieldError[]>(() => {
    const said = unfit?.sentence ?? refused
    return said ? [{ field: FIELD, sentence: said }] : []
  }, [unfit, refused])
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const letters = code.replace(/[\s\p{Pd}.]/gu, '').length
    setUnfit(letters === LETTERS ? null : { sentence: t(letters === 0 ? 'join.code-missing' : 'join.code-length') })
    if (letters === LETTERS) onCode(code.trim())
  }
  return (
    <form noValidate className="stack" onSubmit={go}>
      <ErrorSummary title={t('common.check-these')} errors={errors} />
      <CodeField
        id={FIELD}
        label={t('join.code')}
        hint={t('join.code-hint')}
        error={sentence ?? undefined}
        className="field-control join-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        maxLength={LIMIT.code}
      />
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {busy ? t('join.looking') : t('join.next')}
        </Button>
      </div>
      <p className="quiet">{t('join.link-better')}</p>
    </form>
  )
}
