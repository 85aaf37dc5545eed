import { type CodeChecked, LIMIT } from '@withy/shared/api'
import { dayOf } from '@withy/shared/plan'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { checkCode } from '../../api/check.ts'
import { sentenceOf } from '../../api/send.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { focusFromHere, type GoOn } from '../../ui/late-focus.ts'
import { ErrorSummary, type FieldError } from '../../ui/notice.tsx'
import { AgreedVersion } from './agreed-version.tsx'
import { Verdict } from './verdict.tsx'

const LETTERS = 12

/** `goOn`: from where it was asked for. */
type Found = { readonly code: string; readonly checked: CodeChecked; readonly goOn: GoOn }

/** The code that is printed on each page, typed in. It tells which version it is, and never whose. */
export function CheckCode() {
  const t = useText()
  const field = useId()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  // A new one each time: what is said again takes the focus again.
  const [refused, setRefused] = useState<{ readonly sentence: string } | null>(null)
  const [found, setFound] = useState<Found | null>(null)
  const errors = useMemo<readonly FieldError[]>(() => (refused ? [{ field, ...refused }] : []), [refused, field])

  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    // What stands after it on each page says which copy it is.
    const code = typed.replace(/\/.*/s, '').trim().toUpperCase()
    setFound(null)
    if (code.replace(/[\s\p{Pd}.]/gu, '').length !== LETTERS) return setRefused({ sentence: t('check.code-short') })
    setRefused(null)
    const goOn = focusFromHere()
    setBusy(true)
    await checkCode(code).then(
      (checked) => setFound({ code, checked, goOn }),
      (error: unknown) => setRefused({ sentence: sentenceOf(error) }),
    )
    setBusy(false)
  }

  return (
    <section className="stack check-part" aria-labelledby={`${field}-title`}>
      <h2 id={`${field}-title`}>{t('check.code-section')}</h2>
      <form noValidate className="stack" onSubmit={go}>
        <ErrorSummary title={t('common.check-these')} errors={errors} />
        <CodeField
          id={field}
          label={t('check.code')}
          hint={t('check.code-hint')}
          error={refused?.sentence}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={LIMIT.code}
        />
        <div className="row">
          <Button type="submit" busy={busy}>
            {busy ? t('check.code-looking') : t('check.code-do')}
          </Button>
        </div>
      </form>
      {found && <CodeVerdict key={found.code} {...found} />}
    </section>
  )
}

function CodeVerdict({ code, checked, goOn }: Found) {
  const t = useText()
  const lang = useLanguage()
  const of = { about: code, goOn }
  if (checked.is === 'unknown')
    return (
      <Verdict look="unknown" {...of} title={t('check.code-unknown-title')}>
        <p>{t('check.code-unknown-words')}</p>
      </Verdict>
    )
  const { number, sealedAt, newer } = checked
  return (
    <Verdict
      look={newer ? 'look' : 'yes'}
      {...of}
      title={t(newer ? 'check.code-older-title' : 'check.code-newest-title')}
    >
      <p>{t('check.code-words', { number, day: dayOf(lang, sealedAt) })}</p>
      <AgreedVersion {...checked} />
      <p className="quiet">{t('check.code-alone')}</p>
    </Verdict>
  )
}
