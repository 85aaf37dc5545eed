import { LIMIT } from '@withy/shared/api'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { askBeforeClosing } from '../../../live/ask-before-closing.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useLinkStage } from '../../../live/use-live.ts'
import { useText } from '../../../text/use-text.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useStepName } from '../step-name.ts'
import { useRoom } from '../use-workshop.ts'
import { Agenda } from './agenda.tsx'
import { AgendaToRead } from './agenda-to-read.tsx'
import { GroundWordsFields } from './ground-words.tsx'
import { OpenRoom } from './open-room.tsx'
import { useOthersChanges } from './others-changes.ts'
import { ReadyList } from './ready-list.tsx'
import { SavedField } from './saved-field.tsx'
import { WhoComes } from './who-comes.tsx'
import './prepare.css'

type PrepareProps = {
  /** The way in for people in the room: another feature's. */
  readonly code: ReactNode
  /** The cards of people of the plan: another feature's too. */
  readonly cards: ReactNode
  readonly other: { readonly id: string; readonly title: string } | null
  readonly onOpened: () => void
}

/** A workshop before the day: facilitators prepare it, everybody else reads what will happen. */
export function Prepare({ code, cards, other, onOpened }: PrepareProps) {
  const t = useText()
  useEffect(() => {
    // Whoever came for one part of the page begins there.
    const part = document.getElementById(location.hash.slice(1))
    if (!part) return
    part.tabIndex = -1
    part.focus()
  }, [])
  const { may, id } = useDesk()
  const { now, steer } = useRoom()
  if (!may('run-workshop') || now.stage === 'closed') {
    return (
      <div className="stack prepare">
        <p>{t(`workshop.stage-${now.stage}`)}</p>
        <AgendaToRead />
      </div>
    )
  }
  return (
    <div className="stack prepare">
      <Saving />
      <SavedField
        label={t('workshop.title')}
        max={LIMIT.title}
        saved={now.title}
        check={(words) => (words === '' ? t('workshop-prepare.name-missing') : null)}
        save={(title, was) => steer({ do: 'rename', title, was })}
      />
      <Agenda />
      <GroundWordsFields />
      <WhoComes code={code} />
      <section className="stack" aria-labelledby="prepare-cards">
        <h2 id="prepare-cards">{t('workshop-prepare.cards')}</h2>
        {cards}
      </section>
      <ReadyList />
      <section className="stack" aria-labelledby="prepare-paper">
        <h2 id="prepare-paper">{t('workshop-prepare.paper')}</h2>
        <p>{t('workshop-prepare.paper-why')}</p>
        <p>
          <Link href={`/plans/${id}/workshops/${now.id}/sheets`} className="link-alone">
            {t('workshop-prepare.paper-go')}
          </Link>
        </p>
      </section>
      <OpenRoom other={other} onOpened={onOpened} />
    </div>
  )
}

/** How saving goes on this page, and what another facilitator has just done. */
function Saving() {
  const t = useText()
  const { live } = useDesk()
  const stage = useLinkStage(live)
  const news = useOthersChanges()
  const titleOf = useStepName()
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (document.querySelector('[data-unsaved]')) askBeforeClosing(event)
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  return (
    <>
      <p className="quiet">
        {t('workshop-prepare.as-you-go')} <a href="#prepare-open">{t('workshop-prepare.to-the-end')}</a>
      </p>
      <div role="status" className="prepare-news">
        {stage === 'lost' ? (
          <Notice look="careful">
            <p>{t('workshop-prepare.lost')}</p>
          </Notice>
        ) : null}
        {news ? (
          <p>{t(`workshop-prepare.news-${news.what}`, { by: news.by, name: news.step ? titleOf(news.step) : '' })}</p>
        ) : null}
      </div>
    </>
  )
}
