import { useState } from 'react'
import { useDesk } from '../../../live/desk.tsx'
import { useText } from '../../../text/use-text.ts'
import { Choices } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { KeptFocus } from '../../../ui/kept-focus.tsx'
import type { TalkPlaceProps } from '../talk-place.ts'
import { EditorFirst } from './editor-first.tsx'
import type { Offer } from './put-back.tsx'
import { RewordForm } from './reword-form.tsx'
import { draftKey, draftOf } from './suggest-drafts.ts'
import { useWordsNow, type WordsNow } from './use-words-now.ts'
import type { WordsEditor } from './words-editor-context.ts'
import './suggest.css'

type SuggestDialogProps = {
  readonly place: TalkPlaceProps
  /** What to begin with; null: the words as they are, or what was begun before. */
  readonly offer: Offer | null
  readonly onClose: () => void
}

/** Other words for a box or for a cell of an item, written beside the plan and sent to the group (SPEC TALK-60). */
export function SuggestDialog({ place, offer, onClose }: SuggestDialogProps) {
  const t = useText()
  const { id: plan } = useDesk()
  const cells = useWordsNow(place)
  const [chosen, choose] = useState(() => {
    const hasDraft = ({ field }: { readonly field: string | null }) =>
      draftOf(plan, draftKey(place.box, place.item, field)) !== null
    const first = offer ? cells.find(({ field }) => field === offer.field) : cells.find(hasDraft)
    return String((first ?? cells[0])?.field ?? '')
  })
  const cell = cells.find(({ field }) => String(field ?? '') === chosen)
  const form = (now: WordsNow, editor: WordsEditor | null) => (
    <RewordForm
      key={chosen}
      {...{ place, now, editor }}
      offer={offer && offer.field === now.field ? offer.words : null}
      onDone={onClose}
    />
  )
  return (
    <Dialog title={t('talk-suggest.suggest')} close={t('common.close')} onClose={onClose}>
      <KeptFocus className="stack suggest">
        <p className="suggest-place" dir="auto" tabIndex={-1}>
          {place.label}
        </p>
        <p>{t('talk-suggest.about')}</p>
        {cells.length > 1 && (
          <Choices
            legend={t('talk-suggest.cell')}
            look="chips"
            choices={cells.map(({ field, label }) => ({ value: String(field ?? ''), label }))}
            value={chosen}
            onChoose={choose}
          />
        )}
        {!cell && <p role="status">{t('talk-suggest.place-gone')}</p>}
        {cell &&
          (typeof cell.words === 'string' ? (
            form(cell, null)
          ) : (
            <EditorFirst>{(editor) => form(cell, editor)}</EditorFirst>
          ))}
      </KeptFocus>
    </Dialog>
  )
}
