import type { Suggestion, TalkPlace, TalkThread } from '@withy/shared/protocol'
import { memo } from 'react'
import { sectionOfRoot } from '../../live/others-changes.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { About } from './about.tsx'
import { goToSuggestion, goToThread } from './go-to-place.ts'
import { shortened } from './said.tsx'
import { SuggestionLine } from './suggestion-line.tsx'
import { ThreadCard } from './thread-card.tsx'
import type { Waiting } from './waiting.ts'
import { WhyWaiting } from './why-waiting.tsx'

/** Brings a section of the plan into view, closing what lies over it, and calls `then` where it is there. */
export type GoTo = (section: string, then: () => void) => void

type TalkRowProps = {
  readonly said: TalkThread | Suggestion
  /** What of its section it is about; '' all of it. */
  readonly name: string
  /** Why it waits for whoever is here, and for whose words; null: it does not. */
  readonly why: Waiting['why'] | null
  readonly by: string | null
  readonly isOver: boolean
  /** The same at every draw. */
  readonly goTo: GoTo
}

/** One of the list of all that is said. Draws again only when it is another: there may be hundreds. */
export const TalkRow = memo(function TalkRow({ said, name, why, by, isOver, goTo }: TalkRowProps) {
  const about = (
    <>
      {why && <WhyWaiting why={why} by={by} />}
      {name && <p className="talk-place">{name}</p>}
      <About place={said.place} />
    </>
  )
  const isThread = 'comments' in said
  const words = isThread ? (said.comments[0]?.words ?? '') : said.why
  const show = () => (isThread ? goToThread(said.place, said.id) : goToSuggestion(said.place, said.id))
  const more = <ShowIt place={said.place} words={words} goTo={goTo} show={show} />
  return isThread ? (
    <ThreadCard thread={said} about={about} more={more} />
  ) : (
    <SuggestionLine suggestion={said} isOver={isOver} about={about} more={more} />
  )
})

type ShowItProps = {
  readonly place: TalkPlace
  readonly words: string
  readonly goTo: GoTo
  /** Shows it there. */
  readonly show: () => void
}

function ShowIt({ place, words, goTo, show }: ShowItProps) {
  const t = useText()
  return (
    <Button
      look="quiet"
      aria-label={t('talk.show-named', { words: shortened(words || (place.words?.quote ?? '')) })}
      onClick={() => goTo(sectionOfRoot(place.box) ?? '', show)}
    >
      {t('talk.show')}
    </Button>
  )
}
