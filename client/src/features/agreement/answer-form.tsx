import { ANSWER_WORDS, ANSWERS, type Answer, LIMIT, NEEDS_WORDS } from '@withy/shared/api'
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AnswerShape } from './answer-shape.tsx'
import { type Begun, begunAnswers } from './begun-answers.ts'
import { WordsField } from './words-field.tsx'

export type Said = { readonly answer: Answer; readonly words: string }

type AnswerFormProps = {
  readonly legend: ReactNode
  /** What is chosen and typed when the form comes, where nothing was begun before. */
  readonly begun: Begun | null
  /** Where what is begun is kept until it is given: of a round, by what the answer is to. */
  readonly shelf?: { readonly of: string; readonly place: string }
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
export function AnswerForm({
  legend,
  begun: given,
  shelf,
  look,
  doIt,
  first,
  check,
  onGive,
  children,
}: AnswerFormProps) {
  const t = useText()
  const say = useWords()
  const announce = useAnnounce()
  const form = useId()
  const [begun] = useState(() => (shelf && begunAnswers.all(shelf.of)[shelf.place]) ?? given)
  const [answer, setAnswer] = useState<Answer | null>(begun?.answer ?? null)
  const [words, setWords] = useState(begun?.words ?? '')
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState<'answer' | 'words' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isFirst = Boolean(first)
  useEffect(() => {
    // That it has to be looked at first is no longer so: it has been, or the words are as they were.
    if (!isFirst) setTrouble(null)
  }, [isFirst])
  const keep = (next: Begun | null) => shelf && begunAnswers.put(shelf.of, shelf.place, next)
  const choose = (next: Answer) => {
    setAnswer(next)
    keep({ answer: next, words })
  }
  const write = (next: string) => {
    setWords(next)
    keep({ answer, words: next })
  }
  const give = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const lacks = answer === null ? 'answer' : NEEDS_WORDS.includes(answer) && words.trim() === '' ? 'words' : null
    setMissing(lacks)
    // The focus goes to a choice, and what is said of the whole group is not read out there.
    if (lacks === 'answer') announce({ kind: 'done', sentence: t('agreement.answer-missing') })
    if (lacks || answer === null) return document.getElementById(`${form}-${lacks}`)?.focus()
    setBusy(true)
    setTrouble(null)
    try {
      await onGive({ answer, words: answer === 'agree' ? '' : words })
      keep(null)
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
        onChoose={choose}
        choices={ANSWERS.map((value) => ({
          value,
          label: say(ANSWER_WORDS[value]),
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
          onChange={write}
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
