import type { TalkPlace } from '@withy/shared/protocol'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { sectionOfRoot } from '../../live/others-changes.ts'
import { wholePlan } from '../../live/whole-plan.ts'
import { readSection } from '../../plan-view/read-section.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { isTalkHidden } from './hidden.ts'
import { useFollowedIdeas } from './ideas-waiting.ts'
import type { TalkState, Told } from './talk-state.ts'
import { useSendWaiting } from './use-send-waiting.ts'

/** Tells the announcer what others say, and sends what waits for a connection. Draws nothing. */
export function TalkNews({ state }: { readonly state: TalkState }) {
  useSendWaiting(state)
  useFollowedIdeas()
  const t = useText()
  const lang = useLanguage()
  const announce = useAnnounce()
  const { live, template, names, me } = useDesk()
  const newest = useRef((_told: Told) => {})
  newest.current = (told) => {
    if (isTalkHidden()) return
    const news = commentIn(told, me.id) ?? suggestionIn(told, me.id)
    if (!news) return
    const { by, at, ...what } = news
    const section = sectionOfRoot(at.box) ?? ''
    const place = readSection(wholePlan(live.doc, template.kind).now(), template, section, lang)?.title
    const name = names.find(({ id }) => id === by)?.name ?? t('talk.gone-person')
    announce({ ...what, name, place: place || t('plan.own-section') })
  }
  useEffect(() => state.onTold((told) => newest.current(told)), [state])
  return null
}

type News = {
  readonly kind: 'said' | 'suggested'
  readonly by: string
  readonly at: TalkPlace
  readonly isAnswer: boolean
}

/** One's own, what has no name, and what was only changed are no news. */
function commentIn({ message: { thread }, isNew }: Told, me: string): News | null {
  const said = thread?.changed.at(-1)
  if (!thread || !said || said.by === null || said.by === me || said.editedAt !== null || said.words === null)
    return null
  return { kind: 'said', by: said.by, at: thread.place, isAnswer: !isNew }
}

/** Other words that somebody else suggests, and what others answered to one's own (SPEC TALK-68). */
function suggestionIn({ message: { suggestion }, before }: Told, me: string): News | null {
  if (!suggestion) return null
  const { by, place: at, changes } = suggestion
  if (!before) return by === me ? null : { kind: 'suggested', by, at, isAnswer: false }
  const answer = changes.find(({ fate }, n) => fate !== null && fate.by !== me && !before.changes[n]?.fate)?.fate
  return by === me && answer ? { kind: 'suggested', by: answer.by, at, isAnswer: true } : null
}
