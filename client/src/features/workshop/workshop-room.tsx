import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { Words } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'
import { Notice } from '../../ui/notice.tsx'
import { focusMainHeading, MainHeading } from '../../ui/page.tsx'
import { Always } from './always/always.tsx'
import { AtDeviceProvider } from './at-device.tsx'
import { Called } from './called.tsx'
import type { FromPage } from './from-page.ts'
import { LateVotesNews } from './late-votes-news.tsx'
import { Lead } from './lead/lead.tsx'
import { Over } from './over.tsx'
import { StepBody } from './step-body.tsx'
import { TimeLeft } from './time-left.tsx'
import { type Following, useFollowing } from './use-following.ts'
import { useSendWaiting } from './use-ideas.ts'
import { useRoom } from './use-workshop.ts'
import { WhereTheRoomIs } from './where-the-room-is.tsx'
import './workshop.css'

/** A workshop on somebody's own device: the step the room is in, and what is always in reach. Facilitators lead from here too. */
export function WorkshopRoom(page: FromPage) {
  const { now, desk } = useRoom()
  const t = useText()
  const announce = useAnnounce()
  const body = useRef<HTMLDivElement>(null)
  const takesFocus = useRef(false)
  const following = useFollowing(now, body, (wasInside) => {
    takesFocus.current = wasInside
  })
  const title = useTitleOf(following)
  useComeIn()
  useSendWaiting()
  const last = useRef(following.step?.id)
  useEffect(() => {
    if (last.current === following.step?.id) return
    last.current = following.step?.id
    if (takesFocus.current) focusMainHeading()
    else announce({ kind: 'done', sentence: t('workshop-steps.now-at', { step: title }) })
  })
  if (now.stage === 'closed') {
    return (
      <div className="workshop">
        <LateVotesNews />
        <Over wayBack={page.wayBack} />
        {desk ? <Lead /> : null}
      </div>
    )
  }
  return (
    <AtDeviceProvider following={following}>
      <div className="workshop">
        <div className="workshop-step" ref={body}>
          <NotConnected />
          <LateVotesNews />
          <div>
            {following.step ? <p className="workshop-over">{now.title}</p> : null}
            <MainHeading key={following.step?.id}>{title}</MainHeading>
            {following.step?.id === now.step ? <TimeLeft /> : null}
          </div>
          <WhereTheRoomIs />
          <Called />
          {following.step?.question ? (
            <p className="workshop-question" dir="auto">
              <Words words={following.step.question} />
            </p>
          ) : null}
          <StepBody step={following.step} writeIn={page.writeIn} />
        </div>
        {now.stage === 'open' ? <Always onNeeds={page.onNeeds} /> : null}
        {desk ? <Lead /> : null}
      </div>
    </AtDeviceProvider>
  )
}

function useTitleOf({ step }: Following): string {
  const t = useText()
  const { now } = useRoom()
  return step ? step.title || t(`workshop.kind-${step.kind}`) : now.title
}

/** Whoever opens the page of an open workshop is in it: the name and the voice are those of the plan. */
function useComeIn(): void {
  const { now, mine, take } = useRoom()
  const { live, may } = useDesk()
  const isLinked = useLinkStage(live) === 'open'
  const isIn = mine?.people.some(({ own }) => own) ?? false
  const comesIn = now.stage === 'open' && !isIn && isLinked && may('take-part')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once each time there is a connection; what is known of the room changes all the time
  useEffect(() => {
    if (comesIn) take({ do: 'come-in' }).catch(() => {})
  }, [comesIn])
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
