import { useRef, useState } from 'react'
import { useText } from '../../../../text/use-text.ts'
import { Dialog } from '../../../../ui/dialog.tsx'
import { type GoOn, takeLostFocus } from '../../../../ui/late-focus.ts'
import { ChoosePhoto } from './choose-photo.tsx'
import { anotherOf, NO_DRAFT, type PhotoDraft, type UsedPhoto } from './photo-draft.ts'
import { PhotoQuestions } from './photo-questions.tsx'
import { WhichWords } from './which-words.tsx'
import './photo.css'

type PhotoDialogProps = {
  /** What was begun and not sent: it is still there when the dialog is opened again. */
  readonly draft: PhotoDraft
  readonly onDraft: (draft: PhotoDraft) => void
  /** The photo of the row now, with what the row says of it. */
  readonly chosen: UsedPhoto | null
  /** What the row says that a photo shows, also one that it has no more. */
  readonly said: string
  readonly onUse: (used: UsedPhoto) => void
  readonly onClose: () => void
}

/** A photo of people's own for a row of easy words: one that is chosen and asked about, or one that the plan has (SPEC EASY-50 to EASY-56). */
export function PhotoDialog({ draft, onDraft, chosen, said, onUse, onClose }: PhotoDialogProps) {
  const t = useText()
  const goOn = useRef<GoOn>((to) => takeLostFocus(to ?? null))
  const [known, setKnown] = useState<UsedPhoto | null>(null)
  const typedElse = (words: string) => [draft.words.trim(), said].filter((typed) => typed !== '' && typed !== words)
  const pickKnown = (photo: UsedPhoto) => (typedElse(photo.words).length > 0 ? setKnown(photo) : onUse(photo))
  const forget = () => {
    onDraft(NO_DRAFT)
    onClose()
  }
  return (
    <Dialog title={t('photos.title')} close={t('common.close')} onClose={onClose}>
      {known ? (
        <WhichWords
          photo={known.photo}
          said={[...new Set([...typedElse(known.words), known.words])].filter((words) => words !== '')}
          onUse={onUse}
          onBack={() => setKnown(null)}
        />
      ) : draft.made ? (
        <PhotoQuestions
          draft={draft}
          made={draft.made}
          goOn={goOn.current}
          onDraft={onDraft}
          onUse={onUse}
          onAnother={() => onDraft(anotherOf(draft, null))}
          onCancel={forget}
        />
      ) : (
        <ChoosePhoto
          chosen={chosen}
          onMade={(made, on) => {
            goOn.current = on
            onDraft(anotherOf(draft, made))
          }}
          onUse={pickKnown}
        />
      )}
    </Dialog>
  )
}
