import { isThreadOpen, type TalkThread } from '@withy/shared/protocol'
import { useRef, useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useFocusBack } from '../../ui/late-focus.ts'
import { AskForm } from './ask-form.tsx'
import { askPlace, type TalkDraft, useDraft } from './drafts.ts'
import { GoneHere } from './gone-here.tsx'
import { NewComment } from './new-comment.tsx'
import { shortened } from './said.tsx'
import { PlaceSuggestions, SuggestButton } from './suggest/place-suggestions.tsx'
import { TalkStateContext, useTalk, useTalkAt } from './talk-context.ts'
import { type TalkPlaceProps, talkAt } from './talk-place.ts'
import type { TalkState } from './talk-state.ts'
import { ThreadsHere } from './threads-here.tsx'
import { useTurn } from './turns.ts'
import { Unsent } from './unsent.tsx'
import { useMarkedHere } from './use-marked-here.ts'
import { useMarks } from './use-marks.ts'
import { useShownThread } from './use-shown-thread.ts'
import { useWriting } from './use-writing.ts'
import './talk.css'

/** What is said about a box or an item, below it: how much, one tap away, and the ways to say something (SPEC TALK-41). */
export function BoxTalk({ state, ...place }: TalkPlaceProps & { readonly state: TalkState }) {
  const room = useRef<HTMLDivElement>(null)
  if (!useTurn(talkAt(place), room)) return <div ref={room} />
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
  const isMarked = useMarkedHere(place)
  const { plan } = useTalk()
  const question = useDraft(plan, askPlace(box, item))
  const comment = useFocusBack(writing.isOpen)
  const hasNothing = threads.length === 0
  // Words that were begun stay in reach of who may not send them any more.
  const canWrite = may('comment') || writing.draft !== null
  const above = (
    <>
      <GoneHere {...{ box, item }} />
      <PlaceSuggestions place={place} />
    </>
  )
  if (hasNothing && !canWrite) return above
  return (
    <>
      {above}
      {!writing.isOpen && (
        <div className="talk-do" data-marked={isMarked ? '' : undefined}>
          {!hasNothing && (
            <Button
              look="quiet"
              data-talk-count=""
              aria-expanded={isOpen}
              aria-label={countOf(t, threads, label)}
              onClick={() => setIsOpen(!isOpen)}
            >
              {countOf(t, threads, null)}
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
          {isMarked && may('comment') && !question?.waits && (
            <Button
              look="quiet"
              aria-label={t('talk-waiting.ask-named', { place: label })}
              onPointerDown={writing.mark}
              onClick={() => writing.ask()}
            >
              {t('talk-waiting.ask')}
            </Button>
          )}
          <SuggestButton place={place} />
        </div>
      )}
      {writing.draft?.waits && !writing.isOpen && <Unsent words={writing.draft.words} />}
      {question?.waits && !writing.asks && <Unsent words={t('talk-waiting.asking', { words: quoteOf(question) })} />}
      {writing.asks && (
        <AskForm
          place={askPlace(box, item)}
          about={writing.asks}
          onCancel={writing.close}
          onAsked={(became) => {
            if (became === 'there') setIsOpen(true)
            writing.close()
          }}
        />
      )}
      {writing.isOpen && !writing.asks && <NewComment writing={writing} onThere={() => setIsOpen(true)} />}
      {isOpen && !hasNothing && <ThreadsHere threads={threads} label={label} onShown={setShown} />}
    </>
  )
}

const quoteOf = ({ about }: TalkDraft): string => shortened(about?.words?.quote ?? '')

/** How many are open; where none is, how many are settled, or were removed. `place` null: in sight, where one sees what it stands under. */
function countOf(t: ReturnType<typeof useText>, threads: readonly TalkThread[], place: string | null): string {
  const open = threads.filter(isThreadOpen).length
  const settled = threads.filter((thread) => thread.settled).length
  const [is, count] =
    open > 0
      ? (['count', open] as const)
      : settled > 0
        ? (['settled', settled] as const)
        : (['gone', threads.length] as const)
  return place === null ? t(`talk.${is}`, { count }) : t(`talk.${is}-named`, { count, place })
}
