import {
  type ActionTests,
  TEST_ANSWERS,
  TEST_QUESTIONS,
  type TestAnswer,
  type TestAnswers,
  type TestQuestion,
} from '@withy/shared/api'
import { useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { OthersAnswers } from './others-answers.tsx'

/** The choice that takes an answer back. */
const NO_ANSWER = 'none'
const CHOICES = [...TEST_ANSWERS, NO_ANSWER] as const
const NO_ANSWERS: TestAnswers = { informed: null, confident: null, connected: null, shows: null }

type AnswersProps = {
  readonly item: string
  readonly tests: ActionTests | undefined
  readonly are: 'asked for' | 'here' | 'away'
  readonly again: () => void
  /** Keeps my answers. Throws what `send` throws. */
  readonly answer: (item: string, answers: TestAnswers) => Promise<void>
}

/** What is asked about one action, and what others answered, once the answers that are kept have come. */
export function Answers({ item, tests, are, again, answer }: AnswersProps) {
  const { may } = useDesk()
  return (
    <>
      {are === 'away' && <Away again={again} />}
      {are === 'here' && may('answer-tests') && (
        <MyAnswers mine={tests?.mine ?? NO_ANSWERS} onAnswer={(answers) => answer(item, answers)} />
      )}
      {tests && <OthersAnswers tests={tests} />}
    </>
  )
}

function Away({ again }: { readonly again: () => void }) {
  const t = useText()
  return (
    <>
      <p role="status">{t('action-tests.tests-away')}</p>
      <div className="row">
        <Button onClick={again}>{t('common.try-again')}</Button>
      </div>
    </>
  )
}

type MyAnswersProps = { readonly mine: TestAnswers; readonly onAnswer: (answers: TestAnswers) => Promise<void> }

function MyAnswers({ mine, onAnswer }: MyAnswersProps) {
  const t = useText()
  const announce = useAnnounce()
  // Only what was changed here: what is kept may come, or change in another tab, while this is open.
  const [changes, setChanges] = useState<Partial<TestAnswers>>({})
  const answers = { ...mine, ...changes }
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const same = TEST_QUESTIONS.every((question) => answers[question] === mine[question])

  const keep = async () => {
    if (same) return
    setBusy(true)
    try {
      await onAnswer(answers)
      // What is kept counts from here on, wherever it was changed; not so what was chosen while this was on its way.
      setChanges((now) => without(now, answers))
      setTrouble(null)
      announce({ kind: 'done', sentence: t('action-tests.test-kept') })
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
    setBusy(false)
  }
  const set = (question: TestQuestion) => (value: TestAnswer | typeof NO_ANSWER) =>
    setChanges({ ...changes, [question]: value === NO_ANSWER ? null : value })
  return (
    <div className="stack">
      <p>{t('action-tests.test-about')}</p>
      {TEST_QUESTIONS.map((question) => (
        <Choices
          key={question}
          look="chips"
          legend={t(`action-tests.test-${question}`)}
          choices={CHOICES.map((value) => ({ value, label: t(`action-tests.answer-${value}`) }))}
          value={answers[question] ?? NO_ANSWER}
          onChoose={set(question)}
        />
      ))}
      {trouble && <p role="alert">{trouble}</p>}
      <div className="row">
        <Button look="main" busy={busy} onClick={keep} aria-disabled={same || undefined}>
          {t('action-tests.test-keep')}
        </Button>
        {same && mine !== NO_ANSWERS && <p className="quiet">{t('action-tests.test-kept')}</p>}
      </div>
    </div>
  )
}

/** Changes that are not among those sent, or were changed again since. */
function without(changes: Partial<TestAnswers>, sent: TestAnswers): Partial<TestAnswers> {
  const left = TEST_QUESTIONS.filter((question) => question in changes && changes[question] !== sent[question])
  return Object.fromEntries(left.map((question) => [question, changes[question]]))
}
