import type { TalkThread } from '@withy/shared/protocol'
import { useMemo, useState } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { About } from './about.tsx'
import { CommentForm } from './comment-form.tsx'
import { newPlace, useDraft } from './drafts.ts'
import { PlaceSuggestions, SuggestButton } from './suggest/place-suggestions.tsx'
import { TalkStateContext, useTalk, useTalkAt } from './talk-context.ts'
import type { TalkPlaceProps } from './talk-place.ts'
import type { TalkState } from './talk-state.ts'
import { ThreadCard } from './thread-card.tsx'
import { useFocusBack } from './use-focus-back.ts'
import './talk.css'

/** What is said about a box or an item, below it: how much, one tap away, and the ways to say something (SPEC TALK-41). */
export function BoxTalk({ state, ...place }: TalkPlaceProps & { readonly state: TalkState }) {
  return (
    <TalkStateContext value={state}>
      <Here {...place} />
    </TalkStateContext>
  )
}

function Here(place: TalkPlaceProps) {
  const { box, item, label } = place
  const t = useText()
  const { may } = useDesk()
  const talk = useTalk()
  const announce = useAnnounce()
  const { threads } = useTalkAt(box, item)
  const draftPlace = newPlace(box, item)
  const draft = useDraft(talk.plan, draftPlace)
  const [isOpen, setIsOpen] = useState(false)
  const [isWriting, setIsWriting] = useState(false)
  const comment = useFocusBack(isWriting)
  const first = useMemo(() => ({ about: { box, item, field: null, words: null } }), [box, item])
  const open = threads.filter(({ settled }) => !settled).length
  const back = () => setIsWriting(false)
  const hasNothing = threads.length === 0
  if (hasNothing && !may('comment')) return <PlaceSuggestions place={place} />
  return (
    <>
      <PlaceSuggestions place={place} />
      {!isWriting && (
        <div className="talk-do">
          {!hasNothing && (
            <Button
              look="quiet"
              aria-expanded={isOpen}
              aria-label={countOf(t, threads.length, open, label)}
              onClick={() => setIsOpen(!isOpen)}
            >
              {countOf(t, threads.length, open, null)}
            </Button>
          )}
          {may('comment') && (
            <Button
              ref={comment}
              look="quiet"
              aria-label={t(draft ? 'talk.go-on-named' : 'talk.comment-named', { place: label })}
              onClick={() => setIsWriting(true)}
            >
              {t(draft ? 'talk.go-on' : 'talk.comment')}
            </Button>
          )}
          <SuggestButton place={place} />
        </div>
      )}
      {draft?.waits && !isWriting && <p className="talk-waits">{t('talk.sent-not')}</p>}
      {isWriting && (
        <CommentForm
          place={draftPlace}
          first={first}
          label={t('talk.words')}
          send={t('talk.send')}
          onCancel={back}
          onSent={(became, kind) => {
            if (became === 'there') {
              announce({ kind: 'done', sentence: t(kind === 'meaning' ? 'talk-waiting.done-asked' : 'talk.done') })
              setIsOpen(true)
            }
            back()
          }}
        />
      )}
      {isOpen && !hasNothing && <ThreadsHere threads={threads} label={label} />}
    </>
  )
}

/** How many are not settled; where all are, that. `place` null: in sight, where one sees what it stands under. */
function countOf(t: ReturnType<typeof useText>, all: number, open: number, place: string | null): string {
  const count = open > 0 ? open : all
  if (place === null) return t(open > 0 ? 'talk.count' : 'talk.settled', { count })
  return t(open > 0 ? 'talk.count-named' : 'talk.settled-named', { count, place })
}

type ThreadsHereProps = { readonly threads: readonly TalkThread[]; readonly label: string }

/** Those that are open, then those that are settled. One that is settled while it is looked at stays where it is. */
function ThreadsHere({ threads, label }: ThreadsHereProps) {
  const t = useText()
  const [wasSettled] = useState(() => new Set(threads.flatMap(({ id, settled }) => (settled ? [id] : []))))
  const ordered = [
    ...threads.filter(({ id }) => !wasSettled.has(id)),
    ...threads.filter(({ id }) => wasSettled.has(id)),
  ]
  return (
    <ul className="list talk-list" aria-label={t('talk.list', { place: label })}>
      {ordered.map((thread) => (
        <li key={thread.id}>
          <ThreadCard thread={thread} about={<About place={thread.place} />} />
        </li>
      ))}
    </ul>
  )
}
