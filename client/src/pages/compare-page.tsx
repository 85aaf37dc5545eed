import { getPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { compareVersions } from '../api/versions.ts'
import { ChangesView } from '../features/history/changes-view.tsx'
import { ChooseTwo } from '../features/history/choose-two.tsx'
import { ToList } from '../features/history/to-list.tsx'
import { useVersionName } from '../features/history/version-name.ts'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'

type ComparePageProps = { readonly plan: string; readonly before: string; readonly after: string }

/** What reads differently between two versions of a plan, and who did it. */
export function ComparePage({ plan, before, after }: ComparePageProps) {
  const t = useText()
  const nameOf = useVersionName()
  const { again, ...asked } = useAnswer(() => Promise.all([getPlan(plan), compareVersions(plan, before, after)]))
  const back = <ToList plan={plan} />
  if (asked.is === 'refused') {
    return (
      <RefusedPage error={asked.error} again={again}>
        {back}
      </RefusedPage>
    )
  }
  if (asked.is === 'asking') return <OpeningPage />
  const [facts, compared] = asked.answer
  return (
    <Page title={t('history.compare-title')} place={{ title: facts.title, lang: facts.lang, href: `/plans/${plan}` }}>
      <dl className="compared">
        <div>
          <dt>{t('history.before')}</dt>
          <dd dir="auto">{nameOf(compared.before)}</dd>
        </div>
        <div>
          <dt>{t('history.after')}</dt>
          <dd dir="auto">{nameOf(compared.after)}</dd>
        </div>
      </dl>
      <ChangesView
        comparison={compared.changes}
        facts={facts}
        headings={compared.headings}
        writers={compared.writers}
      />
      <ChooseTwo plan={plan} chosen={[compared.before, compared.after]} />
      {back}
    </Page>
  )
}
