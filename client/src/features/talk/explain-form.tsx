import { LIMIT } from '@withy/shared/api'
import { type FormEvent, useRef, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { sendMeaning } from '../../api/talk.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { WordsField } from '../../ui/words-field.tsx'
import { explainPlace, putDraft, useDraft, useWriteDraft } from './drafts.ts'
import { useTalk } from './talk-context.ts'

type ExplainFormProps = {
  readonly thread: string
  /** What was asked about. */
  readonly quote: string
  readonly onDone: () => void
}

const NONE = {}

/** A word and what it means, for everyone in the plan. What is typed stays until the server has it. */
export function ExplainForm({ thread, quote, onDone }: ExplainFormProps) {
  const t = useText()
  const talk = useTalk()
  const announce = useAnnounce()
  const place = explainPlace(thread)
  const meaning = useDraft(talk.plan, place)?.words ?? ''
  const write = useWriteDraft(talk.plan, place, NONE)
  const [word, setWord] = useState(() => quote.replace(/\s+/g, ' ').trim().slice(0, LIMIT.title))
  const [missing, setMissing] = useState<'word' | 'meaning' | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const tooMany = meaning.trim().length - LIMIT.why

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const isMissing = !word.trim() ? 'word' : !meaning.trim() ? 'meaning' : null
    setMissing(isMissing)
    if (isMissing || tooMany > 0)
      return form.current?.querySelector<HTMLElement>(isMissing === 'word' ? 'input' : 'textarea')?.focus()
    setBusy(true)
    try {
      await talk.keep(thread, () => sendMeaning(talk.plan, thread, { word, meaning }))
      putDraft(talk.plan, place, null)
      announce({ kind: 'done', sentence: t('talk-waiting.done-explained', { word: word.trim() }) })
      onDone()
    } catch (error) {
      setTrouble(sentenceOf(error))
      setBusy(false)
    }
  }
  const error =
    tooMany > 0
      ? t('talk.too-long', { count: tooMany })
      : missing === 'meaning' && !meaning.trim()
        ? t('talk-waiting.explain-missing')
        : undefined
  return (
    <form ref={form} className="talk-form stack" noValidate onSubmit={send}>
      <TextField
        label={t('talk-waiting.explain-word')}
        error={missing === 'word' && !word.trim() ? t('talk-waiting.explain-word-missing') : undefined}
        dir="auto"
        value={word}
        maxLength={LIMIT.title}
        onChange={(event) => setWord(event.target.value)}
      />
      <WordsField
        takesFocus
        label={t('talk-waiting.explain-meaning')}
        hint={t('talk-waiting.explain-about')}
        value={meaning}
        error={error}
        onWrite={(words) => write({ words })}
      />
      <div role="alert">{trouble && <p className="field-error">{trouble}</p>}</div>
      <div className="row">
        <Button look="main" type="submit" busy={busy}>
          {t('talk-waiting.explain')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('talk.cancel')}
        </Button>
      </div>
    </form>
  )
}
