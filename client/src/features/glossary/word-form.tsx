import { type GlossaryWord, LIMIT } from '@withy/shared/api'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { madeId } from '../../api/made-id.ts'
import { RefusedError, sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { AtMost, FieldNotes, notesOf, TextField } from '../../ui/field.tsx'
import { askForWords, changeWords } from './known-words.ts'

type WordFormProps = {
  readonly plan: string
  /** As it stands now; null: a new one. */
  readonly word: GlossaryWord | null
  readonly onDone: () => void
}

/** A word and what it means, to be changed or added. What was typed stays until the server has it. */
export function WordForm({ plan, word: stands, onDone }: WordFormProps) {
  const t = useText()
  const field = useId()
  const [id] = useState(() => stands?.id ?? madeId())
  /** What it was when they began: nothing that came since is written over before they were told. */
  const [began] = useState(stands)
  const [isTold, setIsTold] = useState(false)
  const [word, setWord] = useState(stands?.word ?? '')
  const [meaning, setMeaning] = useState(stands?.meaning ?? '')
  const [missing, setMissing] = useState<'word' | 'meaning' | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const isMissing = word.trim() === '' ? 'word' : meaning.trim() === '' ? 'meaning' : null
    setMissing(isMissing)
    if (isMissing) {
      form.current?.querySelector<HTMLElement>(isMissing === 'word' ? 'input' : 'textarea')?.focus()
      return
    }
    setBusy(true)
    const was = isTold ? stands : began
    try {
      const said = { id, word, meaning }
      // They have been told what saving does then.
      if (stands?.isOut) await changeWords(plan, { do: 'put-back', id })
      await changeWords(
        plan,
        was ? { do: 'change', ...said, was: { word: was.word, meaning: was.meaning } } : { do: 'add', ...said },
      )
      onDone()
    } catch (error) {
      setTrouble(sentenceOf(error))
      setBusy(false)
      if (error instanceof RefusedError && error.refused === 'word-changed') {
        await askForWords(plan)
        setIsTold(true)
      }
    }
  }
  const noMeaning = missing === 'meaning' ? t('glossary.meaning-missing') : undefined
  return (
    <form ref={form} className="glossary-form stack" onSubmit={save} data-not-printed="">
      <TextField
        label={t('glossary.word')}
        error={missing === 'word' ? t('glossary.word-missing') : undefined}
        dir="auto"
        value={word}
        maxLength={LIMIT.title}
        onChange={(event) => setWord(event.target.value)}
      />
      <div className="field">
        <label htmlFor={field} className="field-label">
          {t('glossary.meaning')}
        </label>
        <FieldNotes field={field} error={noMeaning} />
        <textarea
          id={field}
          className="field-control"
          dir="auto"
          rows={3}
          value={meaning}
          maxLength={LIMIT.why}
          aria-describedby={notesOf(field, null, noMeaning)}
          aria-invalid={noMeaning ? true : undefined}
          onChange={(event) => setMeaning(event.target.value)}
        />
        <AtMost max={LIMIT.why} length={meaning.length} />
      </div>
      <div role="alert">
        {trouble && <p>{trouble}</p>}
        {isTold && stands && <p className="glossary-meaning">{t('glossary.now-says', { meaning: stands.meaning })}</p>}
        {stands?.isOut && <p>{t('glossary.out-now')}</p>}
      </div>
      <div className="row">
        <Button look="main" type="submit" busy={busy}>
          {t('common.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
