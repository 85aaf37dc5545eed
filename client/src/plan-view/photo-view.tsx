import { useEffect, useState, useSyncExternalStore } from 'react'
import { photoAddress, wasTaken } from '../api/photos.ts'
import { useText } from '../text/use-text.ts'
import { onConnected } from '../ui/reach.ts'
import { useSpoken } from '../ui/theirs.tsx'
import { isTaken, onTaken, sayTaken } from './taken-photos.ts'
import './picture-view.css'
import './photo-view.css'

type PhotoViewProps = {
  readonly planId: string
  readonly photo: string
  /** What it shows, in people's words, where they do not stand beside it. */
  readonly words?: string
  /** What is said where they have not said anything. */
  readonly unsaid?: string
}

/** A photo of people's own, whole, on white. One that cannot be had leaves its words in its place (SPEC EASY-53); one that was taken away says so there too (SPEC EASY-69). */
export function PhotoView({ planId, photo, words = '', unsaid = '' }: PhotoViewProps) {
  const t = useText()
  const said = useSpoken()
  const address = photoAddress(planId, photo)
  const isGone = useSyncExternalStore(onTaken, () => isTaken(address))
  const [isAway, setAway] = useState(false)
  useEffect(() => (isAway ? onConnected(() => setAway(false)) : undefined), [isAway])
  const shown = !isGone && !isAway
  const alt = words || unsaid
  const spoken = words ? said({}) : {}
  const lost = async () => {
    setAway(true)
    if (await wasTaken(planId, photo)) sayTaken(address)
  }
  return (
    <span className="easy-picture easy-photo" data-empty={isGone ? 'taken' : isAway ? 'away' : undefined}>
      {shown && (
        <img
          {...spoken}
          src={address}
          alt={alt}
          width="96"
          height="96"
          loading="lazy"
          decoding="async"
          onError={lost}
        />
      )}
      {isGone ? (
        <span className="easy-photo-words">
          {t('easy.photo-taken')} {words && t('easy.photo-showed')} {words && <span {...spoken}>{words}</span>}
        </span>
      ) : (
        alt && (
          <span {...spoken} className="easy-photo-words" hidden={shown}>
            {alt}
          </span>
        )
      )}
    </span>
  )
}
