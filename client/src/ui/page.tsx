import { type ComponentType, createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { PlanLanguage, useTheirs } from './theirs.tsx'

/** Where on a page somebody is, as "Section 2 of 9: My health", and what comes after it; no `href`: nothing leads there. */
export type Where = {
  readonly here: string
  readonly next?: { readonly words: string; readonly href?: string } | undefined
}

export type FrameProps = {
  /** What is said of where one is; without it nothing is. */
  readonly title?: string
  /** Where on the page one is; null: the page says so in a place of its own. */
  readonly where?: Where | null | undefined
  /** What is around the page's own place: a plan's name and the language of its words, with the way back to it. */
  readonly place?: { readonly title: string; readonly lang?: string | null; readonly href: string } | undefined
  /** A top bar of the page's own instead of the usual one. */
  readonly bar?: ReactNode
  readonly children: ReactNode
}

/** The header and footer around every page. `app` gives it, because it is made of features. */
export const PageFrame = createContext<ComponentType<FrameProps>>(({ children }) => children)

type PageProps = Omit<FrameProps, 'title'> & {
  /** Names the place: first in the window's title, and the heading unless `heading` is given. */
  readonly title: string
  /** `null`: the page draws its own `<MainHeading>`. */
  readonly heading?: ReactNode
  /** `words` (default): a column to read. `wide`: cards side by side. `full`: the page lays itself out. */
  readonly width?: 'words' | 'wide' | 'full'
}

/**
 * One page: its window title, frame, main landmark and one h1. Moving to another page puts the focus on its h1
 * (SPEC A11Y-4, A11Y-5).
 */
export function Page({ title, heading, place, bar, where, width = 'words', children }: PageProps) {
  const Frame = useContext(PageFrame)
  useEffect(() => {
    document.title = [title, ...(place && place.title !== title ? [place.title] : []), 'Withy'].join(' – ')
  }, [title, place])
  const page = (
    <Frame title={title} where={where} place={place} bar={bar}>
      <main id="main" tabIndex={-1} className={`page page-${width}`}>
        {heading === null ? null : <MainHeading>{heading ?? title}</MainHeading>}
        {children}
      </main>
    </Frame>
  )
  return place ? <PlanLanguage value={place.lang ?? null}>{page}</PlanLanguage> : page
}

type MainHeadingProps = {
  readonly children: ReactNode
  /** People chose these words. */
  readonly theirs?: boolean
}

let here: string | null = null

/**
 * The one h1 of a page. Takes the focus when people come to it from another page, and when what had the focus has gone.
 * The first page of a visit leaves it where the browser puts it: at the top, before the skip link.
 */
export function MainHeading({ children, theirs = false }: MainHeadingProps) {
  const said = useTheirs(!theirs)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const moved = here !== null && here !== location.pathname
    const lost = here !== null && document.activeElement === document.body && navigator.userActivation?.hasBeenActive
    here = location.pathname
    if (!moved && !lost) return
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} {...said}>
      {children}
    </h1>
  )
}

/** Puts the focus on the page's h1: for what takes itself off the page, and the focus with it. */
export const focusMainHeading = (): void => document.querySelector<HTMLElement>('#main h1')?.focus()
