import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { Words } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { KeptFocus } from '../../ui/kept-focus.tsx'
import { Notice } from '../../ui/notice.tsx'
import { focusMainHeading, MainHeading } from '../../ui/page.tsx'
import { Always } from './always/always.tsx'
import { AtDeviceProvider } from './at-device.tsx'
import { Called } from './called.tsx'
import { Captions } from './captions.tsx'
import type { FromPage } from './from-page.ts'
import { LateVotesNews } from './late-votes-news.tsx'
import { Lead } from './lead/lead.tsx'
import { IdeaNotInNews } from './not-in.tsx'
import { Over } from './over.tsx'
import { StepBody } from './step-body.tsx'
import { TimeLeft } from './time-left.tsx'
import { useComeIn } from './use-come-in.ts'
import { type Following, useFollowing } from './use-following.ts'
import { useOver } from './use-over.ts'
import { useShownNews } from './use-shown-news.ts'
import { useRoom } from './use-workshop.ts'
import { WhereTheRoomIs } from './where-the-room-is.tsx'
import './workshop.css'
import { Theirs } from '../../ui/theirs.tsx'

/** A workshop on somebody's own device: the step the room is in, and what is always in reach. Facilitators lead from here too. */
export function WorkshopRoom({ writeIn, myCard, cards, drawCards, wayBack }: FromPage) {
  const { now, desk } = useRoom()
  const t = useText()
  const announce = useAnnounce()
  const page = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const takesFocus = useRef(false)
  const following = useFollowing(now, body, (wasInside) => {
    takesFocus.current = wasInside
  })
  const title = useTitleOf(following)
  const over = useOver(now, page, (wasInside) => {
    if (wasInside) focusMainHeading()
    else announce({ kind: 'done', sentence: t('workshop-steps.over-thanks') })
  })
  useShownNews(following.step ?? undefined)
  const last = useRef(following.step?.id)
  useEffect(() => {
    if (last.current === following.step?.id) return
    last.current = following.step?.id
    if (takesFocus.current) focusMainHeading()
    else announce({ kind: 'done', sentence: t('workshop-steps.now-at', { step: title }) })
  })
  if (over.at === 'over') {
    return (
      <KeptFocus className="workshop" ref={page}>
        <LateVotesNews />
        <IdeaNotInNews />
        <Over wayBack={wayBack} />
        {desk ? <Lead cards={cards} drawCards={drawCards} /> : null}
      </KeptFocus>
    )
  }
  return (
    <AtDeviceProvider following={following}>
      <KeptFocus className="workshop" ref={page}>
        <div className="workshop-step" ref={body}>
          <NotConnected />
          <NotInRoom />
          <OverWhileWriting isHeld={over.at === 'held'} goOn={over.goOn} />
          <LateVotesNews />
          <IdeaNotInNews />
          <div>
            {following.step ? <p className="workshop-over">{now.title}</p> : null}
            <MainHeading key={following.step?.id}>{title}</MainHeading>
            {following.step?.id === now.step ? <TimeLeft /> : null}
            {desk ? (
              <p className="workshop-to-lead">
                <a href="#lead-title" className="link-alone">
                  {t('workshop-reach.lead-here')}
                </a>
              </p>
            ) : null}
          </div>
          <WhereTheRoomIs />
          <Called />
          {following.step?.question ? (
            <Theirs as="p" in={following.step.questionIn} className="workshop-question">
              <Words words={following.step.question} />
            </Theirs>
          ) : null}
          <Captions />
          <StepBody step={following.step} writeIn={writeIn} />
        </div>
        {now.stage === 'preparing' ? null : <Always myCard={myCard} />}
        {desk ? <Lead cards={cards} drawCards={drawCards} /> : null}
      </KeptFocus>
    </AtDeviceProvider>
  )
}

function useTitleOf({ step }: Following): string {
  const t = useText()
  const { now } = useRoom()
  return step ? step.title || t(`workshop.kind-${step.kind}`) : now.title
}

function NotConnected() {
  const t = useText()
  const { live } = useDesk()
  const isLost = useLinkStage(live) === 'lost'
  return (
    <div role="status">
      {isLost ? (
        <Notice look="careful">
          <p>{t('workshop-steps.not-connected')}</p>
        </Notice>
      ) : null}
    </div>
  )
}

function NotInRoom() {
  const t = useText()
  const { trouble, again } = useComeIn()
  return (
    <div role="status">
      {trouble ? (
        <Notice look="careful">
          <p>{t('workshop-kept.not-in-room', { why: trouble })}</p>
          <Button onClick={again}>{t('common.try-again')}</Button>
        </Notice>
      ) : null}
    </div>
  )
}

/** The workshop was closed on somebody who writes: they go on when they like. */
function OverWhileWriting({ isHeld, goOn }: { readonly isHeld: boolean; readonly goOn: () => void }) {
  const t = useText()
  return (
    <div role="status">
      {isHeld ? (
        <Notice look="careful">
          <p>{t('workshop-kept.over-writing')}</p>
          <Button onClick={goOn}>{t('workshop-kept.go-on')}</Button>
        </Notice>
      ) : null}
    </div>
  )
}
