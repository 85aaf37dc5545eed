import { can } from '@withy/shared/access'
import { NOW, type PlanFacts } from '@withy/shared/api'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { getPlan } from '../api/plans.ts'
import { sentenceOf } from '../api/send.ts'
import { useAnswer } from '../api/use-answer.ts'
import { nameVersion, readVersion, removeVersion, renameVersion } from '../api/versions.ts'
import { NameDialog } from '../features/history/name-dialog.tsx'
import { ToList } from '../features/history/to-list.tsx'
import { useVersionName } from '../features/history/version-name.ts'
import { EditionView } from '../plan-view/edition-view.tsx'
import { useText } from '../text/use-text.ts'
import { AskFirst } from '../ui/ask-first.tsx'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { reach } from '../ui/reach.ts'
import { WithExplainedWords } from './glossary-part.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'

/** What it takes to open a plan comes only for who brings words back. */
const BringBack = lazy(() => reach(() => import('./bring-back.tsx')))

type VersionPageProps = { readonly plan: string; readonly version: string }

/** A plan as it was: to be read, named, compared with now, and brought back. */
export function VersionPage({ plan, version }: VersionPageProps) {
  const { again, ...asked } = useAnswer(() => Promise.all([getPlan(plan), readVersion(plan, version)]))
  const back = <ToList plan={plan} />
  if (asked.is === 'refused') {
    return (
      <RefusedPage error={asked.error} again={again}>
        {back}
      </RefusedPage>
    )
  }
  if (asked.is === 'asking') return <OpeningPage />
  const [facts, read] = asked.answer
  return <AsItWas facts={facts} read={read} again={again} back={back} />
}

type AsItWasProps = {
  readonly facts: PlanFacts
  readonly read: Awaited<ReturnType<typeof readVersion>>
  readonly again: () => Promise<void>
  readonly back: ReactNode
}

function AsItWas({ facts, read: { version, edition, plan: words }, again, back }: AsItWasProps) {
  const t = useText()
  const nameOf = useVersionName()
  const [, go] = useLocation()
  const [asks, ask] = useState<'name' | 'remove' | 'bring-back' | null>(null)
  const { id: plan, people, me, title, lang } = facts
  const mayWrite = people.some((person) => person.id === me && can(person.role, 'write'))
  const list = `/plans/${plan}/history`
  const isNamed = version.kind === 'named'
  const name = async (given: string) => {
    if (isNamed) {
      await renameVersion(plan, version.id, given)
      return again()
    }
    const made = await nameVersion(plan, { name: given, of: version.id })
    go(`${list}/${encodeURIComponent(made.version.id)}`, { replace: true })
  }
  return (
    <Page title={nameOf(version)} place={{ title, lang, href: `/plans/${plan}` }}>
      <p className="quiet">{t('history.as-it-was')}</p>
      <div className="row">
        <Link href={`${list}/${encodeURIComponent(version.id)}/${NOW}`} className="button button-main">
          {t('history.since-then')}
        </Link>
        {mayWrite ? <Button onClick={() => ask('bring-back')}>{t('history.bring-back')}</Button> : null}
        {mayWrite && version.kind !== 'sealed' ? (
          <Button onClick={() => ask('name')}>{t(isNamed ? 'history.rename' : 'history.name-it')}</Button>
        ) : null}
        {mayWrite && isNamed ? (
          <Button look="careful" onClick={() => ask('remove')}>
            {t('history.remove')}
          </Button>
        ) : null}
      </div>
      {asks === 'bring-back' ? (
        <Suspense fallback={<p role="status">{t('common.opening')}</p>}>
          <BringBack plan={plan} version={version.id} chosen={words} onClose={() => ask(null)} />
        </Suspense>
      ) : null}
      <WithExplainedWords explained={edition.explained}>
        <EditionView edition={edition} planId={plan} />
      </WithExplainedWords>
      {back}
      {asks === 'name' ? <NameDialog name={version.name ?? ''} onName={name} onClose={() => ask(null)} /> : null}
      {asks === 'remove' ? (
        <AskFirst
          title={t('history.remove-ask', { name: version.name ?? '' })}
          words={<p>{t('history.remove-words')}</p>}
          doIt={t('history.remove')}
          cancel={t('common.cancel')}
          onDo={async () => {
            await removeVersion(plan, version.id)
            go(list)
          }}
          onClose={() => ask(null)}
          sentenceOf={sentenceOf}
        />
      ) : null}
    </Page>
  )
}
