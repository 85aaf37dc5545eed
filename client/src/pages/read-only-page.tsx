import type { PlanFacts } from '@withy/shared/api'
import { type Plan, TEMPLATES } from '@withy/shared/plan'
import type { ReactNode } from 'react'
import { useAnswer } from '../api/use-answer.ts'
import { EndedNotice } from '../features/link-state/ended-notice.tsx'
import type { LivePlan } from '../live/live-plan.ts'
import { Page } from '../ui/page.tsx'
import { ReadPlan } from './read-plan.tsx'
import { wordsToRead } from './words-to-read.ts'

export type ReadOnlyWhy = 'update-needed' | 'damaged' | 'fenced'

/** Whether a plan that ended so is still shown, to be read. */
export const isReadOnly = (stage: string): stage is ReadOnlyWhy =>
  stage === 'update-needed' || stage === 'damaged' || stage === 'fenced'

type ReadOnlyPageProps = {
  /** Why nothing can be written here. */
  readonly why: ReadOnlyWhy
  readonly facts: PlanFacts
  readonly live: LivePlan
  /** The plan's words when the page was opened, if they could be had. */
  readonly words: Plan | null
  /** Words that were left before. */
  readonly kept: ReactNode
  /** Asks the server for the plan again. */
  readonly again: () => void
}

/**
 * A plan that can only be read here, as it is on the server now, with what was not sent yet to copy: on a page from before an
 * update, where an editor would delete, for everyone, what it does not know (SPEC SYNC-82); and where the plan itself is
 * damaged or fenced (SPEC STORE-40, SYNC-111). It is not fetched by itself: after an update the server has no more files of the
 * old version.
 */
export function ReadOnlyPage({ why, facts, live, words, kept, again }: ReadOnlyPageProps) {
  const asked = useAnswer(() => wordsToRead(facts.id))
  const plan = asked.is === 'here' ? asked.answer : words
  const notice = (
    <>
      {kept}
      <EndedNotice
        live={live}
        why={why}
        template={TEMPLATES[facts.kind]}
        people={facts.people}
        onOpenAgain={why === 'update-needed' ? () => location.reload() : again}
      />
    </>
  )
  if (plan === null) return <Page title={facts.title}>{notice}</Page>
  return <ReadPlan facts={facts} plan={plan} again={null} above={notice} />
}
