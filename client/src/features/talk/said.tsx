import type { TalkComment, TalkThread } from '@withy/shared/protocol'
import { type ReactNode, useMemo, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { sendRemoval } from '../../api/talk.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import { useFocusBack } from '../../ui/late-focus.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { CommentForm } from './comment-form.tsx'
import { editPlace } from './drafts.ts'
import { useTalk } from './talk-context.ts'
import { useNameOf } from './use-name-of.ts'

type SaidProps = { readonly thread: TalkThread; readonly comment: TalkComment; readonly isMine: boolean }

/** One comment: who said it, when, for whom, and its words as words. Whose own it is can change and remove it. */
export function Said({ thread, comment, isMine }: SaidProps) {
  const t = useText()
  const talk = useTalk()
  const { may } = useDesk()
  const announce = useAnnounce()
  const [isChanging, setIsChanging] = useState(false)
  const [isAsked, setIsAsked] = useState(false)
  const change = useFocusBack(isChanging)
  const first = useMemo(
    () => ({ words: comment.words ?? '', mentions: comment.mentions, comment: comment.id }),
    [comment],
  )
  if (comment.words === null) return <Removed comment={comment} />
  const back = () => setIsChanging(false)
  if (isChanging)
    return (
      <CommentForm
        place={editPlace(thread.id, comment.id)}
        first={first}
        label={t('talk.words')}
        send={t('talk.save')}
        onCancel={back}
        onSent={(became) => {
          if (became === 'there') announce({ kind: 'done', sentence: t('talk.done-changed') })
          back()
        }}
      />
    )
  // Who only asks what words mean writes none.
  const words = shortened(comment.words || t('talk-waiting.ask'))
  return (
    <div className="talk-said">
      <SaidBy comment={comment} />
      {comment.words !== '' && (
        <Theirs as="p" className="talk-words">
          {withoutTurns(comment.words)}
        </Theirs>
      )}
      <MeantFor comment={comment} />
      {isMine && (
        <div className="talk-do">
          {may('comment') && (
            <Button
              ref={change}
              look="quiet"
              aria-label={t('talk.change-named', { words })}
              onClick={() => setIsChanging(true)}
            >
              {t('talk.change')}
            </Button>
          )}
          <Button look="quiet" aria-label={t('talk.remove-named', { words })} onClick={() => setIsAsked(true)}>
            {t('talk.remove')}
          </Button>
        </div>
      )}
      {isAsked && (
        <AskFirst
          title={t('talk.remove-ask')}
          words={<p>{t('talk.remove-about')}</p>}
          doIt={t('talk.remove')}
          cancel={t('talk.cancel')}
          sentenceOf={sentenceOf}
          onClose={() => setIsAsked(false)}
          onDo={() => talk.keep(thread.id, () => sendRemoval(talk.plan, thread.id, comment.id))}
          onDone={() => announce({ kind: 'done', sentence: t('talk.done-removed') })}
        />
      )}
    </div>
  )
}

/** Letters that turn the line round are for whoever wrote it, and make it unreadable for the others (SPEC TALK-47). */
export const withoutTurns = (words: string): string => words.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')

/** What a button says of words in its name: enough to tell them from others. */
export const shortened = (words: string): string => {
  const line = withoutTurns(words).replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()} …` : line
}

function SaidBy({ comment, children }: { readonly comment: TalkComment; readonly children?: ReactNode }) {
  const t = useText()
  const { people, names } = useDesk()
  const nameOf = useNameOf()
  const { day, time } = useDates()
  const at = new Date(comment.at).toISOString()
  const isToday = day(at) === day(new Date().toISOString())
  const who = people.find(({ id }) => id === comment.by)
  return (
    <p className="talk-by">
      {comment.by !== null && (
        <>
          <Face name={names.find(({ id }) => id === comment.by)?.name ?? ''} colour={who?.colour ?? 0} />
          <strong>
            <bdi>{nameOf(comment.by)}</bdi>
          </strong>
        </>
      )}
      <time dateTime={at}>
        {isToday ? t('talk.at-today', { time: time(at) }) : t('talk.at-time', { day: day(at), time: time(at) })}
        {comment.editedAt !== null && comment.words !== null && ` · ${t('talk.changed')}`}
      </time>
      {children}
    </p>
  )
}

function MeantFor({ comment: { mentions } }: { readonly comment: TalkComment }) {
  const t = useText()
  const { me } = useDesk()
  const nameOf = useNameOf()
  if (mentions.length === 0) return null
  const names = mentions.map((id) => (id === me.id ? t('talk.you-among') : nameOf(id)))
  return <p className="talk-meant">{t('talk.for-people', { names: names.join(', ') })}</p>
}

/** That there was a comment stays to be read (SPEC TALK-45). The focus may have been in it. */
function Removed({ comment }: { readonly comment: TalkComment }) {
  const t = useText()
  const { me } = useDesk()
  const nameOf = useNameOf()
  const words =
    comment.by === null
      ? t('talk.removed-nameless')
      : comment.by === me.id
        ? t('talk.removed-own')
        : t('talk.removed', { name: nameOf(comment.by) })
  return (
    <p className="talk-removed" tabIndex={-1}>
      {words}
    </p>
  )
}
