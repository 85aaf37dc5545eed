import type { AgendaStep } from '@withy/shared/protocol'
import { useEffect, useId, useRef, useState } from 'react'
import { sentenceOf } from '../../../api/send.ts'
import { useText } from '../../../text/use-text.ts'
import { AskFirst } from '../../../ui/ask-first.tsx'
import { Button } from '../../../ui/button.tsx'
import { MoveButtons } from '../../../ui/move-buttons.tsx'
import { useStepName } from '../step-name.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { WhenNotSaved } from './saved-field.tsx'
import { StepFacts } from './step-facts.tsx'
import { StepForm } from './step-form.tsx'

type StepCardProps = {
  readonly step: AgendaStep
  /** Somebody took it out while it is open here: what is written in it stays on the page. */
  readonly isGone: boolean
  /** Its place; 0 is the first. */
  readonly at: number
  readonly isOpen: boolean
  /** Opened by a press: the first field takes the focus. */
  readonly isFocused: boolean
  readonly onPress: (isOpen: boolean) => void
  /** Something written in it could not be saved, or another wrote there: it has to be seen. */
  readonly onNotSaved: () => void
  readonly onTakenOut: () => void
}

/** One step of the agenda: its words, and when opened the fields and buttons that change it. */
export function StepCard({ step, isGone, at, isOpen, isFocused, onPress, onNotSaved, onTakenOut }: StepCardProps) {
  const t = useText()
  const { now, steer } = useRoom()
  const heading = useId()
  const { busy, trouble, send } = useSending()
  const [asking, setAsking] = useState(false)
  /** Once opened its fields stay: what could not be saved yet is in them. */
  const [wasOpen, setWasOpen] = useState(isOpen)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    setWasOpen(true)
    if (isFocused) form.current?.querySelector('select')?.focus()
  }, [isOpen, isFocused])
  const name = useStepName()(step)
  const takeOut = async () => {
    await steer({ do: 'remove-step', id: step.id })
    onTakenOut()
  }
  const isHere = now.step === step.id
  return (
    <article className="card stack agenda-step" aria-labelledby={heading}>
      <div className="agenda-top">
        <div className="agenda-words">
          <h3 id={heading}>
            {at >= 0 ? `${at + 1}. ` : ''}
            {name}
          </h3>
          <StepFacts step={step} />
        </div>
        {isOpen ? null : (
          <Button
            ref={wasOpen ? takeFocus : undefined}
            aria-label={t('workshop-prepare.change-name', { name })}
            onClick={() => onPress(true)}
          >
            {t('workshop-prepare.change')}
          </Button>
        )}
      </div>
      {wasOpen || isOpen ? (
        <div ref={form} hidden={!isOpen}>
          <WhenNotSaved value={onNotSaved}>
            <StepForm step={step} />
          </WhenNotSaved>
        </div>
      ) : null}
      <div role="alert">{trouble}</div>
      {isOpen ? (
        <div className="row">
          <Button onClick={() => onPress(false)}>{t('common.done')}</Button>
          {isGone ? null : (
            <>
              <MoveButtons
                up={t('plan.move-up')}
                down={t('plan.move-down')}
                at={at}
                count={now.steps.length}
                onMove={(way) => void send(() => steer({ do: 'move-step', id: step.id, way }))}
              />
              <Button look="careful" busy={busy} onClick={() => (isHere ? setAsking(true) : void send(takeOut))}>
                {t('workshop-prepare.take-out')}
              </Button>
            </>
          )}
        </div>
      ) : null}
      {asking ? (
        <AskFirst
          title={t('workshop-prepare.take-out-ask')}
          words={<p>{t('workshop-prepare.take-out-here')}</p>}
          doIt={t('workshop-prepare.take-out')}
          cancel={t('common.cancel')}
          onDo={takeOut}
          onClose={() => setAsking(false)}
          sentenceOf={sentenceOf}
        />
      ) : null}
    </article>
  )
}

/** Done has gone with the form: its way in is where it was. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()
