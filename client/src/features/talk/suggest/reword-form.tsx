import { LIMIT } from '@withy/shared/api'
import type { Wording } from '@withy/shared/plan'
import { type FormEvent, useRef, useState } from 'react'
import { sentenceOf } from '../../../api/send.ts'
import { useAnnounce } from '../../../live/announcer-context.ts'
import { useText } from '../../../text/use-text.ts'
import { AskFirst } from '../../../ui/ask-first.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Theirs } from '../../../ui/theirs.tsx'
import { WordsField } from '../../../ui/words-field.tsx'
import { useTalk } from '../talk-context.ts'
import type { TalkPlaceProps } from '../talk-place.ts'
import { Preview } from './preview.tsx'
import { sendSuggested } from './send-suggested.ts'
import { useNames } from './use-names.ts'
import { useRewording } from './use-rewording.ts'
import type { WordsNow } from './use-words-now.ts'
import type { WordsEditor } from './words-editor-context.ts'
import { WordsToChange } from './words-to-change.tsx'

type RewordFormProps = {
  readonly place: TalkPlaceProps
  readonly now: WordsNow
  readonly offer: Wording | null
  /** null: words of a cell need none. */
  readonly editor: WordsEditor | null
  readonly onDone: () => void
}

/** The words to be written over, why, what would change, and Send. Nothing typed goes with the dialog. */
export function RewordForm({ place, now, offer, editor, onDone }: RewordFormProps) {
  const t = useText()
  const rewording = useRewording(place, now, offer)
  const { draft, changes, fits } = rewording
  const sending = useSending(rewording, onDone)
  const [isMissing, setIsMissing] = useState(false)
  const [throws, setThrows] = useState(false)
  const preview = useRef<HTMLHeadingElement>(null)
  const send = useRef<HTMLButtonElement>(null)
  const canGo = changes.length > 0 && !fits.includes('gone')
  const go = (event: FormEvent) => {
    event.preventDefault()
    setIsMissing(!canGo)
    if (canGo) void sending.go()
    else preview.current?.focus()
  }
  const again = () => {
    setIsMissing(false)
    rewording.beginAgain()
  }
  return (
    <form className="stack" onSubmit={go} data-not-printed="">
      <Meanwhile rewording={rewording} onAgain={isMissing && !canGo ? null : again} />
      <OfferWaits rewording={rewording} />
      <WordsToChange
        key={rewording.begun.times}
        cell={now}
        words={rewording.begun.with}
        editor={editor}
        label={`${t('talk-suggest.label')}: ${place.label}`}
        onChange={rewording.writeWords}
        onDone={() => send.current?.focus()}
      />
      {rewording.begun.left.length > 0 && (
        <div className="suggest-left">
          <p className="offer-label">{t('talk-suggest.left')}</p>
          {rewording.begun.left.map((words, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are only added to
            <Theirs as="p" key={at} className="offer-words">
              {words}
            </Theirs>
          ))}
        </div>
      )}
      <WordsField
        label={t('talk-suggest.why')}
        value={draft.why}
        error={draft.why.length > LIMIT.why ? t('common.at-most', { max: LIMIT.why }) : undefined}
        onWrite={rewording.writeWhy}
      />
      <Preview ref={preview} changes={changes} fits={fits} isMissing={isMissing && !canGo} onAgain={again} />
      <div role="alert">
        {sending.trouble && (
          <Notice look="careful">
            <p>{sending.trouble}</p>
          </Notice>
        )}
      </div>
      <div className="row">
        <Button ref={send} look="main" type="submit" busy={sending.busy}>
          {t('talk-suggest.send')}
        </Button>
        {changes.length > 0 && (
          <Button look="quiet" onClick={() => setThrows(true)}>
            {t('talk-suggest.throw')}
          </Button>
        )}
      </div>
      {throws && (
        <AskFirst
          title={t('talk-suggest.throw')}
          words={<p>{t('talk-suggest.throw-about')}</p>}
          doIt={t('talk-suggest.throw')}
          cancel={t('common.cancel')}
          onDo={async () => rewording.forget()}
          onDone={onDone}
          onClose={() => setThrows(false)}
          sentenceOf={sentenceOf}
        />
      )}
    </form>
  )
}

/** Other words were to be begun with, and something was begun before. */
function OfferWaits({ rewording: { waiting, takeWaiting } }: { readonly rewording: ReturnType<typeof useRewording> }) {
  const t = useText()
  if (!waiting) return null
  return (
    <Notice>
      <p>{t('talk-suggest.begun-before')}</p>
      <Button onClick={() => takeWaiting(waiting)}>{t('talk-suggest.begin-earlier')}</Button>
    </Notice>
  )
}

type MeanwhileProps = { readonly rewording: ReturnType<typeof useRewording>; readonly onAgain: (() => void) | null }

/** The plan has changed since this was begun: whether it still fits, and how to go on from there, unless that stands elsewhere. */
function Meanwhile({ rewording, onAgain }: MeanwhileProps) {
  const t = useText()
  const { isChanged, changes, fits } = rewording
  const gone = fits.filter((fit) => fit === 'gone').length
  return (
    <div role="status">
      {isChanged && (
        <Notice look={gone > 0 ? 'careful' : 'calm'}>
          <p>
            {t('talk-suggest.changed-draft')}{' '}
            {gone > 0
              ? t('talk-suggest.draft-gone', { count: gone })
              : changes.length > 0 && t('talk-suggest.draft-fits')}
          </p>
          {onAgain && <Button onClick={onAgain}>{t('talk-suggest.again')}</Button>}
        </Notice>
      )}
    </div>
  )
}

/** Sends it once. Until the server has it, it stays as it was written; without a connection it goes by itself later. */
function useSending({ draft, key, keep }: ReturnType<typeof useRewording>, onDone: () => void) {
  const t = useText()
  const { listed } = useNames()
  const talk = useTalk()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState(draft.trouble)
  const go = async () => {
    setBusy(true)
    setTrouble(null)
    keep()
    const became = await sendSuggested(talk, key)
    setBusy(false)
    if (became.is === 'refused') return setTrouble(became.why)
    const sentence = () => {
      if (became.is === 'waits') return t('talk.sent-not')
      const needs = [...new Set(became.suggestion?.changes.flatMap((change) => change.needs))]
      return t('talk-suggest.sent', { who: needs.length > 0 ? 'known' : 'other', names: listed(needs) })
    }
    announce({ kind: 'done', sentence: sentence() })
    onDone()
  }
  return { busy, trouble, go }
}
