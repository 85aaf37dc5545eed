import { Link } from 'wouter'
import { useOpenPlan } from '../features/open-plan/use-open-plan.ts'
import { Sheets } from '../features/workshop/sheets/sheets.tsx'
import { useWorkshop, WorkshopProvider } from '../features/workshop/use-workshop.ts'
import { DeskProvider } from '../live/desk.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'

type SheetsPageProps = { readonly plan: string; readonly workshop: string }

/** A workshop on paper. It asks for nothing that is anybody's own: what is printed lies about. */
export default function SheetsPage({ plan, workshop }: SheetsPageProps) {
  const open = useOpenPlan(plan)
  if (open.is === 'refused') return <RefusedPage error={open.error} again={open.again} />
  if (open.is === 'asking') return <OpeningPage />
  return (
    <DeskProvider live={open.live} facts={open.facts}>
      <Printing {...open} workshop={workshop} />
    </DeskProvider>
  )
}

type PrintingProps = Extract<ReturnType<typeof useOpenPlan>, { is: 'open' }> & { readonly workshop: string }

function Printing({ facts, live, workshop }: PrintingProps) {
  const t = useText()
  const { again, ...asked } = useWorkshop({ plan: facts.id, id: workshop, live, look: 'shared' })
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} />
  if (asked.is === 'asking') return <OpeningPage />
  return (
    <WorkshopProvider value={asked.workshop}>
      <Page
        title={t('workshop-prepare.paper-go')}
        place={{ title: facts.title, lang: facts.lang, href: `/plans/${facts.id}` }}
      >
        <p data-not-printed>
          <Link href={`/plans/${facts.id}/workshops/${workshop}/prepare`} className="link-alone">
            {t('workshop-prepare.sheets-back')}
          </Link>
        </p>
        <Sheets />
      </Page>
    </WorkshopProvider>
  )
}
