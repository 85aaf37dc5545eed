import { type Explained, findExplained, LANGUAGES, type Language } from '@withy/shared/plan'
import { useEffect, useMemo, useState } from 'react'
import type { LivePlan } from '../../live/live-plan.ts'
import type { Explain, ExplainedIn } from '../../plan-view/explain.tsx'
import { useLanguage } from '../../text/use-text.ts'
import { type KnownCareWords, useCareWords, useNeededCareWords } from './care-words/known-care-words.ts'
import { explainWith } from './explain-with.tsx'
import { findMeanings, type Meaning } from './find-meanings.ts'
import { needWords, useFollowedWords, useKnownWords } from './known-words.ts'
import { MeaningDialog } from './meaning-dialog.tsx'
import './glossary.css'

type Drawn = {
  /** Whether the words of our own list are explained too. */
  readonly careWords: boolean
  /** Sets how texts of the page are drawn from now on; null: as they stand. */
  readonly setExplain: (next: () => Explain | null) => void
  /** Sets how words that the plan explains are found from now on. */
  readonly setExplainedIn: (next: () => ExplainedIn) => void
}

/** A plan whose words are explained as they are now, or what a version of one explained. */
export type WhoseWords =
  | {
      readonly plan: string
      /** Follows them where nothing else on the page does. */
      readonly live?: LivePlan
    }
  | { readonly explained: readonly Omit<Explained, 'id'>[] }

/**
 * Words the plan explains, and those of our own list, are buttons where they first stand in a text; what one means is shown
 * over the page (SPEC WORK-124, A11Y-71).
 */
export const ExplainedWords = (props: WhoseWords & Drawn) =>
  'plan' in props ? <OfPlan {...props} /> : <OfVersion {...props} />

function OfPlan({ plan, live, ...drawn }: Drawn & Extract<WhoseWords, { plan: string }>) {
  const words = useKnownWords(plan)
  useEffect(() => needWords(plan), [plan])
  const there = useMemo(() => words?.filter(({ isOut }) => !isOut) ?? null, [words])
  return (
    <>
      {live && <Followed plan={plan} live={live} />}
      {there && <Marked explained={there} {...drawn} />}
    </>
  )
}

function OfVersion({ explained, ...drawn }: Drawn & Exclude<WhoseWords, { plan: string }>) {
  // A version explains a word once.
  const words = useMemo(() => explained.map((each) => ({ ...each, id: each.word })), [explained])
  return <Marked explained={words} {...drawn} />
}

type MarkedProps = Drawn & { readonly explained: readonly Explained[] }

function Marked({ explained, careWords, setExplain, setExplainedIn }: MarkedProps) {
  const lang = useLanguage()
  const known = useCareWords()
  const [shown, show] = useState<Meaning | null>(null)
  useNeededCareWords(careWords ? lang : null)
  useEffect(() => {
    const care = careWords ? known : null
    const isNothing = explained.length === 0 && !care?.[lang]
    const explain = isNothing ? null : explainWith(findsIn(explained, care, lang), show)
    setExplain(() => explain)
    return () => setExplain(() => null)
  }, [explained, careWords, known, lang, setExplain])
  useEffect(() => {
    const piecesOf = findExplained(explained)
    setExplainedIn(() => (words) => [...new Set(piecesOf(words).flatMap(({ explained }) => explained ?? []))])
    return () => setExplainedIn(() => () => [])
  }, [explained, setExplainedIn])
  return shown && <MeaningDialog shown={shown} onClose={() => show(null)} />
}

function Followed({ plan, live }: { readonly plan: string; readonly live: LivePlan }) {
  useFollowedWords(plan, live)
  return null
}

/** @param care our lists that are here; null: they are not wanted */
function findsIn(explained: readonly Explained[], care: KnownCareWords | null, page: Language) {
  const own = findMeanings(explained, undefined, page)
  const both = new Map(LANGUAGES.map((each) => [each, care?.[each] ? findMeanings(explained, care[each], each) : null]))
  return (tag: string | undefined) => {
    const lang = languageOf(tag, page)
    const find = lang && both.get(lang)
    return { find: find || own, wanted: care && lang && !find ? lang : null }
  }
}

/** The language of ours that a tag names; the page's where there is none. null: it is another one. */
function languageOf(tag: string | undefined, page: Language): Language | null {
  if (!tag) return page
  const [first] = tag.toLowerCase().split('-')
  return LANGUAGES.find((each) => each === first) ?? null
}
