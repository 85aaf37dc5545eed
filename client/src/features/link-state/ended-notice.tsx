import type { Template } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import { type ReactNode, useEffect, useRef } from 'react'
import type { EndedWhy, LivePlan } from '../../live/live-plan.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { allRoots, asOneText, keptWords } from './kept-words.ts'
import { KeptWordsField } from './kept-words-field.tsx'
import './link-state.css'

type EndedNoticeProps = {
  readonly live: LivePlan
  readonly why: EndedWhy
  readonly template: Template
  readonly people: readonly Person[]
  /** Asks the server for the plan again and opens it, if that is still allowed; loads the page itself where it is too old. */
  readonly onOpenAgain: () => void
  /** More to do here, as the page knows it. */
  readonly children?: ReactNode
}

/** Says why the plan was closed on this page, what to do next, and gives the words that may not be saved, and where a plan was put back all the page had. */
export function EndedNotice({ live, why, template, people, onOpenAgain, children }: EndedNoticeProps) {
  const t = useText()
  const lang = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const kept = keptWords(live.doc, live.unsaved(), template, lang, people)
  // A copy may be older than what this page showed as saved: nowhere else are those words now.
  const had = why === 'epoch' ? keptWords(live.doc, allRoots(live.doc, template), template, lang, people) : []
  return (
    <div className="notice notice-careful stack">
      <h2 ref={heading} tabIndex={-1} className="notice-title">
        {t(`live.ended-${why}-title`)}
      </h2>
      <p>{t(`live.ended-${why}`)}</p>
      {kept.length > 0 ? (
        <>
          <p>{t('live.kept-count', { count: new Set(kept.map(({ root }) => root)).size })}</p>
          <KeptWordsField words={asOneText(kept)} about="live.kept-about-again" />
        </>
      ) : null}
      {had.length > 0 ? <KeptWordsField words={asOneText(had)} title="live.had-title" about="live.had-about" /> : null}
      <div className="row">
        <Button look="main" onClick={onOpenAgain}>
          {t(why === 'update-needed' ? 'live.ended-load-again' : 'live.ended-open-again')}
        </Button>
        {children}
      </div>
    </div>
  )
}
