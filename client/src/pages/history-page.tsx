import { can } from '@withy/shared/access'
import { type ListedVersion, NOW, type PlanFacts, type VersionsPage } from '@withy/shared/api'
import { useState } from 'react'
import { Link, Route, Switch } from 'wouter'
import { getPlan } from '../api/plans.ts'
import { sentenceOf } from '../api/send.ts'
import { useAnswer } from '../api/use-answer.ts'
import { listVersions, nameVersion } from '../api/versions.ts'
import { NameDialog } from '../features/history/name-dialog.tsx'
import { VersionList } from '../features/history/version-list.tsx'
import { useWriters } from '../features/history/writers.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { ComparePage } from './compare-page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'
import { VersionPage } from './version-page.tsx'
import { WhoWrotePage } from './who-wrote-page.tsx'

/** Everything about the plan as it was: the list of its versions, and what can be done with them. */
export default function HistoryPage({ plan }: { readonly plan: string }) {
  return (
    <Switch>
      <Route path="/plans/:plan/history">
        <AllVersions plan={plan} />
      </Route>
      <Route path="/plans/:plan/history/:before/:after">
        {({ before, after }) => <ComparePage key={`${before} ${after}`} {...{ plan, before, after }} />}
      </Route>
      <Route path="/plans/:plan/history/who-wrote">
        <WhoWrotePage plan={plan} />
      </Route>
      <Route path="/plans/:plan/history/:version">
        {({ version }) => <VersionPage key={version} {...{ plan, version }} />}
      </Route>
    </Switch>
  )
}

function AllVersions({ plan }: { readonly plan: string }) {
  const { again, ...asked } = useAnswer(() => Promise.all([getPlan(plan), listVersions(plan)]))
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} plan={plan} />
  if (asked.is === 'asking') return <OpeningPage />
  const [facts, first] = asked.answer
  return <Versions key={first.versions[0]?.id} {...{ facts, first, again }} />
}

type VersionsProps = { readonly facts: PlanFacts; readonly first: VersionsPage; readonly again: () => Promise<void> }

function Versions({ facts, first, again }: VersionsProps) {
  const t = useText()
  const { listed } = useWriters(facts)
  const [older, setOlder] = useState<readonly ListedVersion[]>([])
  const [next, setNext] = useState(first.next)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [naming, setNaming] = useState(false)
  const plan = facts.id
  const versions = [...first.versions, ...older]
  const mayWrite = facts.people.some(({ id, role }) => id === facts.me && can(role, 'write'))
  const more = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      const page = await listVersions(plan, next)
      setOlder([...older, ...page.versions])
      setNext(page.next)
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
    setBusy(false)
  }
  const [newest] = versions
  const isWritten = first.since.length > 0
  return (
    <Page title={t('history.title')} place={{ title: facts.title, lang: facts.lang, href: `/plans/${plan}` }}>
      <p>{t('history.about')}</p>
      {newest ? (
        <p>{isWritten ? t('history.since', { names: listed(first.since) }) : t('history.since-nobody')}</p>
      ) : null}
      <div className="row">
        {newest && isWritten ? (
          <Link href={`/plans/${plan}/history/${encodeURIComponent(newest.id)}/${NOW}`} className="button button-main">
            {t('history.since-last')}
          </Link>
        ) : null}
        {mayWrite ? <Button onClick={() => setNaming(true)}>{t('history.name-now')}</Button> : null}
      </div>
      <p>
        <Link href={`/plans/${plan}/history/who-wrote`} className="link-alone">
          {t('history.who-wrote')}
        </Link>
      </p>
      {newest ? (
        <VersionList plan={plan} facts={facts} versions={versions} isAll={next === null} />
      ) : (
        <p className="history-none">{t('history.none')}</p>
      )}
      {trouble ? <p role="alert">{trouble}</p> : null}
      {next === null ? null : (
        <div className="row">
          <Button busy={busy} onClick={more}>
            {t('history.older')}
          </Button>
        </div>
      )}
      {naming ? (
        <NameDialog
          onName={async (name) => {
            await nameVersion(plan, { name, of: NOW })
            await again()
          }}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </Page>
  )
}
