import { getPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { whoWrote } from '../api/versions.ts'
import { PassagesView } from '../features/history/passages-view.tsx'
import { ToList } from '../features/history/to-list.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'

/** Who wrote each passage of a plan as it is now, by the server's own record. */
export function WhoWrotePage({ plan }: { readonly plan: string }) {
  const t = useText()
  const { again, ...asked } = useAnswer(() => Promise.all([getPlan(plan), whoWrote(plan)]))
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} plan={plan} />
  if (asked.is === 'asking') return <OpeningPage />
  const [facts, { passages, writers }] = asked.answer
  return (
    <Page title={t('history.who-wrote')} place={{ title: facts.title, lang: facts.lang, href: `/plans/${plan}` }}>
      <p>{t('history.who-wrote-about')}</p>
      <PassagesView passages={passages} writers={writers} facts={facts} />
      <ToList plan={plan} />
    </Page>
  )
}
