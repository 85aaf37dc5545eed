import type { PlanFacts } from '@withy/shared/api'
import type { Plan } from '@withy/shared/plan'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type Agreement, fetchAgreement, fetchEdition, type ReadEdition } from '../api/agreement.ts'
import { changePerson } from '../api/people.ts'
import { getPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { NoRound } from '../features/agreement/no-round.tsx'
import { OpenRound } from '../features/agreement/open-round.tsx'
import { SealedList } from '../features/agreement/sealed-list.tsx'
import { useAgreement } from '../features/agreement/use-agreement.ts'
import { useTalk } from '../features/agreement/use-talk.ts'
import { keepName } from '../features/people/kept-name.ts'
import { namesIn } from '../plan-view/names.ts'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { reach } from '../ui/reach.ts'
import { WithExplainedWords } from './glossary-part.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'
import { TakenOutPage } from './taken-out-page.tsx'
import '../features/agreement/agreement.css'

// What it takes to follow comes after the words: they can be read and answered without it.
const FollowAgreement = lazy(() => reach(() => import('./follow-agreement.tsx')).catch(() => ({ default: () => null })))

/** Where the people of a plan say whether they agree to it. */
export default function AgreePage({ plan }: { readonly plan: string }) {
  const { again, ...asked } = useAnswer(() => Promise.all([getPlan(plan), fetchAgreement(plan), fetchEdition(plan)]))
  const [out, setOut] = useState<string | null>(null)
  if (out !== null) return <TakenOutPage plan={out} />
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} plan={plan} />
  if (asked.is === 'asking') return <OpeningPage />
  const [facts, agreement, read] = asked.answer
  return <Agreeing facts={facts} agreement={agreement} read={read} again={again} onOut={setOut} />
}

type AgreeingProps = {
  readonly facts: PlanFacts
  readonly agreement: Agreement
  readonly read: ReadEdition
  /** Asks who is in the plan again. */
  readonly again: () => Promise<void>
  readonly onOut: (title: string) => void
}

function Agreeing({ facts, agreement: first, read: firstRead, again, onOut }: AgreeingProps) {
  const t = useText()
  const [, go] = useLocation()
  const now = useAgreement(facts.id, { agreement: first, read: firstRead }, facts.people.length)
  const { talk, look: lookAtTalk } = useTalk(facts.id)
  const nameOf = useMemo(() => {
    const names = new Map(namesIn(facts).map(({ id, name }) => [id, name]))
    return (person: string) => names.get(person) ?? t('agreement.somebody')
  }, [facts, t])
  const { round, sealed } = now.agreement
  return (
    <Page title={t('agreement.title')} place={{ title: facts.title, lang: facts.lang, href: `/plans/${facts.id}` }}>
      <WithExplainedWords explained={now.read.edition.explained}>
        {round ? (
          <OpenRound
            // Another round is another question.
            key={round.id}
            facts={facts}
            round={round}
            now={now}
            nameOf={nameOf}
            talk={talk}
            onSealed={(number) => go(`/plans/${facts.id}/agreed/${number}`)}
          />
        ) : (
          <NoRound
            facts={facts}
            plan={now.read.plan as Plan}
            now={now}
            nameOf={nameOf}
            talk={talk}
            onName={async (name) => {
              await changePerson(facts.id, facts.me, { name })
              keepName(name)
              await again()
            }}
          />
        )}
      </WithExplainedWords>
      <SealedList plan={facts.id} sealed={sealed} />
      <p data-not-printed="">
        <Link href="/help/agree-a-plan" className="link-alone">
          {t('agreement.help')}
        </Link>
      </p>
      <Suspense>
        <FollowAgreement plan={facts.id} onTold={now.look} onTalk={lookAtTalk} onPeople={again} onOut={onOut} />
      </Suspense>
    </Page>
  )
}
