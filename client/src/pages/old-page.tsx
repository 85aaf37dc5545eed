import type { PlanFacts } from '@withy/shared/api'
import { type Plan, TEMPLATES } from '@withy/shared/plan'
import type { ReactNode } from 'react'
import { useAnswer } from '../api/use-answer.ts'
import { EndedNotice } from '../features/link-state/ended-notice.tsx'
import type { LivePlan } from '../live/live-plan.ts'
import { Page } from '../ui/page.tsx'
import { ReadPlan } from './read-plan.tsx'
import { wordsToRead } from './words-to-read.ts'

type OldPageProps = {
  readonly facts: PlanFacts
  readonly live: LivePlan
  /** The plan's words when the page was opened, if they could be had. */
  readonly words: Plan | null
  /** Words that were left before. */
  readonly kept: ReactNode
}

/**
 * A plan on a page from before an update: only to be read, as it is on the server now, with what was not sent yet to copy.
 * Nothing of it is an editor: one would delete, for everyone, what it does not know (SPEC SYNC-82). It is not fetched by itself:
 * after an update the server has no more files of the old version.
 */
export function OldPage({ facts, live, words, kept }: OldPageProps) {
  const asked = useAnswer(() => wordsToRead(facts.id))
  const plan = asked.is === 'here' ? asked.answer : words
  const notice = (
    <>
      {kept}
      <EndedNotice
        live={live}
        why="update-needed"
        template={TEMPLATES[facts.kind]}
        people={facts.people}
        onOpenAgain={() => location.reload()}
      />
    </>
  )
  if (plan === null) return <Page title={facts.title}>{notice}</Page>
  return <ReadPlan facts={facts} plan={plan} again={null} above={notice} />
}
