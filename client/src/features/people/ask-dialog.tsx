import { useId } from 'react'
import { useLocation } from 'wouter'
import { planIn } from '../../api/plan-in.ts'
import { getPlan } from '../../api/plans.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useText } from '../../text/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { HostContact } from './host-contact.tsx'

/** Whom to ask: in a plan those who look after it, by name; everywhere those who run this Withy (SPEC A11Y-83). */
export function AskDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const host = useId()
  const [address] = useLocation()
  const plan = planIn(address)
  return (
    <Dialog title={t('common.ask-a-person')} close={t('common.close')} onClose={onClose}>
      {plan && <InPlan plan={plan} />}
      <section aria-labelledby={host}>
        <h3 id={host}>{t('people.host-title')}</h3>
        <HostContact />
      </section>
    </Dialog>
  )
}

/** Nothing where the plan cannot be asked for: those who run this Withy are there all the same. */
function InPlan({ plan }: { readonly plan: string }) {
  const t = useText()
  const id = useId()
  const { again, ...asked } = useAnswer(() => getPlan(plan))
  if (asked.is !== 'here') return null
  const { me, people } = asked.answer
  const looksAfter = ({ role }: (typeof people)[number]) => role === 'owner' || role === 'facilitator'
  const others = people.filter((one) => one.id !== me && looksAfter(one))
  // Nobody is told that they look after it who does not.
  if (others.length === 0 && !people.some((one) => one.id === me && looksAfter(one))) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('where.ask-people')}</h3>
      <p>{t(others.length > 0 ? 'where.ask-in-plan' : 'where.ask-no-others')}</p>
      {others.length > 0 && (
        <>
          <ul>
            {others.map(({ id, name, role }) => (
              <li key={id}>
                <bdi>{name}</bdi>
                {` (${t(`common.role-${role}`)})`}
              </li>
            ))}
          </ul>
          <p>{t('where.ask-how')}</p>
        </>
      )}
    </section>
  )
}
