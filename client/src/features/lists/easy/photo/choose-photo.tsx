import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../../text/use-text.ts'
import { Button } from '../../../../ui/button.tsx'
import { FileField } from '../../../../ui/file-field.tsx'
import { focusFromHere, type GoOn, takeLostFocus } from '../../../../ui/late-focus.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { KnownPhotos } from './known-photos.tsx'
import { type MadePhoto, makePhoto, type NoPhoto } from './make-photo.ts'
import type { UsedPhoto } from './photo-draft.ts'

type ChoosePhotoProps = {
  readonly chosen: UsedPhoto | null
  /** `goOn`: brings the focus on to what comes then. */
  readonly onMade: (made: MadePhoto, goOn: GoOn) => void
  readonly onUse: (used: UsedPhoto) => void
}

/** For whoever comes back to take another one: what was pressed has gone. */
const begin = (place: HTMLElement | null) => takeLostFocus(place?.querySelector('input') ?? null)

/** Which photo: one of this device, which is made small and bare here, or one the plan has. */
export function ChoosePhoto({ chosen, onMade, onUse }: ChoosePhotoProps) {
  const t = useText()
  const [isMaking, setMaking] = useState(false)
  const [trouble, setTrouble] = useState<NoPhoto | null>(null)
  const [isLooking, setLooking] = useState(false)
  // The one chosen last is the one that counts; whoever has gone away waits for none.
  const waitsFor = useRef<File>(null)
  useEffect(
    () => () => {
      waitsFor.current = null
    },
    [],
  )
  const make = async (file: File) => {
    const goOn = focusFromHere()
    waitsFor.current = file
    setMaking(true)
    setTrouble(null)
    const made = await makePhoto(file).catch((): NoPhoto => 'cannot-open')
    if (waitsFor.current !== file) return
    setMaking(false)
    if (typeof made === 'string') setTrouble(made)
    else onMade(made, goOn)
  }
  return (
    <>
      <div ref={begin}>
        <FileField label={t('photos.choose')} hint={t('photos.choose-hint')} accept="image/*" isMain onChoose={make} />
      </div>
      <p role="status" className="photo-said">
        {isMaking ? t('photos.making') : ''}
      </p>
      <div role="alert" className="photo-said">
        {trouble && (
          <Notice look="careful">
            <p>{t(`photos.${trouble}`)}</p>
          </Notice>
        )}
      </div>
      <div className="stack">
        <div className="row">
          <Button aria-expanded={isLooking} onClick={() => setLooking(!isLooking)}>
            {t('photos.known')}
          </Button>
        </div>
        {isLooking && <KnownPhotos chosen={chosen} onUse={onUse} />}
      </div>
    </>
  )
}
