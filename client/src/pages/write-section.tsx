import { TestsContext, usePlanTests } from '../features/action-tests/use-tests.ts'
import { useText } from '../text/use-text.ts'
import { OneSection } from './plan-sections.tsx'

/** One section of the plan with its editors and lists, on a page of something else. Under a heading, as a section's own is the third level. */
export function WriteSection({ section }: { readonly section: string }) {
  const t = useText()
  const tests = usePlanTests()
  return (
    <TestsContext value={tests}>
      <h2 className="unseen">{t('workshop-steps.in-the-plan')}</h2>
      <OneSection id={section} />
    </TestsContext>
  )
}
