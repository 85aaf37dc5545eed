import { TEMPLATES } from '@withy/shared/plan'
import { useCards } from '../features/cards/use-cards.ts'
import { EndedNotice } from '../features/link-state/ended-notice.tsx'
import { LinkNews } from '../features/link-state/link-news.tsx'
import { useCloseWarning } from '../features/link-state/use-close-warning.ts'
import { useOpenPlan } from '../features/open-plan/use-open-plan.ts'
import { useWorkshop, WorkshopProvider } from '../features/workshop/use-workshop.ts'
import { useWhereInWorkshop } from '../features/workshop/where-in-workshop.ts'
import { WorkshopRoom } from '../features/workshop/workshop-room.tsx'
import { WorkshopHelpLink } from '../features/workshop-help/workshop-help-link.tsx'
import { DeskProvider } from '../live/desk.tsx'
import { hasEnded, useLinkStage } from '../live/use-live.ts'
import { Page } from '../ui/page.tsx'
import { MyCardToday, PeoplesCards } from './cards-part.tsx'
import { FetchedSection, usePreparedSection } from './fetched-section.tsx'
import { WithExplainedWords } from './glossary-part.tsx'
import { KeepWayBack } from './keep-way-back.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'

type WorkshopPageProps = { readonly plan: string; readonly workshop: string }

/** A workshop of a plan, on somebody's own device. */
export default function WorkshopPage({ plan, workshop }: WorkshopPageProps) {
  const open = useOpenPlan(plan)
  if (open.is === 'refused') return <RefusedPage error={open.error} again={open.again} />
  if (open.is === 'asking') return <OpeningPage />
  return (
    <DeskProvider live={open.live} facts={open.facts}>
      <Following {...open} openAgain={open.again} workshop={workshop} />
    </DeskProvider>
  )
}

type FollowingProps = Extract<ReturnType<typeof useOpenPlan>, { is: 'open' }> & {
  readonly workshop: string
  readonly openAgain: () => void
}

function Following({ facts, live, workshop, openAgain }: FollowingProps) {
  const { again, ...asked } = useWorkshop({ plan: facts.id, id: workshop, live })
  const stage = useLinkStage(live)
  const where = useWhereInWorkshop()
  const cards = useCards()
  usePreparedSection()
  useCloseWarning(live)
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} />
  if (asked.is === 'asking') return <OpeningPage />
  return (
    <WorkshopProvider value={asked.workshop}>
      <LinkNews live={live} />
      <Page
        title={asked.workshop.now.title}
        where={where(asked.workshop.now)}
        heading={null}
        place={{ title: facts.title, lang: facts.lang, href: `/plans/${facts.id}` }}
        width="full"
      >
        {hasEnded(stage) ? (
          <EndedNotice
            live={live}
            why={stage}
            template={TEMPLATES[facts.kind]}
            people={facts.people}
            onOpenAgain={openAgain}
          />
        ) : null}
        <WithExplainedWords plan={facts.id} live={live}>
          <WorkshopRoom
            writeIn={writeIn}
            myCard={(shownToday, today) => <MyCardToday plan={facts.id} shownToday={shownToday} today={today} />}
            cards={cards}
            drawCards={(cards) => <PeoplesCards cards={cards} />}
            wayBack={<KeepWayBack />}
          />
        </WithExplainedWords>
        <WorkshopHelpLink leads={asked.workshop.desk !== null} />
      </Page>
    </WorkshopProvider>
  )
}

const writeIn = (section: string) => <FetchedSection section={section} />
