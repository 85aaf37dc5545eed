import { readRichText, textRoot } from '@withy/shared/plan'
import { type AnsweredInShort, isAnswered, putBacksOf, type Suggestion } from '@withy/shared/protocol'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useDesk } from '../../../live/desk.tsx'
import { useRoots } from '../../../live/root-changes.ts'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { KeptFocus } from '../../../ui/kept-focus.tsx'
import { useTalk, useTalkAt } from '../talk-context.ts'
import type { TalkPlaceProps } from '../talk-place.ts'
import { EarlierWords } from './earlier-words.tsx'
import { Fetched } from './fetched.tsx'
import { Fold } from './fold.tsx'
import type { Offer } from './put-back.tsx'
import { SuggestDialog } from './suggest-dialog.tsx'
import { useHasDraft, useUnsentAt } from './suggest-drafts.ts'
import { SuggestionCard } from './suggestion-card.tsx'
import { UnsentWords } from './unsent-words.tsx'
import { useFetchAnswered } from './use-fetch-answered.ts'
import { useWordsNow } from './use-words-now.ts'
import './suggest.css'

/** Opens the dialog in which other words for a place are written; for whoever may suggest some. */
export function SuggestButton({ place }: { readonly place: TalkPlaceProps }) {
  const t = useText()
  const { id: plan, may } = useDesk()
  const hasDraft = useHasDraft(plan, place.box, place.item)
  const [isOpen, setIsOpen] = useState(false)
  const button = useInSightAgain(isOpen)
  const isEmpty = useIsEmpty(place)
  // Of a list it is an item that has words.
  if (!may('suggest') || (place.shape && !place.item)) return null
  // "Write here" stands above it: whoever may write has no other words to suggest where there are none (SPEC A11Y-284).
  if (isEmpty && may('write') && !hasDraft && !isOpen) return null
  const words = t(hasDraft ? 'talk-suggest.go-on' : 'talk-suggest.suggest')
  return (
    <>
      <Button ref={button} look="quiet" aria-label={`${words}: ${place.label}`} onClick={() => setIsOpen(true)}>
        {words}
      </Button>
      {isOpen && <SuggestDialog place={place} offer={null} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** Whether a text box holds no words now. */
function useIsEmpty({ box, shape }: TalkPlaceProps): boolean {
  const { live } = useDesk()
  const version = useRoots(live.doc, [box])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read again
  return useMemo(() => !shape && readRichText(textRoot(live.doc, box)).length === 0, [live, box, shape, version])
}

/** For the button a dialog gives the focus back to: what was sent meanwhile stands above it, and may have moved it out of sight. */
function useInSightAgain(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen && button.current && document.activeElement === button.current)
      button.current.scrollIntoView?.({ block: 'nearest' })
  }, [isOpen])
  return button
}

/**
 * Other words that were suggested for a place, below it: those that wait, the words there were before, what was answered, and what waits
 * for a connection.
 */
export function PlaceSuggestions({ place }: { readonly place: TalkPlaceProps }) {
  const { plan } = useTalk()
  const { suggestions, answered } = useTalkAt(place.box, place.item)
  const unsent = useUnsentAt(plan, place.box, place.item)
  return (
    <>
      {suggestions.length + answered.length > 0 && <Suggestions {...{ place, suggestions, answered }} />}
      {unsent.map(([key, draft]) => (
        <UnsentWords key={key} draft={draft} />
      ))}
    </>
  )
}

type SuggestionsProps = {
  readonly place: TalkPlaceProps
  readonly suggestions: readonly Suggestion[]
  /** Those whose words come once somebody looks at them. */
  readonly answered: readonly AnsweredInShort[]
}

function Suggestions({ place, suggestions, answered: inShort }: SuggestionsProps) {
  const t = useText()
  const fetchWords = useFetchAnswered(place.box)
  const now = useWordsNow(place)
  const [offer, setOffer] = useState<Offer | null>(null)
  // What is answered while somebody looks stays where it is until they come again: nothing goes from under their hands.
  const seenOpen = useRef(new Set<string>())
  for (const each of suggestions) if (!isAnswered(each)) seenOpen.current.add(each.id)
  // It was answered while the page was away.
  const isMissed = inShort.some(({ id }) => seenOpen.current.has(id))
  useEffect(() => {
    if (isMissed) fetchWords().catch(() => {})
  }, [isMissed, fetchWords])
  const open = suggestions.filter(({ id }) => seenOpen.current.has(id))
  const answered = suggestions.filter(({ id }) => !seenOpen.current.has(id))
  const backs = useMemo(() => putBacksOf(suggestions), [suggestions])
  const card = (suggestion: Suggestion) => (
    <li key={suggestion.id}>
      <SuggestionCard
        suggestion={suggestion}
        isBack={backs.has(suggestion.id)}
        now={now.find(({ field }) => field === suggestion.place.field) ?? null}
        onOffer={setOffer}
      />
    </li>
  )
  return (
    <KeptFocus className="suggestions">
      {open.length > 0 && (
        <ul className="list" aria-label={`${t('talk-suggest.list')}: ${place.label}`}>
          {open.map(card)}
        </ul>
      )}
      <EarlierWords {...{ suggestions, backs, inShort, now }} box={place.box} onOffer={setOffer} />
      {answered.length + inShort.length > 0 && (
        <Fold
          className="suggestions-answered"
          summary={t('talk-suggest.answered', { count: answered.length + inShort.length })}
        >
          {() => (
            <Fetched box={place.box} isHere={inShort.length === 0}>
              <ul className="list">{answered.map(card)}</ul>
            </Fetched>
          )}
        </Fold>
      )}
      {offer && <SuggestDialog place={place} offer={offer} onClose={() => setOffer(null)} />}
    </KeptFocus>
  )
}
