import { lazy, Suspense, useLayoutEffect, useState } from 'react'
import { getPlan } from '../api/plans.ts'
import { RefusedError } from '../api/send.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { reach } from '../ui/reach.ts'
import { WithExplainedWords } from './glossary-part.tsx'
import { ReadPlan } from './read-plan.tsx'
import { RefusedPage } from './refused-page.tsx'
import { wordsToRead } from './words-to-read.ts'
import './plan-bar.css'
import './plan-page.css'

const fetchOpenPlan = () => reach(() => import('./open-plan.tsx'))
const OpenPlan = lazy(fetchOpenPlan)
const WordsLeft = lazy(async () => ({ default: (await fetchOpenPlan()).WordsLeft }))

/**
 * A plan. Its words come first, to be read, with as little as that needs; what it takes to write together follows and
 * takes over (SPEC PLAN-97). Also where no live connection can be had, people can read. Where it is refused, the page says so once
 * and stays, with whatever has the focus; words that were left here come below, to be shown or taken away (SPEC SYNC-67, SYNC-109).
 */
export default function PlanPage({ plan }: { readonly plan: string }) {
  const { again, ...asked } = useAnswer(async () => {
    const [facts, words] = await Promise.all([getPlan(plan), wordsToRead(plan).catch(() => null)])
    return { facts, words }
  })
  const refused = asked.is === 'refused' ? <RefusedPage error={asked.error} again={again} /> : null
  const words = asked.is === 'here' ? asked.answer.words : null
  const meanwhile = (connect: (() => void) | null) =>
    asked.is === 'here' && words ? <ReadPlan facts={asked.answer.facts} plan={words} again={connect} /> : <Opening />
  // A browser fetches six things at a time: the words are asked for before the forty files it takes to write.
  const [isAsked, setAsked] = useState(false)
  useLayoutEffect(() => setAsked(true), [])
  if (!isAsked) return <Opening />
  if (asked.is === 'refused' && asked.error instanceof RefusedError) {
    return (
      <RefusedPage error={asked.error} again={again}>
        <Suspense>
          <WordsLeft plan={plan} error={asked.error} />
        </Suspense>
      </RefusedPage>
    )
  }
  return (
    <WithExplainedWords plan={plan}>
      <Suspense fallback={refused ?? meanwhile(null)}>
        <OpenPlan plan={plan} words={words} meanwhile={meanwhile} refused={refused} />
      </Suspense>
    </WithExplainedWords>
  )
}

function Opening() {
  const t = useText()
  return (
    <Page title={t('common.opening')} heading={null}>
      <p role="status" className="quiet">
        {t('live.opening')}
      </p>
    </Page>
  )
}
