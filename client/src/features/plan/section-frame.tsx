import { type ReactNode, useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useScreenOpen } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { useWhenIdle } from '../../ui/use-when-idle.ts'
import type { SectionMoreProps } from './section-more.tsx'
import './plan.css'

type SectionFrameProps = SectionMoreProps & {
  readonly question?: string | undefined
  readonly hint?: string | undefined
  /** Who is in it, beside its title. */
  readonly chips: ReactNode
  readonly children: ReactNode
}

/** A section: its heading, its plain question, then its boxes. */
export function SectionFrame({ id, title, question, hint, chips, children, ...rest }: SectionFrameProps) {
  const { shown } = useDesk()
  return (
    <section id={id} data-section="" className="section" aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <Theirs as="h3" ours={title === rest.firstTitle} id={`${id}-title`} tabIndex={-1}>
          {title}
        </Theirs>
        {chips}
        <SectionMore id={id} title={title} {...rest} />
      </div>
      {shown === id && <OnScreen />}
      {question && <p className="section-question">{question}</p>}
      {hint && <p className="section-hint">{hint}</p>}
      {children}
    </section>
  )
}

/** It was chosen, perhaps days ago: the room sees it only while a screen is open (SPEC SYNC-171). */
function OnScreen() {
  const t = useText()
  const { live, may } = useDesk()
  const isOpen = useScreenOpen(live)
  const words = isOpen ? t('plan.on-screen') : may('choose-shown-section') ? t('plan.for-screen') : null
  // Its room stays: a screen is known to be open after the plan is, and nothing below may move under a finger then.
  return <p className="section-shown">{words}</p>
}

const fetchMore = () => import('./section-more.tsx')

/** What is seldom needed, behind a fold: what draws it comes after the plan. */
function SectionMore(given: SectionMoreProps) {
  const t = useText()
  const { may } = useDesk()
  const [isWanted, setWanted] = useState(false)
  const drawing = useWhenIdle(fetchMore, isWanted)
  if (!may('write')) return null
  return (
    <details className="section-more" data-not-printed="" onToggle={() => setWanted(true)}>
      <summary aria-label={`${t('plan.more')}: ${given.title}`}>{t('plan.more')}</summary>
      {drawing ? <drawing.SectionMore {...given} /> : <p role="status">{t('common.opening')}</p>}
    </details>
  )
}
