import type { Voice } from '@withy/shared/access'
import { type Door, LIMIT } from '@withy/shared/api'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type FieldError } from '../../ui/notice.tsx'
import { keepName, keptName } from './kept-name.ts'
import { VOICES_TO_INVITE } from './voices.ts'
import './people.css'

const FIELD = 'join-name'

type DoorProps = {
  readonly door: Door
  /** Joins under this name, and as another voice where one was chosen; throws what the server says where it says no. */
  readonly onJoin: (said: { readonly name: string; readonly voice?: Voice }) => Promise<void>
}

/** What an invitation opens, and the one thing asked: a name (SPEC A11Y-16). Who one is here may be changed, and is not asked. */
export function DoorForm({ door, onJoin }: DoorProps) {
  const t = useText()
  const [name, setName] = useState(keptName)
  const [voice, setVoice] = useState(door.voice)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const missing = errors.find(({ field }) => field === FIELD)?.sentence
  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!name.trim()) return setErrors([{ field: FIELD, sentence: t('common.name-missing') }])
    setBusy(true)
    setErrors([])
    try {
      keepName(name.trim())
      await onJoin({ name: name.trim(), ...(voice === door.voice ? {} : { voice }) })
    } catch (error) {
      setErrors([{ sentence: sentenceOf(error) }])
    } finally {
      setBusy(false)
    }
  }
  return (
    <form noValidate className="stack" onSubmit={go}>
      <ErrorSummary title={t('common.check-these')} errors={errors} />
      <div className="door">
        <p>{t('join.invited-by', { name: door.invitedBy })}</p>
        <p>{door.seat ? t('join.seat') : t(`join.can-${door.role}`)}</p>
        {door.role === 'suggester' && (
          <p>
            {/* What opened this page is in no address any more: it would be gone with the page. */}
            <a className="link-alone" href="/help/say-something" target="_blank" rel="noreferrer">
              {t('join.suggester-help')}
            </a>
          </p>
        )}
        <p>
          {t('join.here-as')} <strong>{t(`common.voice-${voice}`)}</strong>
        </p>
        {door.seat ? null : (
          <details>
            <summary>{t('join.change')}</summary>
            <SelectField
              label={t('join.voice')}
              hint={t('join.voice-hint')}
              value={voice}
              onChange={(event) => setVoice(event.target.value as Voice)}
            >
              {VOICES_TO_INVITE.map((each) => (
                <option key={each} value={each}>
                  {t(`common.voice-${each}`)}
                </option>
              ))}
            </SelectField>
          </details>
        )}
      </div>
      <TextField
        id={FIELD}
        label={t('common.name')}
        hint={t('join.everyone-sees')}
        error={missing}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={LIMIT.name}
        autoComplete="name"
        autoCapitalize="words"
      />
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {busy ? t('join.going') : t('join.go')}
        </Button>
      </div>
    </form>
  )
}
