import { type Item, namedBy, PHOTO_WORDS, photoOf, SHAPES, setCell } from '@withy/shared/plan'
import { useState } from 'react'
import { useDesk } from '../../../live/desk.tsx'
import { PhotoView } from '../../../plan-view/photo-view.tsx'
import { useText } from '../../../text/use-text.ts'
import { AGAIN, RowWords, SayAgain, takeFocus, useAgain } from './easy-again.tsx'
import { PhotoHint } from './easy-hints.tsx'
import { OwnPhoto } from './own-photo.tsx'
import { photoWords } from './photo/photo-words.ts'
import { PictureChoice } from './picture-choice.tsx'

const [OWN] = SHAPES.easy.fields
const SHOWS = SHAPES.easy.fields.find(({ id }) => id === PHOTO_WORDS)

type EasyRowFormProps = { readonly item: Item; readonly box: string }

/** A row to write in: one sentence, the same in another language where people ask for that, what could be easier, and its picture. */
export function EasyRowForm({ item, box }: EasyRowFormProps) {
  const t = useText()
  const { live, id: planId } = useDesk()
  const again = useAgain(item)
  const shown = AGAIN.filter(({ id }) => again.shown.has(id))
  // Who writes it in Welsh too has written it in English.
  const own = shown.length === 1 ? AGAIN.find((field) => !shown.includes(field))?.lang : undefined
  const picture = item.cells.picture === undefined ? null : String(item.cells.picture)
  const photo = picture === null ? null : photoOf(picture)
  const asksWhatItShows = useStays(photo !== null || photoWords(item) !== '')
  return (
    <div className="item-form">
      {OWN && <RowWords field={OWN} item={item} box={box} hint={t('easy.words-hint')} lang={own} />}
      {shown.map((field) => (
        <div key={field.id} className="easy-again" ref={field.id === again.asked ? takeFocus : undefined}>
          <RowWords field={field} item={item} box={box} hint={t('easy.again-hint')} lang={field.lang} />
        </div>
      ))}
      {shown.length === 0 && <SayAgain onAsk={again.ask} />}
      <PictureChoice
        words={String(item.cells[namedBy(item, SHAPES.easy)?.id ?? ''] ?? '')}
        chosen={picture}
        onChoose={(id) => setCell(live.doc, box, item.id, 'picture', id)}
        own={photo && <PhotoView key={photo} planId={planId} photo={photo} />}
        ownWords={photoWords(item)}
      >
        <OwnPhoto item={item} box={box} />
      </PictureChoice>
      {asksWhatItShows && SHOWS && (
        <div className="easy-photo-field">
          <RowWords field={SHOWS} item={item} box={box} hint={t('easy.photo-words-hint')} lang={undefined} />
          <PhotoHint item={item} />
        </div>
      )}
    </div>
  )
}

/**
 * Words about a photo that the row has no more are still in the plan, and in what people agree to: they can be seen and taken out. What is
 * emptied stays as long as the form is open, and the focus in it.
 */
function useStays(isThere: boolean): boolean {
  const [was, setWas] = useState(isThere)
  if (isThere && !was) setWas(true)
  return isThere || was
}
