import { useEffect } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import type { Link, LivePlan } from '../../live/live-plan.ts'
import { isSettled, newsOf } from './news-of.ts'

/** Tells the announcer when the connection is lost, when words stay unsaved, and when all is well again. Draws nothing. */
export function LinkNews({ live }: { readonly live: LivePlan }) {
  const announce = useAnnounce()
  useEffect(() => {
    let told: Link = live.link()
    return live.onLink((link) => {
      const news = newsOf(told, link)
      if (isSettled(link)) told = link
      if (news) announce(news)
    })
  }, [live, announce])
  return null
}
