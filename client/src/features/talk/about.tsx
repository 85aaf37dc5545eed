import type { TalkPlace } from '@withy/shared/protocol'
import { useSyncExternalStore } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { wholePlan } from '../../live/whole-plan.ts'
import { useText } from '../../text/use-text.ts'
import { foundWords } from './talk-texts.ts'

const SENTENCES = { there: 'talk.about-words', changed: 'talk.about-changed', gone: 'talk.about-gone' } as const

type AboutProps = {
  readonly place: TalkPlace
  /** Its words are said beside it: only what became of them is told. */
  readonly isTold?: boolean
}

/** What of a place a thread is about, in its words, also when those are not there any more; nothing where it is about all of it. */
export function About({ place, isTold = false }: AboutProps) {
  const t = useText()
  const { live, template, epoch } = useDesk()
  // As often as the whole plan is read, and drawn again only where that makes a difference.
  const is = useSyncExternalStore(
    wholePlan(live.doc, template.kind).on,
    () => foundWords(live.doc, epoch, place)?.is ?? null,
  )
  if (!place.words || !is || (isTold && is === 'there')) return null
  return (
    <p className="talk-about" dir="auto">
      {t(SENTENCES[is], { words: place.words.quote })}
    </p>
  )
}
