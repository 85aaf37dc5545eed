import { can } from '@withy/shared/access'
import { useLocation } from 'wouter'
import { getPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { listWorkshops } from '../api/workshops.ts'
import { PrepareForm } from '../features/workshop/prepare/prepare-form.tsx'
import { WorkshopCards } from '../features/workshop/prepare/workshop-cards.tsx'
import { WorkshopHelpLink } from '../features/workshop-help/workshop-help-link.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { RefusedPage } from './refused-page.tsx'

/** The workshops of a plan, and how to prepare one. */
export default function WorkshopsPage({ plan }: { readonly plan: string }) {
  const t = useText()
  const [, go] = useLocation()
  const { again, ...asked } = useAnswer(() => Promise.all([getPlan(plan), listWorkshops(plan)]))
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} />
  if (asked.is === 'asking') {
    return (
      <Page title={t('workshop.workshops')}>
        <p role="status" className="quiet">
          {t('common.opening')}
        </p>
      </Page>
    )
  }
  const [facts, { workshops }] = asked.answer
  const me = facts.people.find(({ id }) => id === facts.me)
  const mayPrepare = me !== undefined && can(me.role, 'run-workshop')
  return (
    <Page title={t('workshop.workshops')} place={{ title: facts.title, lang: facts.lang, href: `/plans/${plan}` }}>
      <WorkshopCards plan={plan} workshops={workshops} mayPrepare={mayPrepare} />
      {mayPrepare ? (
        <PrepareForm
          kind={facts.kind}
          plan={plan}
          onMade={(workshop) => go(`/plans/${plan}/workshops/${workshop}/prepare`)}
        />
      ) : null}
      <WorkshopHelpLink leads={me !== undefined && can(me.role, 'run-workshop')} />
    </Page>
  )
}
