import type { Plan } from '@withy/shared/plan'
import { useText } from '../text/use-text.ts'
import { Theirs } from '../ui/theirs.tsx'

/** Words of a plan that this version of Withy has no place for: nobody can write words that others cannot see (SPEC PLAN-95). */
export function Unplaced({ unplaced }: Pick<Plan, 'unplaced'>) {
  const t = useText()
  if (unplaced.length === 0) return null
  return (
    <section className="unplaced" aria-labelledby="unplaced">
      <h2 id="unplaced">{t('plan.unplaced')}</h2>
      <p>{t('plan.unplaced-about')}</p>
      {unplaced.map(({ where, words }) => (
        <Theirs as="p" key={where} className="unplaced-words">
          {words}
        </Theirs>
      ))}
    </section>
  )
}
