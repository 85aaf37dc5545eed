import type { FollowUp } from '@withy/shared/api'
import { useLayoutEffect, useRef, useState } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { takeLostFocus } from '../../ui/late-focus.ts'
import { AnswerForm } from './answer-form.tsx'
import { OthersAnswers } from './others-answers.tsx'
import type { Said } from './said.ts'
import './follow-up.css'
import { Theirs } from '../../ui/theirs.tsx'

type DidItHappenProps = {
  readonly followUp: FollowUp
  /** The action's first words. */
  readonly name: string
  /** Null where this person may only read. */
  readonly onAnswer: ((said: Said) => Promise<void>) | null
}

/** One action's question: from which day on it is asked, then the question itself, then what was answered (SPEC WORK-115). */
export function DidItHappen({ followUp, name, onAnswer }: DidItHappenProps) {
  const t = useText()
  const { day } = useDates()
  const announce = useAnnounce()
  const [isChanging, setIsChanging] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const hasAnswered = useRef(false)
  const { mine, isDue, dueOn } = followUp
  const isShown = mine !== null && !isChanging
  // The form took the focus with it when it went.
  useLayoutEffect(() => {
    if (isShown && hasAnswered.current) takeLostFocus(change.current)
    hasAnswered.current = false
  }, [isShown])
  if (!isDue) return <p className="follow-up-before">{t('workshop-follow-up.will-ask', { day: day(dueOn) })}</p>
  const keep = async (said: Said) => {
    await onAnswer?.(said)
    hasAnswered.current = true
    setIsChanging(false)
    announce({ kind: 'done', sentence: t(said.answer ? 'workshop-follow-up.kept' : 'workshop-follow-up.taken-back') })
  }
  return (
    <div className="follow-up">
      {mine && isShown ? (
        <>
          <MyAnswer mine={mine} />
          {onAnswer ? (
            <Button ref={change} look="quiet" onClick={() => setIsChanging(true)}>
              {t('workshop-follow-up.change')}
              <span className="unseen">{`: ${name}`}</span>
            </Button>
          ) : null}
        </>
      ) : null}
      {onAnswer && !isShown ? (
        <AnswerForm mine={mine} name={name} look="chips" onKeep={keep}>
          {mine ? <Button onClick={() => setIsChanging(false)}>{t('common.cancel')}</Button> : null}
        </AnswerForm>
      ) : null}
      {onAnswer ? null : <p className="field-label">{t('workshop-follow-up.ask')}</p>}
      <OthersAnswers followUp={followUp} />
    </div>
  )
}

/** What this person answered. */
export function MyAnswer({ mine }: { readonly mine: NonNullable<FollowUp['mine']> }) {
  const t = useText()
  return (
    <div>
      <p>
        {t('workshop-follow-up.ask')} {t('workshop-follow-up.mine')}{' '}
        <strong>{t(`workshop-follow-up.answer-${mine.answer}`)}</strong>
      </p>
      {mine.words ? (
        <Theirs as="p" className="follow-up-words">
          {mine.words}
        </Theirs>
      ) : null}
    </div>
  )
}
