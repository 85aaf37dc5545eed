import type { TalkPlace } from '@withy/shared/protocol'
import { useContext, useEffect, useRef, useState } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { ExplainedInContext } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useDraft, useWriteDraft } from './drafts.ts'
import { ExplainedNote } from './explained-note.tsx'
import { shortened } from './said.tsx'
import { sendDraft } from './send-draft.ts'
import { useTalk } from './talk-context.ts'

const NEW = {}

type AskFormProps = {
  /** Where its draft is kept: it is none of a comment that is being written there. */
  readonly place: string
  readonly about: TalkPlace
  /** It is there, or waits for a connection. */
  readonly onAsked: (became: 'there' | 'waits') => void
  readonly onCancel: () => void
}

/** "What does that mean?" about words that are marked: what the plan explains of them, and the question without a name (SPEC TALK-75, TALK-76). */
export function AskForm({ place, about, onAsked, onCancel }: AskFormProps) {
  const t = useText()
  const talk = useTalk()
  const announce = useAnnounce()
  const draft = useDraft(talk.plan, place)
  const write = useWriteDraft(talk.plan, place, NEW)
  const [busy, setBusy] = useState(false)
  const send = useRef<HTMLButtonElement>(null)
  const quote = about.words?.quote ?? ''
  const found = useContext(ExplainedInContext)(quote)
  useEffect(() => send.current?.focus(), [])
  const ask = async () => {
    write({ kind: 'meaning', words: '', about })
    setBusy(true)
    const became = await sendDraft(talk, place)
    setBusy(false)
    if (became === 'refused') return
    if (became === 'there') announce({ kind: 'done', sentence: t('talk-waiting.done-asked') })
    onAsked(became)
  }
  return (
    <div className="talk-form stack">
      <p className="talk-asks">{t('talk-waiting.asking', { words: shortened(quote) })}</p>
      {found.map((word) => (
        <ExplainedNote key={word.id} word={word} />
      ))}
      <p className="field-hint">{t('talk-waiting.ask-nameless')}</p>
      <div role="alert">{draft?.trouble && <p className="field-error">{draft.trouble}</p>}</div>
      <div className="row">
        <Button ref={send} look="main" busy={busy} onClick={ask}>
          {t(found.length > 0 ? 'talk-waiting.ask-anyway' : 'talk-waiting.ask-now')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('talk.cancel')}
        </Button>
      </div>
    </div>
  )
}
