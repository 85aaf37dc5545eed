import type { TalkPlace } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'

/** What of a place a thread is about: its words, or nothing where it is about all of it. */
export function About({ place }: { readonly place: TalkPlace }) {
  const t = useText()
  if (!place.words) return null
  return (
    <p className="talk-about" dir="auto">
      {t('talk.about-words', { words: place.words.quote })}
    </p>
  )
}
