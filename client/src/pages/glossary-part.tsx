import { type ReactNode, useEffect, useState } from 'react'
import type { LivePlan } from '../live/live-plan.ts'
import { whenIdle } from '../live/page-time.ts'
import { type Explain, ExplainContext } from '../plan-view/explain.tsx'
import { openTexts } from '../text/language.ts'

type Part = typeof import('../features/glossary/glossary-chunk.ts')

/** What draws the words a plan explains: fetched when the page has nothing better to do. null: not yet, or it cannot be had. */
function usePart(): Part | null {
  const [part, setPart] = useState<Part | null>(null)
  useEffect(() => {
    let over = false
    const fetch = async () => {
      await whenIdle()
      await openTexts('glossary')
      const { ExplainedWords, GlossaryList } = await import('../features/glossary/glossary-chunk.ts')
      if (!over) setPart({ ExplainedWords, GlossaryList })
    }
    // The plan is there without them; the next page that is opened asks again.
    fetch().catch(() => {})
    return () => {
      over = true
    }
  }, [])
  return part
}

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
  return (
    <ExplainContext value={explain}>
      {children}
      {part && <part.ExplainedWords plan={plan} live={live} onExplain={onExplain} />}
    </ExplainContext>
  )
}

/** The list of them. Nothing where there is none. */
export function PlanGlossary() {
  const part = usePart()
  return part && <part.GlossaryList />
}
