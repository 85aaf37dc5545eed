import { LIMIT } from '@withy/shared/api'
import { clearEasyChecked, type EasyCheck, setEasyChecked } from '@withy/shared/plan'
import { type FormEvent, useRef, useState } from 'react'
import { useAnnounce } from '../../../live/announcer-context.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'

type EasyCheckFormProps = { readonly section: string; readonly check: EasyCheck | undefined }

/** Says with whom easy words were gone through, and when; or takes that back. */
export function EasyCheckForm({ section, check }: EasyCheckFormProps) {
  const t = useText()
  const { live } = useDesk()
  const announce = useAnnounce()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const done = (sentence: string) => {
    setOpen(false)
    announce({ kind: 'done', sentence })
    requestAnimationFrame(() => opener.current?.focus())
  }
  const keep = (given: Omit<EasyCheck, 'rows'>) => {
    setEasyChecked(live.doc, section, given)
    done(t('easy.checked-done'))
  }
  const takeBack = () => {
    clearEasyChecked(live.doc, section)
    done(t('easy.unchecked-done'))
  }
  return (
    <div className="easy-check" data-not-printed="">
      <div className="row">
        <Button ref={opener} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('easy.check')}
        </Button>
        {check && (
          <Button look="careful" onClick={takeBack}>
            {t('easy.uncheck')}
          </Button>
        )}
      </div>
      {open && <CheckFields onKeep={keep} />}
    </div>
  )
}

/** Today in the UK, as YYYY-MM-DD. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date())

function CheckFields({ onKeep }: { readonly onKeep: (check: Omit<EasyCheck, 'rows'>) => void }) {
  const t = useText()
  const [by, setBy] = useState('')
  const [supporter, setSupporter] = useState('')
  const [on, setOn] = useState(today)
  const [asked, setAsked] = useState(false)
  const whoField = useRef<HTMLInputElement>(null)
  const dayField = useRef<HTMLInputElement>(null)
  const lacks = { by: by.trim() === '', on: on === '' }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (lacks.by) return whoField.current?.focus()
    if (lacks.on) return dayField.current?.focus()
    const helped = supporter.trim()
    onKeep({ by: by.trim(), ...(helped && { supporter: helped }), on })
  }
  return (
    <form className="stack easy-check-fields" noValidate onSubmit={keep}>
      <TextField
        ref={whoField}
        label={t('easy.check-who')}
        hint={t('easy.check-who-hint')}
        error={asked && lacks.by ? t('easy.check-who-missing') : undefined}
        value={by}
        maxLength={LIMIT.name}
        autoComplete="off"
        onChange={(event) => setBy(event.target.value)}
      />
      <TextField
        label={t('easy.check-supporter')}
        hint={t('easy.check-supporter-hint')}
        value={supporter}
        maxLength={LIMIT.name}
        autoComplete="off"
        onChange={(event) => setSupporter(event.target.value)}
      />
      <TextField
        ref={dayField}
        type="date"
        label={t('easy.check-day')}
        error={asked && lacks.on ? t('easy.check-day-missing') : undefined}
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      <Button look="main" type="submit">
        {t('easy.check-keep')}
      </Button>
    </form>
  )
}
