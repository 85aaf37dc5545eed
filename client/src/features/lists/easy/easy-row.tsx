import { type Item, photoOf, sidesOfRow } from '@withy/shared/plan'
import { useContext } from 'react'
import { PhotoView } from '../../../plan-view/photo-view.tsx'
import { PictureView } from '../../../plan-view/picture-view.tsx'
import { useLanguage, useText } from '../../../text/use-text.ts'
import { PlanLanguage, useSpoken } from '../../../ui/theirs.tsx'
import { photoWords } from './photo/photo-words.ts'

type EasyRowProps = {
  /** Of the plan: its photos are had from there. */
  readonly planId: string
  readonly item: Item
  /** Only in the reader's language, where the row has it. */
  readonly alone?: boolean
}

/**
 * One idea: its picture on the left, its words on the right; where it has them in two languages side by side, the reader's first. A
 * picture says nothing that the words do not, and is not read out; a photo of people's own says what they said of it.
 */
export function EasyRow({ planId, item, alone = false }: EasyRowProps) {
  const t = useText()
  const said = useSpoken()
  const sides = sidesOfRow(item, useLanguage(), useContext(PlanLanguage))
  const picture = String(item.cells.picture ?? '')
  const photo = photoOf(picture)
  return (
    <div className="easy-row">
      {photo ? (
        <PhotoView key={photo} planId={planId} photo={photo} words={photoWords(item)} unsaid={t('easy.photo-unsaid')} />
      ) : (
        <PictureView id={picture} alt="" />
      )}
      <div className="easy-row-words">
        {sides.length === 0 && (
          <p dir="auto" data-field="words">
            {t('easy.no-words')}
          </p>
        )}
        {(alone ? sides.slice(0, 1) : sides).map(({ field, words, lang }) => (
          <p key={field} {...said({ ...(lang && { lang }) })} data-field={field}>
            {words}
          </p>
        ))}
        {item.other?.map((other, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: plain words without identity or state
          <p key={at} {...said({})}>
            {other}
          </p>
        ))}
      </div>
    </div>
  )
}
