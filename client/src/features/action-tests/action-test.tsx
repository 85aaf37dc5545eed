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
import { useTests } from './use-tests.ts'
import './action-tests.css'

/** The choice that takes an answer back. */
const NO_ANSWER = 'none'
const CHOICES = [...TEST_ANSWERS, NO_ANSWER] as const
const NO_ANSWERS: TestAnswers = { informed: null, confident: null, connected: null, shows: null }

/** The two tests of one action: four questions, one answer each from every person (SPEC PLAN-92). Folded until asked for. */
export function ActionTest({ item, name }: { readonly item: string; readonly name: string }) {
  const t = useText()
  const { may } = useDesk()
  const { are, byItem, again } = useTests()
  const tests = byItem.get(item)
  const state = are === 'here' ? stateIn(t, tests) : ''
  // What was begun stays when it is folded; twelve actions that nobody opened would be two hundred buttons of the same names.
  const [wasOpened, setWasOpened] = useState(false)
  return (
    <details className="action-test" onToggle={({ currentTarget }) => currentTarget.open && setWasOpened(true)}>
      <summary aria-label={`${[t('plan.test'), state].filter(Boolean).join(' ')}: ${name}`}>
        <span>
          {t('plan.test')}
          <span className="action-test-state">{` ${state}`}</span>
        </span>
      </summary>
      {wasOpened && (
        <div className="stack">
          {are === 'asked for' && <p className="quiet">{t('common.opening')}</p>}
          {are === 'away' && <Away again={again} />}
          {are === 'here' && may('answer-tests') && <MyAnswers item={item} mine={tests?.mine ?? NO_ANSWERS} />}
          {tests && <OthersAnswers tests={tests} />}
        </div>
      )}
    </details>
  )
}

function Away({ again }: { readonly again: () => void }) {
  const t = useText()
  return (
    <>
      <p role="status">{t('plan.tests-away')}</p>
      <div className="row">
        <Button onClick={again}>{t('common.try-again')}</Button>
      </div>
    </>
  )
}

function stateIn(t: ReturnType<typeof useText>, tests: ActionTests | undefined): string {
  if (!tests) return t('plan.test-nobody')
  const people = tests.answered + (tests.mine ? 1 : 0)
  return [t('plan.test-count', { count: people }), tests.failing ? t('plan.test-fails') : ''].filter(Boolean).join(' ')
}

function MyAnswers({ item, mine }: { readonly item: string; readonly mine: TestAnswers }) {
  const t = useText()
  const announce = useAnnounce()
  const { answer } = useTests()
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
      await answer(item, answers)
      // What is kept counts from here on, wherever it was changed; not so what was chosen while this was on its way.
      setChanges((now) => without(now, answers))
      setTrouble(null)
      announce({ kind: 'done', sentence: t('plan.test-kept') })
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
    setBusy(false)
  }
  const set = (question: TestQuestion) => (value: TestAnswer | typeof NO_ANSWER) =>
    setChanges({ ...changes, [question]: value === NO_ANSWER ? null : value })
  return (
    <div className="stack">
      <p>{t('plan.test-about')}</p>
      {TEST_QUESTIONS.map((question) => (
        <Choices
          key={question}
          look="chips"
          legend={t(`plan.test-${question}`)}
          choices={CHOICES.map((value) => ({ value, label: t(`plan.answer-${value}`) }))}
          value={answers[question] ?? NO_ANSWER}
          onChoose={set(question)}
        />
      ))}
      {trouble && <p role="alert">{trouble}</p>}
      <div className="row">
        <Button look="main" busy={busy} onClick={keep} aria-disabled={same || undefined}>
          {t('plan.test-keep')}
        </Button>
        {same && mine !== NO_ANSWERS && <p className="quiet">{t('plan.test-kept')}</p>}
      </div>
    </div>
  )
}

/** Changes that are not among those sent, or were changed again since. */
function without(changes: Partial<TestAnswers>, sent: TestAnswers): Partial<TestAnswers> {
  const left = TEST_QUESTIONS.filter((question) => question in changes && changes[question] !== sent[question])
  return Object.fromEntries(left.map((question) => [question, changes[question]]))
}
