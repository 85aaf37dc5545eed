import { useCallback, useEffect, useRef, useState } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { useText } from '../../text/use-text.ts'
import type { Standing } from './use-standing.ts'

export type News = 'now-asked' | 'now-agreed' | 'now-withdrawn'

/**
 * What happened since the page was opened and the person has not put it away: people were asked, the plan was sealed, or somebody no longer
 * agrees. Whoever reads or writes further down is told too, and it stands under what is new (SPEC AGREE-63). It goes where people are asked
 * no more: nothing would be left of it but the button that puts it away.
 */
export function useNews(live: LivePlan, standing: Standing | null, me: string): [news: News | null, close: () => void] {
  const t = useText()
  const announce = useAnnounce()
  const [news, setNews] = useState<News | null>(null)
  const before = useRef(standing)
  useEffect(() => {
    const was = before.current
    before.current = standing
    if (!was || !standing) return
    const { round, withdrawn } = standing
    if (withdrawn > was.withdrawn) setNews('now-withdrawn')
    if (!round) setNews((news) => (news === 'now-asked' ? null : news))
    if (round && round.id !== was.round?.id && round.openedBy !== me) setNews('now-asked')
  }, [standing, me])
  useEffect(
    () =>
      live.onMessage(({ type }) => {
        if (type === 'sealed') setNews('now-agreed')
      }),
    [live],
  )
  useEffect(() => {
    if (news) announce({ kind: 'news', about: 'agreement', sentence: t(`standing.${news}`) })
  }, [news, announce, t])
  return [news, useCallback(() => setNews(null), [])]
}
