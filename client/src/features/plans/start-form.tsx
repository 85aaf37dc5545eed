import type { Voice } from '@withy/shared/access'
import { LIMIT, type StartPlan } from '@withy/shared/api'
import { type PlanKind, SPOKEN_LANGUAGES } from '@withy/shared/plan'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useLanguageNames } from '../../text/use-language-names.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type FieldError, Notice } from '../../ui/notice.tsx'
import { PersonPicture, PlacePicture } from './pictures.tsx'
import { WhoStarts } from './who-starts.tsx'
import './plans.css'

const FIELD = { kind: 'start-kind', title: 'start-title', name: 'start-name', voice: 'start-voice' } as const

type StartFormProps = {
  /** A name typed on this device before, or ''. */
  readonly name: string
  /** Starts the plan; throws what the server says where it says no. */
  readonly onStart: (plan: Omit<StartPlan, 'startSecret'>) => Promise<void>
}

/** What is asked before a plan is there: what it is about, its name, yours, and who you are. */
export function StartForm({ name: known, onStart }: StartFormProps) {
  const t = useText()
  const nameOf = useLanguageNames()
  const [kind, setKind] = useState<PlanKind | null>(null)
  const [title, setTitle] = useState('')
  const shown = useLanguage()
  const [chosen, setLang] = useState<string | null>(null)
  // Until somebody chooses it is that of the page, also where that changes.
  const lang = chosen ?? shown
  const [name, setName] = useState(known)
  const [voice, setVoice] = useState<Voice | null>(null)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.sentence

  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!kind || !title.trim() || !name.trim() || !voice) {
      return setErrors([
        ...(kind ? [] : [{ field: FIELD.kind, sentence: t('start.kind-missing') }]),
        ...(title.trim() ? [] : [{ field: FIELD.title, sentence: t('start.plan-title-missing') }]),
        ...(name.trim() ? [] : [{ field: FIELD.name, sentence: t('common.name-missing') }]),
        ...(voice ? [] : [{ field: FIELD.voice, sentence: t('start.voice-missing') }]),
      ])
    }
    setBusy(true)
    setErrors([])
    try {
      await onStart({ kind, title: title.trim(), lang, name: name.trim(), voice })
    } catch (error) {
      setErrors([{ sentence: sentenceOf(error) }])
      setBusy(false)
    }
  }
  return (
    <form noValidate className="stack start-form" onSubmit={go}>
      <ErrorSummary title={t('common.check-these')} errors={errors} />
      <Choices
        look="cards"
        id={FIELD.kind}
        legend={t('start.kind')}
        error={errorOf(FIELD.kind)}
        value={kind}
        onChoose={(kind) => {
          setKind(kind)
          if (kind === 'area' && voice === 'person') setVoice(null)
        }}
        choices={[
          {
            value: 'area',
            label: t('start.kind-area'),
            about: t('start.kind-area-about'),
            picture: <PlacePicture />,
          },
          {
            value: 'support',
            label: t('start.kind-support'),
            about: t('start.kind-support-about'),
            picture: <PersonPicture />,
          },
        ]}
      />
      <TextField
        id={FIELD.title}
        label={t('start.plan-title')}
        hint={t('start.plan-title-hint')}
        error={errorOf(FIELD.title)}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        maxLength={LIMIT.title}
        autoComplete="off"
      />
      <SelectField
        label={t('start.lang')}
        hint={t('start.plan-title-hint')}
        value={lang}
        onChange={(event) => setLang(event.target.value)}
      >
        {SPOKEN_LANGUAGES.map((one) => (
          <option key={one.lang} value={one.lang}>
            {nameOf(one.lang)}
          </option>
        ))}
      </SelectField>
      <WhoStarts ids={FIELD} {...{ kind, name, voice, errorOf }} onName={setName} onVoice={setVoice} />
      <div role="status">
        {kind === 'support' && voice && voice !== 'person' ? (
          <Notice>
            <p>{t('start.for-someone')}</p>
          </Notice>
        ) : null}
      </div>
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {busy ? t('start.going') : t('start.go')}
        </Button>
      </div>
    </form>
  )
}
