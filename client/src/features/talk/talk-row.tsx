import type { AnsweredInShort, Suggestion, TalkPlace, TalkThread } from '@withy/shared/protocol'
import { memo } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { sectionOfRoot } from '../../live/others-changes.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { About } from './about.tsx'
import { goToSuggestion, goToThread } from './go-to-place.ts'
import { goToGone } from './gone-here.tsx'
import { shortened } from './said.tsx'
import { useNames } from './suggest/use-names.ts'
import { SuggestionLine } from './suggestion-line.tsx'
import { ThreadCard, threadWords } from './thread-card.tsx'
import type { Waiting } from './waiting.ts'
import { WhyWaiting } from './why-waiting.tsx'

/**
 * Brings a section of the plan into view, closing what lies over it, and calls `then`. Where that is false, what was looked for is not
 * there (any more), and the focus is at the section.
 */
export type GoTo = (section: string, then: () => boolean) => void

type TalkRowProps = {
  readonly said: TalkThread | Suggestion | AnsweredInShort
  /** What of its section it is about; '' all of it. */
  readonly name: string
  /** Why it waits for whoever is here, and for whose words; null: it does not. */
  readonly why: Waiting['why'] | null
  readonly by: string | null
  readonly isOver: boolean
  /** The same at every draw; null: there is no way to it. */
  readonly goTo: GoTo | null
}

/** One of the list of all that is said. Draws again only when it is another: there may be hundreds. */
export const TalkRow = memo(function TalkRow({ said, name, why, by, isOver, goTo }: TalkRowProps) {
  const t = useText()
  const { told } = useNames()
  const about = (
    <>
      {why && <WhyWaiting why={why} by={by} />}
      {name && <p className="talk-place">{name}</p>}
      <About place={said.place} isTold={'comments' in said && said.kind === 'meaning'} />
    </>
  )
  if ('comments' in said) {
    const words = threadWords(said)
    const show = () => goToThread(said.place, said.id)
    return <ThreadCard thread={said} about={about} more={<ShowIt place={said.place} {...{ words, show, goTo }} />} />
  }
  const show = () => goToSuggestion(said.place, said.id)
  const [count, reason] = 'count' in said ? [said.count, ''] : [said.changes.length, said.why]
  const words = t('talk-suggest.card', { ...told(said.by), count })
  return (
    <SuggestionLine
      id={said.id}
      why={reason}
      words={words}
      isOver={isOver}
      about={about}
      more={
        <ShowIt
          place={said.place}
          words={reason ? `${words}. ${t('talk-suggest.why-said', { why: reason })}` : words}
          {...{ show, goTo }}
        />
      }
    />
  )
})

type ShowItProps = {
  readonly place: TalkPlace
  /** What the button says of it in its name. */
  readonly words: string
  readonly goTo: GoTo | null
  /** Shows it there. false: it is not there. */
  readonly show: () => boolean
}

function ShowIt({ place, words, show, goTo }: ShowItProps) {
  const t = useText()
  const announce = useAnnounce()
  if (!goTo) return null
  const short = shortened(words)
  const showOrSay = () => {
    if (show()) return true
    announce({ kind: 'done', sentence: t('talk.gone-here', { words: short }) })
    return goToGone(place, short)
  }
  return (
    <Button
      look="quiet"
      aria-label={t('talk.show-named', { words: short })}
      onClick={() => goTo(sectionOfRoot(place.box) ?? '', showOrSay)}
    >
      {t('talk.show')}
    </Button>
  )
}
