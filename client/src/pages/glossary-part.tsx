import { type ReactNode, useState, useSyncExternalStore } from 'react'
import type { WhoseWords } from '../features/glossary/explained-words.tsx'
import { onReadingSettings, readingSettings } from '../features/reading/settings.ts'
import { type Explain, ExplainContext, type ExplainedIn, ExplainedInContext } from '../plan-view/explain.tsx'
import { openTexts } from '../text/language.ts'
import { useWhenIdle } from '../ui/use-when-idle.ts'

const fetchPart = async () => {
  await openTexts('glossary')
  return await import('../features/glossary/glossary-chunk.ts')
}

/** What draws the words a plan explains. Where it cannot be had the plan is there without, and the next page that is opened asks again. */
const usePart = () => useWhenIdle(fetchPart)

type WithExplainedWordsProps = WhoseWords & { readonly children: ReactNode }

/** Texts in it have the words the plan explains as buttons, and care words of ours, once those are here. */
export function WithExplainedWords({ children, ...whose }: WithExplainedWordsProps) {
  const part = usePart()
  const { careWords } = useSyncExternalStore(onReadingSettings, readingSettings)
  const [explain, setExplain] = useState<Explain | null>(null)
  const [explainedIn, setExplainedIn] = useState<ExplainedIn>(() => () => [])
  return (
    <ExplainContext value={explain}>
      <ExplainedInContext value={explainedIn}>
        {children}
        {part && <part.ExplainedWords {...{ ...whose, careWords, setExplain, setExplainedIn }} />}
      </ExplainedInContext>
    </ExplainContext>
  )
}

/** The list of them. Nothing where there is none. */
export function PlanGlossary() {
  const part = usePart()
  return part && <part.GlossaryList />
}
