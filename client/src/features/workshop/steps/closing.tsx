import { type CollaborationAnswers, TEST_ANSWERS, TESTS } from '@withy/shared/api'
import type { WorkshopNow } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Choices } from '../../../ui/choices.tsx'
import { useAtDevice } from '../at-device.tsx'
import type { StepProps } from '../step-props.ts'
import { useVote } from '../use-vote.ts'
import { useRoom } from '../use-workshop.ts'

const NONE: CollaborationAnswers = { informed: null, confident: null, connected: null }

/** The collaboration test on the workshop itself, one answer to each question from each person; thanks (SPEC WORK-54). */
export function Closing({ step }: StepProps) {
  const t = useText()
  const { now } = useRoom()
  const { seat } = useAtDevice()
  return (
    <>
      <p className="workshop-question">{t('workshop.about-closing')}</p>
      {step.shown ? <TestShown step={step} /> : seat ? <TestGiven key={seat.id} step={step} seat={seat.id} /> : null}
      {now.step === step.id && !step.shown ? (
        <p className="quiet">{t('workshop-steps.answered', { count: now.answered })}</p>
      ) : null}
      <p>{t('workshop-steps.thanks')}</p>
    </>
  )
}

function TestGiven({ step, seat }: StepProps & { readonly seat: string }) {
  const t = useText()
  const { mine } = useRoom()
  const { newest, waits, trouble, give } = useVote(step.id, seat)
  const had = mine?.votes.find((vote) => vote.step === step.id && vote.as === seat)?.test ?? null
  const given = newest?.do === 'test' ? newest.answers : had
  return (
    <>
      <p className="quiet">{t('workshop-steps.unseen-hand')}</p>
      <p role="status" className="workshop-waits">
        {waits ? t('workshop-own.vote-waits') : ''}
      </p>
      {TESTS.collaboration.map((question) => (
        <Choices
          key={question}
          look="chips"
          legend={t(`workshop-wall.test-${question}`)}
          value={given?.[question] ?? null}
          onChoose={(answer) => {
            const answers = { ...NONE, ...given, [question]: answer }
            void give({ do: 'test', step: step.id, as: seat, answers })
          }}
          choices={TEST_ANSWERS.map((value) => ({ value, label: t(`workshop-steps.answer-${value}`) }))}
        />
      ))}
      <p role="status">{had && !newest ? t('workshop-steps.have-hand') : ''}</p>
      <div role="alert">{trouble}</div>
    </>
  )
}

function TestShown({ step }: StepProps) {
  const t = useText()
  const { now } = useRoom()
  const test = now.step === step.id ? now.results?.test : null
  return test ? <TestCounts test={test} /> : <p className="quiet">{t('workshop-steps.results-there')}</p>
}

type TestCountsProps = {
  readonly test: NonNullable<NonNullable<WorkshopNow['results']>['test']>
  readonly title?: 'h2' | 'h3'
}

/** How many gave each answer, and nothing of who. */
export function TestCounts({ test, title: Title = 'h2' }: TestCountsProps) {
  const t = useText()
  return TESTS.collaboration.map((question) => (
    <section key={question}>
      <Title className="workshop-small-title">{t(`workshop-wall.test-${question}`)}</Title>
      <ul className="list">
        {TEST_ANSWERS.map((answer) => (
          <li key={answer}>
            {t(`workshop-steps.answer-${answer}`)}
            {': '}
            <strong>{t('workshop-steps.people', { count: test[question]?.[answer] ?? 0 })}</strong>
          </li>
        ))}
      </ul>
    </section>
  ))
}
