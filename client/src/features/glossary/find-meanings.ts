import { type Explained, findExplained, type Language } from '@withy/shared/plan'
import { type CareWord, isInitials } from './care-words/care-word.ts'
import type { CareWords } from './care-words/known-care-words.ts'

/** What a reader can be told of a word, by the plan or by our own list. */
export type Meaning = {
  readonly id: string
  /** As it stands in the text; what the plan explains, as the plan has it. */
  readonly word: string
  readonly meaning: string
  readonly easier?: string | undefined
  readonly from: 'plan' | 'list'
  /** Of what our list says. People's words say none of their own. */
  readonly lang?: Language
}
export type MeaningPiece = { readonly text: string; readonly meaning?: Meaning }

/**
 * Finds the words of a text that can be explained. What the plan explains stands above ours: of a word that both have, every
 * form that ours knows is told as the plan says (SPEC A11Y-73).
 * @param care our list in the language of the text; none where there is none
 */
export function findMeanings(
  explained: readonly Explained[],
  care: CareWords | undefined,
  lang: Language,
): (text: string) => readonly MeaningPiece[] {
  const own = explained.map(ofPlan)
  const byId = new Map(own.map((each) => [each.id, each]))
  const findOwn = findExplained(explained)
  if (!care)
    return (text) => findOwn(text).map(({ text, explained }) => pieceOf(text, explained && byId.get(explained.id)))
  const told = new Map<CareWord, Meaning>(care.words.map((word) => [word, ofList(word, lang)]))
  for (const each of own) {
    const [whole, ...more] = care.find(each.word.trim())
    if (whole?.word && more.length === 0) told.set(whole.word, each)
  }
  return (text) =>
    findOwn(text).flatMap(({ text, explained }) =>
      explained
        ? [pieceOf(text, byId.get(explained.id))]
        : care
            .find(text)
            .map((piece) => pieceOf(piece.text, piece.word && asItStands(told.get(piece.word), piece.text))),
    )
}

const pieceOf = (text: string, meaning: Meaning | undefined): MeaningPiece => (meaning ? { text, meaning } : { text })

/** Whoever presses a form of our word sees that one; of initials, what they are too. */
const asItStands = (meaning: Meaning | undefined, text: string): Meaning | undefined =>
  meaning?.from === 'list' ? { ...meaning, word: isInitials(text) ? `${meaning.word} (${text})` : text } : meaning

const ofPlan = ({ id, word, meaning }: Explained): Meaning => ({ id, word, meaning, from: 'plan' })

const ofList = ({ id, word, means, easier }: CareWord, lang: Language): Meaning => ({
  id: `care:${lang}:${id}`,
  word,
  meaning: means,
  easier,
  from: 'list',
  lang,
})
