import type { PhotoKept } from '@withy/shared/api'
import { useState } from 'react'
import { photoAddress, readPhotos, removePhoto } from '../../../../api/photos.ts'
import { sentenceOf } from '../../../../api/send.ts'
import { useAnswer } from '../../../../api/use-answer.ts'
import { useDesk } from '../../../../live/desk.tsx'
import { useWholePlan } from '../../../../live/whole-plan.ts'
import { PhotoView } from '../../../../plan-view/photo-view.tsx'
import { sayTaken } from '../../../../plan-view/taken-photos.ts'
import { useDates } from '../../../../text/use-dates.ts'
import { useText } from '../../../../text/use-text.ts'
import { AskFirst } from '../../../../ui/ask-first.tsx'
import { Button } from '../../../../ui/button.tsx'
import { takeLostFocus } from '../../../../ui/late-focus.ts'
import type { UsedPhoto } from './photo-draft.ts'
import { photoWordsIn } from './photo-words.ts'

type KnownPhotosProps = { readonly chosen: UsedPhoto | null; readonly onUse: (used: UsedPhoto) => void }

/** The photos a plan has: to be used again without sending them, or taken away for good (SPEC EASY-55, EASY-56). */
export function KnownPhotos({ chosen, onUse }: KnownPhotosProps) {
  const t = useText()
  const { id, me, may } = useDesk()
  const plan = useWholePlan()
  const asked = useAnswer(() => readPhotos(id))
  const [isGone, setGone] = useState(false)
  const [leaving, setLeaving] = useState<PhotoKept | null>(null)
  if (asked.is === 'asking') return <p role="status">{t('common.opening')}</p>
  if (asked.is === 'refused') return <p role="alert">{sentenceOf(asked.error)}</p>
  const photos = asked.answer.photos.filter(({ removedAt }) => removedAt === null)
  const remove = async ({ photo }: PhotoKept) => {
    await removePhoto(id, photo)
    sayTaken(photoAddress(id, photo))
    await asked.again()
    setGone(true)
  }
  return (
    <>
      {isGone && !leaving && (
        <p ref={takeLostFocus} tabIndex={-1}>
          {t('photos.taken-away')}
        </p>
      )}
      {photos.length === 0 && !isGone && <p>{t('photos.known-none')}</p>}
      <ul className="list photos-known">
        {photos.map((one) => (
          <li key={one.photo}>
            <KnownPhoto
              one={one}
              words={(one.photo === chosen?.photo && chosen.words) || photoWordsIn(plan, one.photo)}
              isChosen={one.photo === chosen?.photo}
              onUse={onUse}
              onLeave={one.addedBy === me.id || may('run-workshop') ? setLeaving : undefined}
            />
          </li>
        ))}
      </ul>
      {leaving && (
        <AskFirst
          title={t('photos.take-away-title')}
          words={
            <>
              <p>{t('photos.take-away-everybody')}</p>
              <p>{t('photos.take-away-copies')}</p>
            </>
          }
          doIt={t('photos.take-away')}
          cancel={t('common.cancel')}
          onDo={() => remove(leaving)}
          onClose={() => setLeaving(null)}
          sentenceOf={sentenceOf}
        />
      )}
    </>
  )
}

type KnownPhotoProps = {
  readonly one: PhotoKept
  readonly words: string
  readonly isChosen: boolean
  readonly onUse: (used: UsedPhoto) => void
  readonly onLeave: ((one: PhotoKept) => void) | undefined
}

function KnownPhoto({ one, words, isChosen, onUse, onLeave }: KnownPhotoProps) {
  const t = useText()
  const { id, names } = useDesk()
  const { day } = useDates()
  const { photo, addedBy, addedAt, shows, who } = one
  const name = names.find((person) => person.id === addedBy)?.name
  const said = words || t('easy.photo-unsaid')
  return (
    <>
      <button type="button" className="easy-choice" aria-pressed={isChosen} onClick={() => onUse({ photo, words })}>
        <PhotoView planId={id} photo={photo} />
        <span dir="auto">{said}</span>
      </button>
      <p dir="auto">
        {name && t('photos.added', { name, day: day(addedAt) })}{' '}
        {shows === 'agreed' && who ? t('photos.who-agreed', { who }) : t('photos.nobody-on-it')}
      </p>
      {onLeave && (
        <Button look="careful" aria-label={`${t('photos.take-away')}: ${said}`} onClick={() => onLeave(one)}>
          {t('photos.take-away')}
        </Button>
      )}
    </>
  )
}
