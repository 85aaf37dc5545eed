import type { PlanFacts, Steering, WorkshopSeen } from '@withy/shared/api'
import type { Plan } from '@withy/shared/plan'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { getPlan } from '../api/plans.ts'
import { RefusedError } from '../api/send.ts'
import { useAnswer } from '../api/use-answer.ts'
import { seeWorkshop, steerWorkshop, takePart } from '../api/workshops.ts'
import { YouSaid } from '../features/workshop-record/you-said.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { reach } from '../ui/reach.ts'
import { Theirs } from '../ui/theirs.tsx'
import { WithExplainedWords } from './glossary-part.tsx'
import { KeepWayBack } from './keep-way-back.tsx'
import { RefusedPage } from './refused-page.tsx'
import { wordsToRead } from './words-to-read.ts'

type YouSaidPageProps = { readonly plan: string; readonly workshop: string }

// What it takes to follow comes after the words: they open on any phone, at any later day.
const FollowAnswers = lazy(() => reach(() => import('./follow-answers.tsx')).catch(() => ({ default: () => null })))

/** What became of every idea of a workshop. */
export default function YouSaidPage({ plan, workshop }: YouSaidPageProps) {
  const t = useText()
  const { again, ...asked } = useAnswer(() =>
    Promise.all([getPlan(plan), seeWorkshop(plan, workshop), wordsToRead(plan).catch(() => null)]),
  )
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} />
  if (asked.is === 'asking') {
    return (
      <Page title={t('workshop-after.you-said')}>
        <p role="status" className="quiet">
          {t('common.opening')}
        </p>
      </Page>
    )
  }
  const [facts, seen, words] = asked.answer
  return <Answers facts={facts} first={seen} words={words} />
}

type AnswersProps = { readonly facts: PlanFacts; readonly first: WorkshopSeen; readonly words: Plan | null }

function Answers({ facts, first, words }: AnswersProps) {
  const t = useText()
  const [seen, setNewest] = useState(first)
  // An answer that was on its way while the room told a newer one is older than that.
  const setSeen = useCallback(
    (next: WorkshopSeen) => setNewest((before) => (next.now.rev < before.now.rev ? before : next)),
    [],
  )
  /** What the room told while an answer of one's own was on its way: its form is there until that is in. */
  const told = useRef<{ isHeld: boolean; newest: WorkshopSeen | null }>({ isHeld: false, newest: null })
  const onTold = useCallback(
    (next: WorkshopSeen) => {
      if (told.current.isHeld) told.current.newest = next
      else setSeen(next)
    },
    [setSeen],
  )
  const { id: plan } = facts
  const { id: workshop, title, stage } = first.now
  useEffect(() => {
    // Answers come over days: somebody who comes back to an open page sees those of today.
    const look = () => {
      if (document.visibilityState === 'visible') seeWorkshop(plan, workshop).then(setSeen, () => {})
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [plan, workshop, setSeen])
  const answer = async (said: Steering) => {
    told.current.isHeld = true
    try {
      setSeen(await steerWorkshop(plan, workshop, said))
    } catch (problem) {
      // Another has perhaps just answered: theirs is to be seen beside one's own words.
      if (problem instanceof RefusedError) await seeWorkshop(plan, workshop).then(setSeen, () => {})
      throw problem
    } finally {
      const { newest } = told.current
      told.current = { isHeld: false, newest: null }
      if (newest) setSeen(newest)
    }
  }
  const at = `/plans/${plan}/workshops/${workshop}`
  return (
    <Page title={t('workshop-after.you-said')} place={{ title: facts.title, lang: facts.lang, href: `/plans/${plan}` }}>
      <Theirs as="p" className="you-said-of">
        {title}
      </Theirs>
      <WithExplainedWords plan={plan}>
        <YouSaid
          seen={seen}
          plan={{ id: plan, kind: facts.kind, words }}
          onAnswer={seen.desk ? answer : null}
          onWording={async (idea, yes) => {
            const said = { do: 'answer-wording', idea: idea.id, yes, was: idea.offered } as const
            // Where other words are offered by now, those are to be seen.
            await takePart(plan, workshop, said).finally(async () => setSeen(await seeWorkshop(plan, workshop)))
          }}
        />
      </WithExplainedWords>
      <p>
        <Link href={stage === 'closed' ? `${at}/record` : at} className="link-alone">
          {t(stage === 'closed' ? 'workshop-after.record' : 'workshop-after.to-workshop')}
        </Link>
      </p>
      <KeepWayBack />
      <Suspense>
        <FollowAnswers plan={plan} workshop={workshop} onSeen={onTold} />
      </Suspense>
    </Page>
  )
}
