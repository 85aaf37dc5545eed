import { ANSWERS, type Answer, LIMIT, NEEDS_WORDS } from '@withy/shared/api'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AnswerShape } from './answer-shape.tsx'
import { WordsField } from './words-field.tsx'

export type Said = { readonly answer: Answer; readonly words: string }

type AnswerFormProps = {
  readonly legend: ReactNode
  /** What was answered before. */
  readonly mine: Said | null
  readonly look: 'cards' | 'list'
  readonly doIt: string
  /** What has to be looked at before it can be sent; what is chosen and typed stays. */
  readonly first: ReactNode
  /** Between the words and the button, by what is chosen. */
  readonly check?: (answer: Answer) => ReactNode
  /** Resolves when the server has it; where it throws, all stays in the form (SPEC AGREE-53). */
  readonly onGive: (said: Said) => Promise<void>
  /** Beside the button. */
  readonly children?: ReactNode
}

/** Five answers, and words where an answer is nothing without them. */
export function AnswerForm({ legend, mine, look, doIt, first, check, onGive, children }: AnswerFormProps) {
  const t = useText()
  const form = useId()
  const [answer, setAnswer] = useState<Answer | null>(mine?.answer ?? null)
  const [words, setWords] = useState(mine?.words ?? '')
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState<'answer' | 'words' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const give = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const lacks = answer === null ? 'answer' : NEEDS_WORDS.includes(answer) && words.trim() === '' ? 'words' : null
    setMissing(lacks)
    if (lacks || answer === null) return document.getElementById(`${form}-${lacks}`)?.focus()
    setBusy(true)
    setTrouble(null)
    try {
      await onGive({ answer, words: answer === 'agree' ? '' : words })
    } catch (error) {
      setTrouble(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack agree-form" onSubmit={give} noValidate>
      <Choices
        id={`${form}-answer`}
        look={look}
        legend={legend}
        error={missing === 'answer' && !answer ? t('agreement.answer-missing') : undefined}
        value={answer}
        onChoose={setAnswer}
        choices={ANSWERS.map((value) => ({
          value,
          label: t(`agreement.answer-${value}`),
          picture: <AnswerShape of={value} />,
        }))}
      />
      {answer && answer !== 'agree' ? (
        <WordsField
          id={`${form}-words`}
          label={t(`agreement.words-${answer}`)}
          hint={NEEDS_WORDS.includes(answer) ? t('agreement.words-hint') : t('agreement.words-hint-free')}
          error={missing === 'words' && words.trim() === '' ? t('agreement.words-missing') : undefined}
          max={LIMIT.why}
          value={words}
          onChange={setWords}
        />
      ) : null}
      {answer ? check?.(answer) : null}
      {first}
      <div role="alert">
        {trouble ? (
          <Notice look="careful">
            <p>{trouble}</p>
          </Notice>
        ) : null}
      </div>
      {first ? null : (
        <div className="row">
          <Button type="submit" look={look === 'cards' ? 'main' : 'plain'} busy={busy}>
            {doIt}
          </Button>
          {children}
        </div>
      )}
    </form>
  )
}
