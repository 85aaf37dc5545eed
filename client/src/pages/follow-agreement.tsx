import { useEffect } from 'react'
import { useOpenPlan } from '../features/open-plan/use-open-plan.ts'
import type { LivePlan } from '../live/live-plan.ts'

type FollowAgreementProps = {
  readonly plan: string
  /** Somebody answered, or words changed. */
  readonly onTold: () => void
  /** Something was said about the plan. */
  readonly onTalk: () => void
  readonly onPeople: () => void
  /** The asker was taken out of the plan, which was called so. */
  readonly onOut: (title: string) => void
}

/** Tells the page of what the room tells (SPEC AGREE-52). Draws nothing: without a connection the page can be read and answered. */
export default function FollowAgreement({ plan, onOut, ...props }: FollowAgreementProps) {
  const open = useOpenPlan(plan)
  const takenOut = open.is === 'refused' ? open.takenOut : undefined
  useEffect(() => {
    if (takenOut !== undefined) onOut(takenOut)
  }, [takenOut, onOut])
  return open.is === 'open' ? <Following {...props} live={open.live} /> : null
}

/** Somebody types on: they are not asked about after each letter (ms). */
const QUIET = 1_500

type FollowingProps = Pick<FollowAgreementProps, 'onTold' | 'onTalk' | 'onPeople'> & { readonly live: LivePlan }

function Following({ live, onTold, onTalk, onPeople }: FollowingProps) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let talkTimer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(onTold, QUIET)
    }
    // What the first sync brings is news too: words may have changed since the page was fetched.
    live.doc.on('update', soon)
    const off = live.onMessage(({ type }) => {
      if (type === 'agreement' || type === 'sealed') onTold()
      if (type === 'glossary' || type === 'renamed' || type === 'language') soon()
      if (type === 'talk') {
        clearTimeout(talkTimer)
        talkTimer = setTimeout(onTalk, QUIET)
      }
      if (type === 'people') {
        onPeople()
        soon()
      }
    })
    return () => {
      clearTimeout(timer)
      clearTimeout(talkTimer)
      live.doc.off('update', soon)
      off()
    }
  }, [live, onTold, onTalk, onPeople])
  return null
}
