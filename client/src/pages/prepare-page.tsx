import { can } from '@withy/shared/access'
import { useLocation } from 'wouter'
import { useCards } from '../features/cards/use-cards.ts'
import { useOpenPlan } from '../features/open-plan/use-open-plan.ts'
import { useOwnCode } from '../features/room-screen/use-own-code.ts'
import { Prepare } from '../features/workshop/prepare/prepare.tsx'
import { useWorkshop, WorkshopProvider } from '../features/workshop/use-workshop.ts'
import { DeskProvider } from '../live/desk.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { PeoplesCards } from './cards-part.tsx'
import { CodeToSay } from './code-to-say.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'

type PreparePageProps = { readonly plan: string; readonly workshop: string }

/** A workshop before the day. */
export default function PreparePage({ plan, workshop }: PreparePageProps) {
  const open = useOpenPlan(plan)
  if (open.is === 'refused') return <RefusedPage error={open.error} again={open.again} />
  if (open.is === 'asking') return <OpeningPage />
  return (
    <DeskProvider live={open.live} facts={open.facts}>
      <Preparing {...open} workshop={workshop} />
    </DeskProvider>
  )
}

type PreparingProps = Extract<ReturnType<typeof useOpenPlan>, { is: 'open' }> & { readonly workshop: string }

function Preparing({ facts, live, workshop }: PreparingProps) {
  const t = useText()
  const [, go] = useLocation()
  const cards = useCards()
  const { again, ...asked } = useWorkshop({ plan: facts.id, id: workshop, live })
  const me = facts.people.find(({ id }) => id === facts.me)
  const voice = facts.kind === 'support' ? 'supporter' : 'resident'
  const { code, trouble, make } = useOwnCode(facts.id, me !== undefined && can(me.role, 'invite'), voice)
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} />
  if (asked.is === 'asking') return <OpeningPage />
  const mayLead = me !== undefined && can(me.role, 'run-workshop')
  const { title } = asked.workshop.now
  return (
    <WorkshopProvider value={asked.workshop}>
      <Page
        title={mayLead ? t('workshop-prepare.title-of', { title }) : title}
        place={{ title: facts.title, lang: facts.lang, href: `/plans/${facts.id}/workshops` }}
      >
        <Prepare
          code={<CodeToSay plan={facts.id} code={code} trouble={trouble} onMake={make} />}
          cards={<PeoplesCards cards={cards} />}
          other={facts.workshop?.id === workshop ? null : facts.workshop}
          onOpened={() => go(`/plans/${facts.id}/workshops/${workshop}`)}
        />
      </Page>
    </WorkshopProvider>
  )
}
