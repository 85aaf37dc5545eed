import { type Item, photoOf, photoPicture, setCell } from '@withy/shared/plan'
import { useState } from 'react'
import { useAnnounce } from '../../../live/announcer-context.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { LaterDialog, laterDialog } from '../../../ui/later-dialog.tsx'
import { NO_DRAFT, type UsedPhoto } from './photo/photo-draft.ts'
import { photoWords } from './photo/photo-words.ts'

const dialog = laterDialog(() => import('./photo/photo-dialog.tsx').then(({ PhotoDialog }) => PhotoDialog), 'photos')

type OwnPhotoProps = { readonly item: Item; readonly box: string }

/** The way to a photo of one's own for a row. What asks for it is fetched then; what was begun stays while the row is written in. */
export function OwnPhoto({ item, box }: OwnPhotoProps) {
  const t = useText()
  const { live } = useDesk()
  const announce = useAnnounce()
  const [isOpen, setOpen] = useState(false)
  const [draft, setDraft] = useState(NO_DRAFT)
  const photo = photoOf(String(item.cells.picture ?? ''))
  const use = ({ photo, words }: UsedPhoto) => {
    setCell(live.doc, box, item.id, 'picture', photoPicture(photo))
    setCell(live.doc, box, item.id, 'photo-words', words || null)
    setDraft(NO_DRAFT)
    setOpen(false)
    announce({ kind: 'done', sentence: t('easy.photo-used') })
  }
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('easy.own-photo')}
      </Button>
      {isOpen && (
        <LaterDialog
          later={dialog}
          given={{
            draft,
            onDraft: setDraft,
            chosen: photo === null ? null : { photo, words: photoWords(item) },
            said: photoWords(item),
            onUse: use,
            onClose: () => setOpen(false),
          }}
        />
      )}
    </>
  )
}
