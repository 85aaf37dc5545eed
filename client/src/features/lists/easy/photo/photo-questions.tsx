import { LIMIT, type PhotoSaid } from '@withy/shared/api'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { addPhoto } from '../../../../api/photos.ts'
import { sentenceOf } from '../../../../api/send.ts'
import { useDesk } from '../../../../live/desk.tsx'
import { useText } from '../../../../text/use-text.ts'
import { Button } from '../../../../ui/button.tsx'
import { type Choice, Choices } from '../../../../ui/choices.tsx'
import { TextField } from '../../../../ui/field.tsx'
import type { GoOn } from '../../../../ui/late-focus.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { OfflineError } from '../../../../ui/reach.ts'
import type { MadePhoto } from './make-photo.ts'
import { consentOf, type Lacking, type PhotoDraft, type UsedPhoto } from './photo-draft.ts'

type PhotoQuestionsProps = {
  readonly draft: PhotoDraft
  readonly made: MadePhoto
  /** Brings the focus here, from whoever has not gone on meanwhile. */
  readonly goOn: GoOn
  readonly onDraft: (draft: PhotoDraft) => void
  readonly onUse: (used: UsedPhoto) => void
  readonly onAnother: () => void
  readonly onCancel: () => void
}

/** The photo as it will be kept, what it shows, and whether who is on it said yes: asked before it is sent (SPEC EASY-51). */
export function PhotoQuestions({ draft, made, goOn, onDraft, onUse, onAnother, onCancel }: PhotoQuestionsProps) {
  const t = useText()
  const id = useId()
  const sending = useSending(onUse)
  const [asked, setAsked] = useState<Lacking | null>(null)
  const lacking = lackingOf(draft)
  const missing = asked && lacking
  const send = (event: FormEvent) => {
    event.preventDefault()
    const consent = consentOf(draft)
    if (typeof consent === 'object') return sending.send(draft.words.trim(), made.bytes, consent)
    setAsked(consent)
    document.getElementById(`${id}-${consent === 'who' ? 'who' : 'somebody'}`)?.focus()
  }
  const choices: readonly Choice<NonNullable<PhotoDraft['somebody']>>[] = [
    { value: 'nobody', label: t('photos.nobody') },
    { value: 'agreed', label: t('photos.agreed') },
    { value: 'not-asked', label: t('photos.not-asked') },
  ]
  return (
    <form className="stack" noValidate onSubmit={send}>
      <h3 ref={goOn} tabIndex={-1}>
        {t('photos.yours')}
      </h3>
      <img className="photo-preview" src={made.preview} alt={draft.words.trim() || t('easy.photo-unsaid')} />
      <TextField
        label={t('photos.shows')}
        hint={t('photos.shows-hint')}
        value={draft.words}
        maxLength={LIMIT.cellWords}
        autoComplete="off"
        onChange={({ target }) => onDraft({ ...draft, words: target.value })}
      />
      <Choices
        id={`${id}-somebody`}
        legend={t('photos.somebody')}
        error={missing === 'somebody' ? t('photos.somebody-missing') : undefined}
        choices={choices}
        value={draft.somebody}
        onChoose={(somebody) => onDraft({ ...draft, somebody })}
      />
      <div role="status" className="photo-said">
        {lacking === 'consent' && (
          <Notice look="careful">
            <p>{t('photos.ask-first')}</p>
          </Notice>
        )}
      </div>
      {draft.somebody === 'agreed' && (
        <TextField
          id={`${id}-who`}
          label={t('photos.who')}
          hint={t('photos.who-hint')}
          error={missing === 'who' ? t('photos.who-missing') : undefined}
          value={draft.who}
          maxLength={LIMIT.name}
          autoComplete="off"
          onChange={({ target }) => onDraft({ ...draft, who: target.value })}
        />
      )}
      <div role="alert" className="photo-said">
        {sending.trouble && (
          <Notice look="careful">
            <p>{sending.trouble}</p>
          </Notice>
        )}
      </div>
      <p role="status" className="photo-said">
        {sending.is ? t('photos.sending') : ''}
      </p>
      <div className="row">
        <Button look="main" type="submit" busy={sending.is}>
          {t('photos.use')}
        </Button>
        <Button onClick={onAnother}>{t('photos.another')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

function lackingOf(draft: PhotoDraft): Lacking | null {
  const consent = consentOf(draft)
  return typeof consent === 'string' ? consent : null
}

/** Sends a photo. Whoever goes away stops that: nothing is put in that they no longer look at. */
function useSending(onUse: (used: UsedPhoto) => void) {
  const t = useText()
  const { id: plan } = useDesk()
  const [is, setIs] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const send = async (words: string, bytes: Blob, said: PhotoSaid) => {
    const going = new AbortController()
    stop.current = going
    setIs(true)
    setTrouble(null)
    try {
      const { photo } = await addPhoto(plan, bytes, said, going.signal)
      if (!going.signal.aborted) onUse({ photo, words })
    } catch (error) {
      if (going.signal.aborted) return
      setTrouble(error instanceof OfflineError ? t('photos.no-connection') : sentenceOf(error))
      setIs(false)
    }
  }
  return { is, trouble, send }
}
