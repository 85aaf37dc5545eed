import {
  type ChangedWords as Part,
  type Sentence,
  textOfSentences,
  wordDiff,
  wordsOfSentences,
} from '@withy/shared/plan'
import { ChangedWords } from '../../../plan-view/changed-words.tsx'
import { RichTextView } from '../../../plan-view/rich-text-view.tsx'
import { useText } from '../../../text/use-text.ts'
import { useSpoken } from '../../../ui/theirs.tsx'
import { shortened } from '../said.tsx'

/** People's headings in what is offered are below all of the page's own. */
const UNDER = 5

/** Some sentences, as they are set out. */
export function SomeWords({ sentences }: { readonly sentences: readonly Sentence[] }) {
  return (
    <div className="offer-words offer-words-set-out">
      <RichTextView text={textOfSentences(sentences)} under={UNDER} />
    </div>
  )
}

type OfferedWordsProps = {
  readonly was: readonly Sentence[]
  readonly becomes: readonly Sentence[]
  /** The words of the sentence before it. */
  readonly before: string
}

/** What some sentences would become: added and taken-out words in signs, lines and words (SPEC TALK-63). */
export function OfferedWords({ was, becomes, before: neighbour }: OfferedWordsProps) {
  const t = useText()
  const said = useSpoken()
  const [before, after] = [wordsOfSentences(was).trim(), wordsOfSentences(becomes).trim()]
  if (before === after) {
    return (
      <>
        <SomeWords sentences={becomes} />
        <p className="offer-about">{t('changed.set-out')}</p>
      </>
    )
  }
  return (
    <>
      {before === '' && (
        <p className="offer-about">
          {neighbour ? t('talk-suggest.new-after', { words: shortened(neighbour) }) : t('talk-suggest.new-first')}
        </p>
      )}
      {after === '' && <p className="offer-about">{t('talk-suggest.gone-out')}</p>}
      <p className="offer-words" {...said({ lang: (becomes[0] ?? was[0])?.lang })}>
        <ChangedWords parts={partsOf(before, after)} />
      </p>
    </>
  )
}

/** Where less than this stays, single words tell nothing: the old words stand whole on their lines, the new ones below. */
const ENOUGH = 0.6

/** What is added and what is taken out, so that it can be read. */
function partsOf(before: string, after: string): readonly Part[] {
  const parts = wordDiff(before, after)
  const stays = parts.reduce((letters, { is, text }) => letters + (is === 'same' ? text.length : 0), 0)
  if (before === '' || after === '' || stays >= ENOUGH * Math.min(before.length, after.length)) return parts
  return [
    { is: 'taken-out', text: before },
    { is: 'same', text: '\n' },
    { is: 'added', text: after },
  ]
}
