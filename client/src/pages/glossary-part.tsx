import { type ReactNode, useState } from 'react'
import type { LivePlan } from '../live/live-plan.ts'
import { type Explain, ExplainContext, type ExplainedIn, ExplainedInContext } from '../plan-view/explain.tsx'
import { openTexts } from '../text/language.ts'
import { useWhenIdle } from '../ui/use-when-idle.ts'

const fetchPart = async () => {
  await openTexts('glossary')
  return await import('../features/glossary/glossary-chunk.ts')
}

/** What draws the words a plan explains. Where it cannot be had the plan is there without, and the next page that is opened asks again. */
const usePart = () => useWhenIdle(fetchPart)

type WithExplainedWordsProps = {
  readonly plan: string
  /** Where no list of them is on the page, which follows them too. */
  readonly live?: LivePlan
  readonly children: ReactNode
}

/** Texts in it have the words the plan explains as buttons, once those are here. */
export function WithExplainedWords({ plan, live, children }: WithExplainedWordsProps) {
  const part = usePart()
  const [explain, setExplain] = useState<Explain | null>(null)
  const [onExplain] = useState(() => (next: Explain | null) => setExplain(() => next))
  const [explainedIn, setExplainedIn] = useState<ExplainedIn>(() => () => [])
  const [onExplainedIn] = useState(() => (next: ExplainedIn) => setExplainedIn(() => next))
  return (
    <ExplainContext value={explain}>
      <ExplainedInContext value={explainedIn}>
        {children}
        {part && <part.ExplainedWords {...{ plan, live, onExplain, onExplainedIn }} />}
      </ExplainedInContext>
    </ExplainContext>
  )
}

/** The list of them. Nothing where there is none. */
export function PlanGlossary() {
  const part = usePart()
  return part && <part.GlossaryList />
}
