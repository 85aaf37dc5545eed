import { type ActionTests, TEST_ANSWERS, TEST_QUESTIONS, type TestQuestion } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'

/**
 * What others answered, by voice and never by name. Each question waits for those who live with what is decided
 * (SPEC PLAN-92).
 */
export function OthersAnswers({ tests }: { readonly tests: ActionTests }) {
  const t = useText()
  if (tests.waiting.length === TEST_QUESTIONS.length) {
    return <p className="test-others">{t('plan.test-waiting', { count: tests.answered })}</p>
  }
  const waits = (question: TestQuestion) => tests.waiting.find((one) => one.question === question)?.answered ?? 0
  if (tests.others.length === 0 && !TEST_QUESTIONS.some(waits)) return null
  return (
    <div className="test-others">
      <p className="field-label">{t('plan.test-others')}</p>
      <dl>
        {TEST_QUESTIONS.map((question) => {
          const said = TEST_ANSWERS.flatMap((answer) => {
            const voices = tests.others.filter(({ answers }) => answers[question] === answer).map(({ voice }) => voice)
            return voices.length > 0 ? [{ answer, voices }] : []
          })
          return said.length === 0 && waits(question) === 0 ? null : (
            <div key={question}>
              <dt>{t(`action-tests.test-${question}`)}</dt>
              {said.map(({ answer, voices }) => (
                <dd key={answer}>
                  <strong>{`${t(`action-tests.answer-${answer}`)}: `}</strong>
                  {counted(voices).map(([voice, count]) => (
                    <span key={voice} className="test-voice">
                      {t(`common.voice-${voice}`)}
                      {count > 1 && ` (${count})`}
                    </span>
                  ))}
                </dd>
              ))}
              {waits(question) > 0 && <dd>{t('plan.test-waiting', { count: waits(question) })}</dd>}
            </div>
          )
        })}
      </dl>
    </div>
  )
}

function counted<T>(all: readonly T[]): [T, number][] {
  const counts = new Map<T, number>()
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts]
}
