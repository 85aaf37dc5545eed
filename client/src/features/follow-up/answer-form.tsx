import { FOLLOW_UP_ANSWERS, type FollowUp, type FollowUpAnswer, LIMIT } from '@withy/shared/api'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { AtMost, FieldNotes, notesOf } from '../../ui/field.tsx'
import { focusFromHere } from '../../ui/late-focus.ts'
import type { Said } from './said.ts'

type AnswerFormProps = {
  /** What was answered before. */
  readonly mine: FollowUp['mine']
  /** The action's first words. */
  readonly name: string
  readonly look: 'chips' | 'cards'
  /** Resolves when the server has it. */
  readonly onKeep: (said: Said) => Promise<void>
  /** Beside the button that keeps it. */
  readonly children?: ReactNode
}

/** Did it happen? Four answers, and words for who wants to say more. They stay in the form until the server has them (SPEC WORK-119). */
export function AnswerForm({ mine, name, look, onKeep, children }: AnswerFormProps) {
  const t = useText()
  const form = useId()
  const [answer, setAnswer] = useState<FollowUpAnswer | null>(mine?.answer ?? null)
  const [words, setWords] = useState(mine?.words ?? '')
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState<string>()
  const [trouble, setTrouble] = useState<string | null>(null)
  const send = async (said: Said) => {
    if (busy) return false
    setBusy(true)
    setTrouble(null)
    try {
      await onKeep(said)
      return true
    } catch (error) {
      setTrouble(sentenceOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  const takeBack = async () => {
    const goOn = focusFromHere()
    if (!(await send({ answer: null, words: '' }))) return
    setAnswer(null)
    setWords('')
    goOn(document.getElementById(`${form}-answer`))
  }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (answer) return void send({ answer, words })
    setMissing(t('workshop-follow-up.answer-missing'))
    document.getElementById(`${form}-answer`)?.focus()
  }
  const hint = t('workshop-follow-up.words-hint')
  return (
    <form className="stack" onSubmit={keep} noValidate data-not-printed="">
      <Choices
        id={`${form}-answer`}
        look={look}
        legend={
          <>
            {t('workshop-follow-up.ask')} <span className="unseen">{name}</span>
          </>
        }
        error={answer ? undefined : missing}
        value={answer}
        onChoose={setAnswer}
        choices={FOLLOW_UP_ANSWERS.map((value) => ({ value, label: t(`workshop-follow-up.answer-${value}`) }))}
      />
      {answer ? (
        <div className="field">
          <label htmlFor={`${form}-words`} className="field-label">
            {t('workshop-follow-up.words')}
          </label>
          <FieldNotes field={`${form}-words`} hint={hint} />
          <textarea
            id={`${form}-words`}
            className="field-control follow-up-field"
            dir="auto"
            rows={2}
            maxLength={LIMIT.why}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            aria-describedby={notesOf(`${form}-words`, hint, undefined)}
          />
          <AtMost max={LIMIT.why} length={words.length} />
        </div>
      ) : null}
      <div role="alert">{trouble}</div>
      <div className="row">
        {answer || look === 'cards' ? (
          <Button type="submit" look="main" busy={busy}>
            {t('workshop-follow-up.keep')}
          </Button>
        ) : null}
        {children}
        {mine ? (
          <Button look="quiet" busy={busy} onClick={takeBack}>
            {t('workshop-follow-up.take-back')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
