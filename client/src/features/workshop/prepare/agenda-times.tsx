import { missingBreaks } from '@withy/shared/api'
import type { AgendaStep } from '@withy/shared/protocol'
import { useState } from 'react'
import { useDates } from '../../../text/use-dates.ts'
import { useText } from '../../../text/use-text.ts'
import { SelectField } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useStepName } from '../step-name.ts'
import { useLength } from './use-length.ts'

/** When a workshop may begin (minutes of the day): each half hour from 8 to 21. */
const BEGINNINGS = Array.from({ length: 27 }, (_, half) => 8 * 60 + half * 30)

/** How long the day is in words, and when it would end. The time it begins is asked for here and kept nowhere. */
export function AgendaTimes({ steps }: { readonly steps: readonly AgendaStep[] }) {
  const t = useText()
  const length = useLength()
  const stepName = useStepName()
  const { time } = useDates()
  const [begins, setBegins] = useState(10 * 60)
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0)
  if (minutes === 0) return null
  const missing = missingBreaks(steps)
  const nameOf = (id: string) => {
    const step = steps.find((step) => step.id === id)
    return step ? stepName(step) : ''
  }
  // Any day in winter, when our clocks go as the world's do.
  const timeAt = (minute: number) => time(new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString())
  return (
    <div className="stack">
      <p>{t('workshop-prepare.takes', { length: length(minutes) })}</p>
      <SelectField
        label={t('workshop-prepare.begins')}
        value={begins}
        onChange={({ target }) => setBegins(Number(target.value))}
        className="field-control prepare-time"
      >
        {BEGINNINGS.map((minute) => (
          <option key={minute} value={minute}>
            {timeAt(minute)}
          </option>
        ))}
      </SelectField>
      <p role="status">{t('workshop-prepare.ends', { time: timeAt(begins + minutes) })}</p>
      {missing.map(({ place, step }) => (
        <Notice key={`${place} ${step}`}>
          <p>{t(`workshop-prepare.break-${place}`, { name: nameOf(step) })}</p>
        </Notice>
      ))}
    </div>
  )
}
