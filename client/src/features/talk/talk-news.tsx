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
  newest.current = ({ message: { thread }, isNew }) => {
    if (isTalkHidden()) return
    const said = thread?.changed.at(-1)
    // One's own, what has no name, and what was only changed are no news.
    if (!thread || !said || said.by === null || said.by === me.id || said.editedAt !== null || said.words === null)
      return
    const section = sectionOfRoot(thread.place.box) ?? ''
    const place = readSection(wholePlan(live.doc, template.kind).now(), template, section, lang)?.title
    const name = names.find(({ id }) => id === said.by)?.name ?? t('talk.gone-person')
    announce({ kind: 'said', name, place: place || t('plan.own-section'), isAnswer: !isNew })
  }
  useEffect(() => state.onTold((told) => newest.current(told)), [state])
  return null
}
