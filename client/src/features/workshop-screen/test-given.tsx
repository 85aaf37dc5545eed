import { TEST_ANSWERS, TESTS } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'
import { Bar } from './shapes.tsx'
import type { WallProps } from './wall-props.ts'

/** The collaboration test on the workshop itself: how many have answered, and once it is shown, how many gave each answer. */
export function TestGiven({ shared: { now } }: WallProps) {
  const t = useText()
  const test = now.results?.test
  if (!test) {
    return (
      <>
        <p>{t('workshop.about-closing')}</p>
        <p className="wall-count">{t('workshop-wall.answered', { count: now.answered })}</p>
      </>
    )
  }
  const most = Math.max(1, ...Object.values(test).flatMap((given) => Object.values(given)))
  return TESTS.collaboration.map((question) => (
    <section key={question} className="wall-group">
      <h2>{t(`workshop-wall.test-${question}`)}</h2>
      <ul className="wall-rows wall-rows-short">
        {TEST_ANSWERS.map((answer) => {
          const count = test[question]?.[answer] ?? 0
          return (
            <li key={answer} className="wall-row-short">
              <span>{t('workshop-after.counted', { what: t(`workshop-steps.answer-${answer}`), count })}</span>
              <Bar part={count / most} />
            </li>
          )
        })}
      </ul>
    </section>
  ))
}
