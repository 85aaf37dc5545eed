import { useEffect, useState, useSyncExternalStore } from 'react'
import { photoAddress } from '../../../../api/photos.ts'
import { useText } from '../../../../text/use-text.ts'
import { onConnected } from '../../../../ui/reach.ts'
import { useSpoken } from '../../../../ui/theirs.tsx'
import { isTaken, onTaken } from './taken-photos.ts'
import './photo-view.css'

type PhotoViewProps = {
  readonly planId: string
  readonly photo: string
  /** What it shows, in people's words; empty where nobody has said. */
  readonly words: string
  /** They stand beside it: once is enough. */
  readonly beside?: boolean
}

/** A photo of people's own, whole, on white. One that cannot be had, or was taken away, leaves its words in its place (SPEC EASY-53). */
export function PhotoView({ planId, photo, words, beside = false }: PhotoViewProps) {
  const t = useText()
  const said = useSpoken()
  const isGone = useSyncExternalStore(onTaken, () => isTaken(photo))
  const [isAway, setAway] = useState(false)
  useEffect(() => (isAway ? onConnected(() => setAway(false)) : undefined), [isAway])
  const shown = !isGone && !isAway
  const alt = words || t('easy.photo-unsaid')
  const spoken = words ? said({}) : {}
  return (
    <span className="easy-picture easy-photo" data-empty={shown ? undefined : ''}>
      {shown && (
        <img
          {...spoken}
          src={photoAddress(planId, photo)}
          alt={beside ? '' : alt}
          width="96"
          height="96"
          loading="lazy"
          decoding="async"
          onError={() => setAway(true)}
        />
      )}
      {!beside && (
        <span {...spoken} className="easy-photo-words" hidden={shown}>
          {alt}
        </span>
      )}
    </span>
  )
}
