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
  /** Takes how texts of the page are drawn from now on; null: as they stand. */
  readonly onExplain: (explain: Explain | null) => void
  /** Takes how words that the plan explains are found from now on. */
  readonly onExplainedIn: (explainedIn: ExplainedIn) => void
}

type ExplainedWordsProps = Drawn & {
  readonly plan: string
  /** Follows them where nothing else on the page does. */
  readonly live?: LivePlan | undefined
}

/**
 * Words the plan explains, and those of our own list, are buttons where they first stand in a text; what one means is shown
 * over the page (SPEC WORK-124, A11Y-71).
 */
export function ExplainedWords({ plan, live, ...drawn }: ExplainedWordsProps) {
  const words = useKnownWords(plan)
  useEffect(() => needWords(plan), [plan])
  const there = useMemo(() => words?.filter(({ isOut }) => !isOut) ?? null, [words])
  return (
    <>
      {live && <Followed plan={plan} live={live} />}
      {there && <ExplainedThen explained={there} {...drawn} />}
    </>
  )
}

/** The same, of words that are known: what a version of a plan explained. */
export function ExplainedThen({ explained, careWords, onExplain, onExplainedIn }: Drawn & ThenProps) {
  const lang = useLanguage()
  const known = useCareWords()
  const [shown, show] = useState<Meaning | null>(null)
  useNeededCareWords(careWords ? lang : null)
  useEffect(() => {
    const care = careWords ? known : null
    const isNothing = explained.length === 0 && !care?.[lang]
    onExplain(isNothing ? null : explainWith(findsIn(explained, care, lang), show))
    return () => onExplain(null)
  }, [explained, careWords, known, lang, onExplain])
  useEffect(() => {
    const piecesOf = findExplained(explained)
    onExplainedIn((words) => [...new Set(piecesOf(words).flatMap(({ explained }) => explained ?? []))])
    return () => onExplainedIn(() => [])
  }, [explained, onExplainedIn])
  return shown && <MeaningDialog shown={shown} onClose={() => show(null)} />
}

type ThenProps = { readonly explained: readonly Explained[] }

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
