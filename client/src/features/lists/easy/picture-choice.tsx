import { type Picture, pictureOf, searchPictures, suggestPictures } from '@withy/shared/plan'
import { type ReactNode, useState } from 'react'
import { PictureView } from '../../../plan-view/picture-view.tsx'
import { useLanguage, useText, useWords } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'

/** So many are looked at with one look. */
const SUGGESTED = 4
const FOUND = 24

type PictureChoiceProps = {
  readonly words: string
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
  /** The photo of people's own that is chosen, and what they say of it. */
  readonly own: ReactNode
  readonly ownWords: string
  /** Other ways to a picture. */
  readonly children: ReactNode
}

/** The picture of a row: those its words suggest, none, or another one that is looked for. */
export function PictureChoice({ words: row, chosen, onChoose, own, ownWords, children }: PictureChoiceProps) {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const [looking, setLooking] = useState(false)
  const [asked, setAsked] = useState('')
  const now = chosen === null ? undefined : pictureOf(chosen)
  const suggested = suggestPictures(row, language).slice(0, SUGGESTED)
  const shown = [...new Set([...(now ? [now] : []), ...suggested])]
  const found = looking ? searchPictures(asked) : []
  const draw = (picture: Picture) => (
    <li key={picture.id}>
      <button
        type="button"
        className="easy-choice"
        aria-pressed={picture.id === chosen}
        onClick={() => onChoose(picture.id)}
      >
        <PictureView id={picture.id} alt="" />
        <span>{words(picture.alt)}</span>
      </button>
    </li>
  )
  return (
    <fieldset className="easy-pictures">
      <legend className="field-label">{t('easy.picture')}</legend>
      <p className="field-hint">{t(shown.length > 0 ? 'easy.picture-hint' : 'easy.picture-none-found')}</p>
      <ul className="list easy-choices">
        {own && (
          <li>
            <button type="button" className="easy-choice" aria-pressed="true">
              {own}
              <span dir="auto">{ownWords || t('easy.photo-unsaid')}</span>
            </button>
          </li>
        )}
        {shown.map(draw)}
        <li>
          <button type="button" className="easy-choice" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
            <PictureView id="" alt="" />
            <span>{t('easy.no-picture')}</span>
          </button>
        </li>
      </ul>
      <div className="row">
        <Button aria-expanded={looking} onClick={() => setLooking(!looking)}>
          {t('easy.another')}
        </Button>
        {children}
      </div>
      {looking && (
        <div className="easy-look">
          <TextField
            label={t('easy.look-for')}
            hint={t('easy.look-for-hint')}
            value={asked}
            maxLength={40}
            onChange={(event) => setAsked(event.target.value)}
          />
          <p role="status">{t('easy.found', { count: found.length })}</p>
          <ul className="list easy-choices">{found.slice(0, FOUND).map(draw)}</ul>
          {found.length > FOUND && <p className="quiet">{t('easy.found-more', { count: FOUND })}</p>}
        </div>
      )}
    </fieldset>
  )
}
