import { useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { useRoom } from '../use-workshop.ts'
import { AddStep } from './add-step.tsx'
import { AgendaTimes } from './agenda-times.tsx'
import { StepCard } from './step-card.tsx'
import { TakenOutStep } from './taken-out-step.tsx'
import { useAgendaRows } from './use-agenda-rows.ts'

/** What will happen, step by step: added, changed, moved and taken out by hand, each by itself. */
export function Agenda() {
  const t = useText()
  const { now, desk } = useRoom()
  const rows = useAgendaRows(now.steps)
  const inRows = new Set(rows.map(({ step }) => step.id))
  const before = desk?.goneSteps.filter(({ step }) => !inRows.has(step.id)) ?? []
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  /** The card somebody opened by a press, or whose step they have just added: its first field has the focus. */
  const [pressed, setPressed] = useState<string | null>(null)
  /** What this person has just taken out: the way back is next. */
  const [takenOut, setTakenOut] = useState<string | null>(null)
  const set = (step: string, isOpen: boolean) =>
    setOpen((before) => new Set(isOpen ? [...before, step] : [...before].filter((one) => one !== step)))
  const press = (step: string, isOpen: boolean) => {
    set(step, isOpen)
    setPressed(isOpen ? step : null)
  }
  return (
    <section className="stack" aria-labelledby="prepare-agenda">
      <h2 id="prepare-agenda">{t('workshop-prepare.agenda')}</h2>
      <AgendaTimes steps={now.steps} />
      {now.steps.length === 0 ? <p>{t('workshop-prepare.agenda-empty')}</p> : null}
      <ol className="list stack agenda">
        {rows.map(({ step, isGone, after }) => (
          <li key={step.id}>
            {isGone ? <TakenOutStep step={step} after={after} isFocused={step.id === takenOut} /> : null}
            {isGone && !open.has(step.id) ? null : (
              <StepCard
                step={step}
                isGone={isGone}
                at={now.steps.findIndex(({ id }) => id === step.id)}
                isOpen={open.has(step.id)}
                isFocused={step.id === pressed}
                onPress={(isOpen) => press(step.id, isOpen)}
                onNotSaved={() => set(step.id, true)}
                onTakenOut={() => {
                  press(step.id, false)
                  setTakenOut(step.id)
                }}
              />
            )}
          </li>
        ))}
      </ol>
      {before.length > 0 ? (
        <details className="workshop-fold">
          <summary>{t('workshop-kept.taken-out-before', { count: before.length })}</summary>
          <ul className="list stack">
            {before.map(({ step, after }) => (
              <li key={step.id}>
                <TakenOutStep step={step} after={after} isFocused={false} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <AddStep onAdded={(step) => press(step, true)} />
    </section>
  )
}
