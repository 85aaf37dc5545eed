import { type RecordStep, TEST_ANSWERS, TESTS } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'

/** What people said of the workshop itself: how many gave each answer to each question. */
export function CollaborationTest({ test }: { readonly test: NonNullable<RecordStep['test']> }) {
  const t = useText()
  return (
    <dl className="record-list">
      {TESTS.collaboration
        .filter((question) => test[question])
        .map((question) => (
          <div key={question}>
            <dt>{t(`workshop-wall.test-${question}`)}</dt>
            {TEST_ANSWERS.filter((answer) => test[question]?.[answer]).map((answer) => (
              <dd key={answer}>
                {t('workshop-after.counted', {
                  what: t(`workshop-steps.answer-${answer}`),
                  count: test[question]?.[answer] ?? 0,
                })}
              </dd>
            ))}
          </div>
        ))}
    </dl>
  )
}
