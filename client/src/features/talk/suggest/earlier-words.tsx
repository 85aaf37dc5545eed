import { wordsOfSentences } from '@withy/shared/plan'
import type { AnsweredInShort, Suggestion } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { shortened } from '../said.tsx'
import { Fetched } from './fetched.tsx'
import { Fold } from './fold.tsx'
import { SomeWords } from './offered-words.tsx'
import { type Offer, PutBack } from './put-back.tsx'
import { useNames } from './use-names.ts'
import { useWhen } from './use-when.ts'
import type { WordsNow } from './use-words-now.ts'

type EarlierWordsProps = {
  readonly suggestions: readonly Suggestion[]
  /** Those by which earlier words were put back. */
  readonly backs: ReadonlySet<string>
  /** Those whose words come once this is opened. */
  readonly inShort: readonly AnsweredInShort[]
  readonly box: string
  readonly now: readonly WordsNow[]
  readonly onOffer: (offer: Offer) => void
}

/** The words that stood here before others were accepted, for ever, with who offered those and who said yes (SPEC TALK-66). */
export function EarlierWords({ suggestions, backs, inShort, box, now, onOffer }: EarlierWordsProps) {
  const t = useText()
  const earlier = suggestions
    .flatMap((suggestion) => suggestion.changes.map((change) => ({ suggestion, change })))
    .filter(({ change }) => change.fate?.is === 'accepted' && change.was.length > 0)
    .toSorted((a, b) => (b.change.fate?.at ?? 0) - (a.change.fate?.at ?? 0))
  const count = inShort.reduce((sum, one) => sum + one.earlier, earlier.length)
  if (count === 0) return null
  return (
    <Fold className="earlier-words" summary={`${t('talk-suggest.earlier')} (${count})`}>
      {() => (
        <Fetched box={box} isHere={inShort.every((one) => one.earlier === 0)}>
          <ul className="list offers">
            {earlier.map(({ suggestion, change }) => (
              <Earlier
                key={`${suggestion.id}/${change.id}`}
                {...{ suggestion, change, onOffer }}
                isBack={backs.has(suggestion.id)}
                now={now.find(({ field }) => field === suggestion.place.field) ?? null}
              />
            ))}
          </ul>
        </Fetched>
      )}
    </Fold>
  )
}

type EarlierProps = {
  readonly suggestion: Suggestion
  readonly change: Suggestion['changes'][number]
  readonly isBack: boolean
  readonly now: WordsNow | null
  readonly onOffer: (offer: Offer) => void
}

function Earlier({ suggestion: { place, by }, change, isBack, now, onOffer }: EarlierProps) {
  const t = useText()
  const when = useWhen()
  const { nameOf, listed, told } = useNames()
  const { fate, yes, was } = change
  if (!fate) return null
  const said = {
    by: nameOf(by),
    names: listed(yes.length > 0 ? yes : [fate.by]),
    when: when(fate.at),
  }
  return (
    <li className="offer">
      {place.field && now && <p className="offer-place">{now.label}</p>}
      <SomeWords sentences={was} />
      <p className="offer-about" tabIndex={-1}>
        {isBack
          ? t('talk-suggest.put-back-by', { ...told(by), when: said.when })
          : t('talk-suggest.earlier-about', said)}
      </p>
      <PutBack {...{ change, place, now, onOffer }} of={shortened(wordsOfSentences(was))} />
    </li>
  )
}
