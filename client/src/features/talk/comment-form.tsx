import { LIMIT } from '@withy/shared/api'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { madeId } from '../../api/made-id.ts'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TickList } from '../../ui/tick-list.tsx'
import { WordsField } from '../../ui/words-field.tsx'
import { AskMeaning } from './ask-meaning.tsx'
import { type TalkDraft, useDraft, useWriteDraft } from './drafts.ts'
import { sendDraft } from './send-draft.ts'
import { useTalk } from './talk-context.ts'

type CommentFormProps = {
  /** Where its draft is kept. */
  readonly place: string
  /** What a draft begins with. The same object at every draw. */
  readonly first: Partial<TalkDraft>
  readonly label: string
  readonly send: string
  /** What it is about, to be chosen above the words. */
  readonly above?: ReactNode
  /** It is there, or waits for a connection. */
  readonly onSent: (became: 'there' | 'waits', kind: TalkDraft['kind']) => void
  readonly onCancel: () => void
}

/** How many letters before the end of the room it is said (SPEC TALK-42). */
const SOON_FULL = 200

/** Words of a comment, and whom it is for. What is typed stays, whatever becomes of the page and the connection. */
export function CommentForm({ place, first, label, send: sendLabel, above, onSent, onCancel }: CommentFormProps) {
  const t = useText()
  const talk = useTalk()
  const draft = useDraft(talk.plan, place)
  const write = useWriteDraft(talk.plan, place, first)
  const [busy, setBusy] = useState(false)
  const [isMissing, setIsMissing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const words = draft?.words ?? first.words ?? ''
  const mentions = draft?.mentions ?? first.mentions ?? []
  const room = LIMIT.comment - words.trim().length
  const tooMany = mentions.length > LIMIT.mentions

  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || tooMany) return
    setIsMissing(words.trim() === '')
    if (words.trim() === '' || room < 0) return field.current?.focus()
    // What was not touched since it was opened has no draft yet.
    await send({ kind: 'comment' })
  }
  const send = async (change: Pick<TalkDraft, 'kind'> & Partial<TalkDraft>) => {
    // What may be there by name already is another thread than one without (SPEC TALK-8).
    const isOther = draft !== null && draft.kind !== change.kind
    write({ ...(isOther && { thread: madeId(), comment: madeId() }), ...change })
    setBusy(true)
    const became = await sendDraft(talk, place)
    setBusy(false)
    if (became !== 'refused') onSent(became, change.kind)
  }
  const quote = (draft?.about ?? first.about)?.words?.quote
  const ask = () => send({ kind: 'meaning', words: words.trim() && words, mentions: [] })
  const error =
    room < 0 ? t('talk.too-long', { count: -room }) : isMissing && !words.trim() ? t('talk.nothing') : undefined
  return (
    <form className="talk-form stack" noValidate onSubmit={go}>
      {above}
      {quote && <AskMeaning quote={quote} busy={busy} onAsk={ask} />}
      <WordsField
        ref={field}
        takesFocus
        label={label}
        value={words}
        error={error}
        onWrite={(next) => write({ words: next })}
      />
      <p role="status" className="field-full">
        {room >= 0 && room < SOON_FULL && t('talk.left', { count: room })}
      </p>
      <ForWhom ticked={mentions} onTick={(next) => write({ mentions: next })} />
      <div role="alert">
        {tooMany && <p className="field-error">{t('talk.too-many-people', { count: LIMIT.mentions })}</p>}
        {draft?.trouble && (
          <Notice look="careful">
            <p>{draft.trouble}</p>
          </Notice>
        )}
      </div>
      <div className="row">
        <Button look="main" type="submit" busy={busy}>
          {sendLabel}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('talk.cancel')}
        </Button>
      </div>
    </form>
  )
}

type ForWhomProps = { readonly ticked: readonly string[]; readonly onTick: (ids: readonly string[]) => void }

/** People of the plan, to be ticked: nobody's name needs to be typed. */
function ForWhom({ ticked, onTick }: ForWhomProps) {
  const t = useText()
  const { people, names, me } = useDesk()
  const [wasTicked] = useState(ticked.length > 0)
  const others = people.filter(({ id }) => id !== me.id)
  if (others.length === 0) return null
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? ''
  return (
    <details className="talk-for" open={wasTicked}>
      <summary>
        {ticked.length > 0 ? t('talk.for-people', { names: ticked.map(nameOf).join(', ') }) : t('talk.for')}
      </summary>
      <p className="field-hint">{t('talk.for-about')}</p>
      <TickList
        label={t('talk.for')}
        items={others.map(({ id }) => ({ id, label: <bdi>{nameOf(id)}</bdi> }))}
        ticked={new Set(ticked)}
        onTick={(next) => onTick([...next])}
      />
    </details>
  )
}
