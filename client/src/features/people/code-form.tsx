import { LIMIT } from '@withy/shared/api'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorSummary, type FieldError } from '../../ui/notice.tsx'
import './people.css'

const FIELD = 'join-code'

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
  const [missing, setMissing] = useState<readonly FieldError[]>([])
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (code.trim()) {
      setMissing([])
      onCode(code.trim())
    } else setMissing([{ field: FIELD, sentence: t('join.code-missing') }])
  }
  return (
    <form noValidate className="stack" onSubmit={go}>
      <ErrorSummary title={t('common.check-these')} errors={missing} />
      {refused && missing.length === 0 ? <Refusal key={refused} sentence={refused} /> : null}
      <TextField
        id={FIELD}
        label={t('join.code')}
        hint={t('join.code-hint')}
        error={missing[0]?.sentence}
        className="field-control join-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        maxLength={LIMIT.code}
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
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

function Refusal({ sentence }: { readonly sentence: string }) {
  const t = useText()
  const [errors] = useState<readonly FieldError[]>([{ field: FIELD, sentence }])
  return <ErrorSummary title={t('common.check-these')} errors={errors} />
}
