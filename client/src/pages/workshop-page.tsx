import { useOpenPlan } from '../features/open-plan/use-open-plan.ts'
import { useWorkshop, WorkshopProvider } from '../features/workshop/use-workshop.ts'
import { WorkshopRoom } from '../features/workshop/workshop-room.tsx'
import { DeskProvider } from '../live/desk.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { RefusedPage } from './refused-page.tsx'

type WorkshopPageProps = { readonly plan: string; readonly workshop: string }

/** A workshop of a plan, on somebody's own device. */
export default function WorkshopPage({ plan, workshop }: WorkshopPageProps) {
  const open = useOpenPlan(plan)
  if (open.is === 'refused') return <RefusedPage error={open.error} again={open.again} />
  if (open.is === 'asking') return <Opening />
  return (
    <DeskProvider live={open.live} facts={open.facts}>
      <Following {...open} workshop={workshop} />
    </DeskProvider>
  )
}

type FollowingProps = Extract<ReturnType<typeof useOpenPlan>, { is: 'open' }> & { readonly workshop: string }

function Following({ facts, live, workshop }: FollowingProps) {
  const { again, ...asked } = useWorkshop({ plan: facts.id, id: workshop, live })
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} />
  if (asked.is === 'asking') return <Opening />
  return (
    <WorkshopProvider value={asked.workshop}>
      <Page
        title={asked.workshop.now.title}
        heading={null}
        place={{ title: facts.title, href: `/plans/${facts.id}` }}
        width="full"
      >
        <WorkshopRoom />
      </Page>
    </WorkshopProvider>
  )
}

function Opening() {
  const t = useText()
  return (
    <Page title={t('common.opening')} heading={null}>
      <p role="status" className="quiet">
        {t('common.opening')}
      </p>
    </Page>
  )
}
