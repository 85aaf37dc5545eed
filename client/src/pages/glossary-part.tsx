import type { Explained } from '@withy/shared/plan'
import { type ComponentProps, type ReactNode, useMemo, useState, useSyncExternalStore } from 'react'
import { onReadingSettings, readingSettings } from '../features/reading/settings.ts'
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

/** Texts in it have the words the plan explains as buttons, and care words of ours, once those are here. */
export function WithExplainedWords({ plan, live, children }: WithExplainedWordsProps) {
  return (
    <WithMarked draw={(part, takes) => <part.ExplainedWords plan={plan} live={live} {...takes} />}>
      {children}
    </WithMarked>
  )
}

type WithWordsOfThenProps = { readonly explained: readonly Omit<Explained, 'id'>[]; readonly children: ReactNode }

/** The same for a version of a plan, with the words that it explained. */
export function WithWordsOfThen({ explained, children }: WithWordsOfThenProps) {
  // A version explains a word once.
  const words = useMemo(() => explained.map((each) => ({ ...each, id: each.word })), [explained])
  return <WithMarked draw={(part, takes) => <part.ExplainedThen explained={words} {...takes} />}>{children}</WithMarked>
}

type Part = Awaited<ReturnType<typeof fetchPart>>
type Takes = Omit<ComponentProps<Part['ExplainedThen']>, 'explained'>
type WithMarkedProps = {
  readonly draw: (part: Part, takes: Takes) => ReactNode
  readonly children: ReactNode
}

function WithMarked({ draw, children }: WithMarkedProps) {
  const part = usePart()
  const { careWords } = useSyncExternalStore(onReadingSettings, readingSettings)
  const [explain, setExplain] = useState<Explain | null>(null)
  const [onExplain] = useState(() => (next: Explain | null) => setExplain(() => next))
  const [explainedIn, setExplainedIn] = useState<ExplainedIn>(() => () => [])
  const [onExplainedIn] = useState(() => (next: ExplainedIn) => setExplainedIn(() => next))
  return (
    <ExplainContext value={explain}>
      <ExplainedInContext value={explainedIn}>
        {children}
        {part && draw(part, { careWords, onExplain, onExplainedIn })}
      </ExplainedInContext>
    </ExplainContext>
  )
}

/** The list of them. Nothing where there is none. */
export function PlanGlossary() {
  const part = usePart()
  return part && <part.GlossaryList />
}
