import { isThreadOpen } from '@withy/shared/protocol'
import { useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { NewComment } from './new-comment.tsx'
import { PlaceSuggestions, SuggestButton } from './suggest/place-suggestions.tsx'
import { TalkStateContext, useTalkAt } from './talk-context.ts'
import type { TalkPlaceProps } from './talk-place.ts'
import type { TalkState } from './talk-state.ts'
import { ThreadsHere } from './threads-here.tsx'
import { useFocusBack } from './use-focus-back.ts'
import { useMarks } from './use-marks.ts'
import { useShownThread } from './use-shown-thread.ts'
import { useWriting } from './use-writing.ts'
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
  const { threads } = useTalkAt(box, item)
  const [isOpen, setIsOpen] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const marks = useMarks(place, threads, isOpen ? shown : null)
  useShownThread(place, marks, (thread) => {
    setShown(thread)
    setIsOpen(true)
  })
  const writing = useWriting(place)
  const comment = useFocusBack(writing.isOpen)
  const open = threads.filter(isThreadOpen).length
  const hasNothing = threads.length === 0
  // Words that were begun stay in reach of who may not send them any more.
  const canWrite = may('comment') || writing.draft !== null
  if (hasNothing && !canWrite) return <PlaceSuggestions place={place} />
  return (
    <>
      <PlaceSuggestions place={place} />
      {!writing.isOpen && (
        <div className="talk-do">
          {!hasNothing && (
            <Button
              look="quiet"
              data-talk-count=""
              aria-expanded={isOpen}
              aria-label={countOf(t, threads.length, open, label)}
              onClick={() => setIsOpen(!isOpen)}
            >
              {countOf(t, threads.length, open, null)}
            </Button>
          )}
          {canWrite && (
            <Button
              ref={comment}
              look="quiet"
              aria-label={t(writing.draft ? 'talk.go-on-named' : 'talk.comment-named', { place: label })}
              onPointerDown={writing.mark}
              onClick={writing.open}
            >
              {t(writing.draft ? 'talk.go-on' : 'talk.comment')}
            </Button>
          )}
          <SuggestButton place={place} />
        </div>
      )}
      {writing.draft?.waits && !writing.isOpen && <p className="talk-waits">{t('talk.sent-not')}</p>}
      {writing.isOpen && <NewComment writing={writing} onThere={() => setIsOpen(true)} />}
      {isOpen && !hasNothing && <ThreadsHere threads={threads} label={label} onShown={setShown} />}
    </>
  )
}

/** How many are open; where none is, how many there were. `place` null: in sight, where one sees what it stands under. */
function countOf(t: ReturnType<typeof useText>, all: number, open: number, place: string | null): string {
  const count = open > 0 ? open : all
  if (place === null) return t(open > 0 ? 'talk.count' : 'talk.settled', { count })
  return t(open > 0 ? 'talk.count-named' : 'talk.settled-named', { count, place })
}
