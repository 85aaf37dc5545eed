import { type BlockLanguage, spokenIn } from '@withy/shared/plan'
import { createContext, createElement, type HTMLAttributes, type Ref, useContext } from 'react'
import { useLanguage } from '../text/use-text.ts'

/** In which language the words of the plan around are (BCP 47); null: nobody said, or there is no plan. */
export const PlanLanguage = createContext<string | null>(null)

export type Spoken = { readonly lang?: string; readonly dir: 'ltr' | 'rtl' | 'auto' }

/**
 * What an element says that holds words of people: their plan's language where it is not the page's, and the way they run.
 * Lines that say a language themselves keep it (SPEC A11Y-244).
 * @param ours words of ours stand there instead: in the page's language
 */
export function useTheirs(ours = false): Spoken {
  const lang = useContext(PlanLanguage)
  const shown = useLanguage()
  if (ours || lang === null || lang === shown) return { dir: 'auto' }
  // A line in letters that run the other way runs as they do.
  return { lang, dir: spokenIn(lang).dir === 'rtl' ? 'rtl' : 'auto' }
}

/** The same of a line that may say its language itself. */
export function useSpoken(): (line: BlockLanguage) => Spoken {
  const theirs = useTheirs()
  return ({ lang, dir }) => (lang ? { lang, dir: dir ?? 'auto' } : { ...theirs, ...(dir && { dir }) })
}

type TheirsProps = HTMLAttributes<HTMLElement> & {
  readonly as: 'p' | 'dd' | 'dt' | 'h2' | 'h3' | 'h4' | 'span' | 'strong' | 'blockquote' | 'li' | 'bdi'
  readonly ours?: boolean
  /** The language these words themselves say, if they do. */
  readonly in?: string | undefined
  readonly ref?: Ref<HTMLParagraphElement>
}

/** An element with words of people. */
export function Theirs({ as, ours, in: lang, ...rest }: TheirsProps) {
  const theirs = useTheirs(ours)
  return createElement(as, { ...(lang ? { lang, dir: 'auto' } : theirs), ...rest })
}
