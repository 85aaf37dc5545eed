import { actionsOf, type Plan } from '@withy/shared/plan'
import { useText } from '../../text/use-text.ts'
import { useTests } from './use-tests.ts'

/** The actions of the plan that do not pass the tests yet, each with a way to its section. Nothing where there is none (SPEC PLAN-93). */
export function FailingActions({ plan }: { readonly plan: Plan }) {
  const t = useText()
  const { byItem } = useTests()
  const failing = actionsOf(plan).filter(({ id }) => byItem.get(id)?.failing)
  if (failing.length === 0) return null
  return (
    <section className="failing" aria-labelledby="still-failing">
      <h2 id="still-failing">{t('plan.failing', { count: failing.length })}</h2>
      <p>{t('plan.failing-about')}</p>
      <ul>
        {failing.map(({ id, section, what }) => (
          <li key={id}>
            <a href={`#${section}`}>{what || t('plan.no-words-yet')}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
