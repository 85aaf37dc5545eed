import { isThreadOpen, type TalkThread } from '@withy/shared/protocol'
import { memo, type ReactNode, useState, useSyncExternalStore } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { sendSettled } from '../../api/talk.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { KeptFocus } from '../../ui/kept-focus.tsx'
import { useFocusBack } from '../../ui/late-focus.ts'
import { CommentForm } from './comment-form.tsx'
import { answerPlace, type TalkDraft, useDraft } from './drafts.ts'
import { Meaning } from './meaning.tsx'
import { Said, shortened } from './said.tsx'
import { useTalk } from './talk-context.ts'
import { Unsent } from './unsent.tsx'
import { useNameOf } from './use-name-of.ts'

type ThreadCardProps = {
  readonly thread: TalkThread
  /** What it is about, drawn above it. */
  readonly about: ReactNode
  /** More to do with it, beside answering and settling. */
  readonly more?: ReactNode
}

const NONE = {}

/** What buttons and names say of a thread: of a question the words it is about, else the first there are. */
export const threadWords = ({ kind, place, comments }: TalkThread): string =>
  shortened((kind === 'meaning' && place.words?.quote) || (comments.find(({ words }) => words !== null)?.words ?? ''))

/** A comment with its answers; who may comment answers, settles it and opens it again. */
export const ThreadCard = memo(function ThreadCard({ thread, about, more }: ThreadCardProps) {
  const t = useText()
  const { me, may } = useDesk()
  const talk = useTalk()
  const nameOf = useNameOf()
  const draft = useDraft(talk.plan, answerPlace(thread.id))
  const isAsker = useSyncExternalStore(talk.onChange, () => talk.all().mine.has(thread.id))
  const [first, ...answers] = thread.comments
  if (!first) return null
  const words = threadWords(thread)
  const name =
    first.words === null && words === ''
      ? t('talk.removed-all')
      : first.by === null
        ? t(isAsker ? 'talk-waiting.asks-own' : 'talk-waiting.asks', { words })
        : first.by === me.id
          ? t('talk.thread-own', { words })
          : t('talk.thread', { name: nameOf(first.by), words })
  const isMine = (by: string | null) => (by === null ? isAsker : by === me.id)
  const isEmpty = thread.settled === null && !isThreadOpen(thread)
  return (
    <KeptFocus className="talk-thread-kept">
      <article className="talk-thread" aria-label={name} data-thread={thread.id} tabIndex={-1}>
        {about}
        {thread.kind === 'meaning' && <p className="talk-asks">{name}</p>}
        <Said thread={thread} comment={first} isMine={isMine(first.by)} />
        {answers.length > 0 && (
          <ol className="list talk-answers">
            {answers.map((comment) => (
              <li key={comment.id}>
                <Said thread={thread} comment={comment} isMine={isMine(comment.by)} />
              </li>
            ))}
          </ol>
        )}
        {thread.kind === 'meaning' && <Meaning thread={thread} />}
        {thread.settled && (
          <p className="talk-settled">
            {thread.settled.by === null
              ? t('talk.settled-nameless')
              : thread.settled.by === me.id
                ? t('talk.settled-own')
                : t('talk.settled-by', { name: nameOf(thread.settled.by) })}
          </p>
        )}
        {(may('comment') && !isEmpty) || draft ? (
          <DoWithIt {...{ thread, words, draft, more }} />
        ) : (
          more && <div className="talk-do">{more}</div>
        )}
      </article>
    </KeptFocus>
  )
})

type DoWithItProps = {
  readonly thread: TalkThread
  readonly words: string
  /** An answer that was begun. It stays in reach of who may not send it any more. */
  readonly draft: TalkDraft | null
  readonly more: ReactNode
}

function DoWithIt({ thread, words, draft, more }: DoWithItProps) {
  const t = useText()
  const talk = useTalk()
  const announce = useAnnounce()
  const place = answerPlace(thread.id)
  const [isAnswering, setIsAnswering] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const answer = useFocusBack(isAnswering)
  const isSettled = thread.settled !== null
  const settle = async () => {
    setTrouble(null)
    try {
      await talk.keep(thread.id, () => sendSettled(talk.plan, thread.id, !isSettled))
      announce({ kind: 'done', sentence: t(isSettled ? 'talk.done-opened' : 'talk.done-settled') })
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
  }
  const back = () => setIsAnswering(false)
  if (isAnswering)
    return (
      <CommentForm
        place={place}
        first={NONE}
        label={t('talk.answer-label')}
        send={t('talk.send')}
        onCancel={back}
        onSent={(became) => {
          if (became === 'there') announce({ kind: 'done', sentence: t('talk.done-answer') })
          back()
        }}
      />
    )
  return (
    <>
      {draft?.waits && <Unsent words={draft.words} />}
      <div className="talk-do">
        <Button
          ref={answer}
          look="quiet"
          aria-label={t(draft ? 'talk.go-on-answer-named' : 'talk.answer-named', { words })}
          onClick={() => setIsAnswering(true)}
        >
          {t(draft ? 'talk.go-on-answer' : 'talk.answer')}
        </Button>
        <Button
          look="quiet"
          aria-label={t(isSettled ? 'talk.open-again-named' : 'talk.settle-named', { words })}
          onClick={settle}
        >
          {t(isSettled ? 'talk.open-again' : 'talk.settle')}
        </Button>
        {more}
      </div>
      <div role="alert">{trouble && <p>{trouble}</p>}</div>
    </>
  )
}
