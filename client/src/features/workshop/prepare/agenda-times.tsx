import { missingBreaks } from '@withy/shared/api'
import type { AgendaStep } from '@withy/shared/protocol'
import { useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { TextField } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useStepName } from '../step-name.ts'
import { useLength } from './use-length.ts'

/** How long the day is in words, and when it would end. The time it begins is asked for here and kept nowhere. */
export function AgendaTimes({ steps }: { readonly steps: readonly AgendaStep[] }) {
  const t = useText()
  const length = useLength()
  const stepName = useStepName()
  const [begins, setBegins] = useState('10:00')
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0)
  if (minutes === 0) return null
  const missing = missingBreaks(steps)
  const nameOf = (id: string) => {
    const step = steps.find((step) => step.id === id)
    return step ? stepName(step) : ''
  }
  const ends = endOf(begins, minutes)
  return (
    <div className="stack">
      <p>{t('workshop-prepare.takes', { length: length(minutes) })}</p>
      <TextField
        type="time"
        label={t('workshop-prepare.begins')}
        value={begins}
        onChange={({ target }) => setBegins(target.value)}
        className="field-control prepare-time"
      />
      {ends ? <p role="status">{t('workshop-prepare.ends', { time: ends })}</p> : null}
      {missing.map(({ place, step }) => (
        <Notice key={`${place} ${step}`}>
          <p>{t(`workshop-prepare.break-${place}`, { name: nameOf(step) })}</p>
        </Notice>
      ))}
    </div>
  )
}

/** @param begins HH:MM @returns HH:MM, or null where no time is given */
export function endOf(begins: string, minutes: number): string | null {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(begins) ?? []
  if (hour === undefined || minute === undefined) return null
  const end = (Number(hour) * 60 + Number(minute) + minutes) % (24 * 60)
  return [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
