import type { Voice } from '@withy/shared/access'
import type { Bringing } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import { type FormEvent, useRef, useState } from 'react'
import { Link } from 'wouter'
import { sentenceOf } from '../../api/send.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { ErrorSummary, type FieldError, Notice } from '../../ui/notice.tsx'
import { type Glance, glanceAt, type SaidAgreed } from './file-glance.ts'
import { WhoStarts } from './who-starts.tsx'
import './plans.css'

const FIELD = { name: 'bring-name', voice: 'bring-voice' } as const

type Chosen = { readonly file: File; readonly glance: Glance }
type Said = Pick<Bringing, 'name' | 'voice'>

type BringFormProps = {
  /** A name typed on this device before, or ''. */
  readonly name: string
  /** Makes the plan; throws what the server says where it says no. */
  readonly onBring: (said: Said, file: File, kind: PlanKind) => Promise<void>
}

/** Chooses a file of a plan, shows which it is, and asks who brings it (SPEC EXPORT-64). */
export function BringForm({ name, onBring }: BringFormProps) {
  const t = useText()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const newest = useRef<File | null>(null)
  const choose = async (file: File) => {
    newest.current = file
    const glance = await glanceAt(file)
    if (newest.current === file) setChosen({ file, glance })
  }
  return (
    <div className="stack">
      <FileField
        label={t('import.file')}
        hint={t('import.plan-kinds')}
        accept=".json,application/json"
        onChoose={choose}
      />
      {chosen && chosen.glance.is !== 'plan' ? (
        <Notice look="careful" spoken>
          <p>{t(`import.${chosen.glance.is}`)}</p>
        </Notice>
      ) : null}
      {chosen?.glance.is === 'plan' ? (
        <WhoBrings
          kind={chosen.glance.kind}
          title={chosen.glance.title}
          agreed={chosen.glance.agreed}
          name={name}
          onBring={(said, kind) => onBring(said, chosen.file, kind)}
        />
      ) : null}
    </div>
  )
}

type WhoBringsProps = {
  readonly kind: PlanKind
  readonly title: string
  readonly agreed: SaidAgreed
  readonly name: string
  readonly onBring: (said: Said, kind: PlanKind) => Promise<void>
}

function WhoBrings({ kind, title, agreed, name: known, onBring }: WhoBringsProps) {
  const t = useText()
  const [name, setName] = useState(known)
  const [chosen, setVoice] = useState<Voice | null>(null)
  const voice = kind === 'area' && chosen === 'person' ? null : chosen
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.sentence

  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!name.trim() || !voice) {
      return setErrors([
        ...(name.trim() ? [] : [{ field: FIELD.name, sentence: t('common.name-missing') }]),
        ...(voice ? [] : [{ field: FIELD.voice, sentence: t('start.voice-missing') }]),
      ])
    }
    setBusy(true)
    setErrors([])
    try {
      await onBring({ name: name.trim(), voice }, kind)
    } catch (error) {
      setErrors([{ sentence: sentenceOf(error) }])
      setBusy(false)
    }
  }
  return (
    <form noValidate className="stack start-form" onSubmit={go}>
      <ErrorSummary title={t('common.check-these')} errors={errors} />
      <Notice spoken>
        <h2 className="notice-title" dir="auto">
          {title}
        </h2>
        <p>{t(`common.kind-${kind}`)}</p>
        <WasAgreed said={agreed} />
        <p>{t('import.plan-people')}</p>
      </Notice>
      <WhoStarts ids={FIELD} {...{ kind, name, voice, errorOf }} onName={setName} onVoice={setVoice} />
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {busy ? t('import.plan-making') : t('import.plan-make')}
        </Button>
      </div>
    </form>
  )
}

/** A file that was agreed makes a plan that nobody has agreed to, and could have been changed on its way (SPEC EXPORT-64). */
function WasAgreed({ said }: { readonly said: SaidAgreed }) {
  const t = useText()
  const { day } = useDates()
  if (said === null) return null
  return (
    <>
      <p>
        {said === 'some'
          ? t('import.plan-agreed-some')
          : t('import.plan-agreed', { number: said.number, day: day(said.sealedAt), count: said.people })}{' '}
        {t('import.plan-agreed-anew')}
      </p>
      <p>
        {t('import.plan-changed')}{' '}
        <Link href="/check" className="link-alone">
          {t('import.plan-check')}
        </Link>
      </p>
    </>
  )
}
