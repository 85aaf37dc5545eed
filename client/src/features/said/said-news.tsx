import type { Unsaid } from '@withy/shared/api'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useSectionTitles } from '../../live/section-titles.ts'
import { useText } from '../../text/use-text.ts'
import { heardOf, keepHeard } from './heard.ts'
import { sectionOfBox } from './in-section.ts'
import type { SaidState } from './said-state.ts'

/** Whoever was away when somebody said so is told for as long when they come (ms). */
const LATELY = 7 * 24 * 60 * 60_000

/** Tells whoever typed words, and who leads the plan, that somebody did not say them. Draws nothing. */
export function SaidNews({ state }: { readonly state: SaidState }) {
  const t = useText()
  const announce = useAnnounce()
  const { me, names } = useDesk()
  const titleOf = useSectionTitles()
  const told = useRef<ReadonlySet<string>>(new Set())
  const { unsaid } = state.said
  useEffect(() => {
    const nameOf = (id: string) => names.find((each) => each.id === id)?.name ?? t('said.someone')
    const sentence = (one: Unsaid) =>
      t(one.person === me.id ? 'said.told-yours' : 'said.told', {
        name: nameOf(one.for),
        by: nameOf(one.person),
        section: titleOf(sectionOfBox(one.box)) ?? t('plan.own-section'),
      })
    const heard = heardOf()
    const isNews = ({ id, at, ...one }: Unsaid) =>
      one.for !== me.id && !told.current.has(id) && !heard.has(id) && at > Date.now() - LATELY
    const news = unsaid.filter(isNews)
    for (const one of news.toReversed()) announce({ kind: 'news', about: 'rest', sentence: sentence(one) })
    if (news.length > 0) keepHeard(news.map(({ id }) => id))
    told.current = new Set([...told.current, ...unsaid.map(({ id }) => id)])
  }, [unsaid, me.id, names, titleOf, announce, t])
  return null
}
