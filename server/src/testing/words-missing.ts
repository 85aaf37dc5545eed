import type { TalkAnnex } from '@withy/shared/api'
import { dayOf, type EditionItem, type EditionValue, inLanguage, isVisible, type RichText } from '@withy/shared/plan'
import type { Exported } from '../exports/exported.ts'
import { bare } from './exported-plans.ts'

/** What of a copy says what has to stand in it. */
export type CopyRead = Pick<Exported, 'edition' | 'people' | 'lang' | 'sections' | 'talk'>

/**
 * The words of a copy's edition that do not stand in the text of a file, in the order in which they are read: titles, questions and
 * labels of ours in the language of the copy, and all that people wrote. `text`: as the format's own reader gives it. `isTurned`: words
 * that this reader gives in an order of its own, of which every letter has to be there as often as they have it, and no more is asked.
 * It walks the edition by itself: what lays copies out is what it judges.
 */
export function missingFrom(
  text: string,
  copy: CopyRead,
  isTurned: (words: string) => boolean = () => false,
): string[] {
  const found = bare(text)
  const letters = [...found].filter(isTurnedLetter).reduce(counted(1), new Map<string, number>())
  let at = 0
  return wordsInOrder(copy).filter((words) => {
    const wanted = bare(words)
    if (isTurned(words)) {
      const left = [...wanted].filter(isTurnedLetter).reduce(counted(-1), letters)
      return [...wanted].some((sign) => (isTurnedLetter(sign) ? (left.get(sign) ?? 0) < 0 : !found.includes(sign)))
    }
    const next = found.indexOf(wanted, at)
    if (next >= 0) at = next + wanted.length
    return next < 0
  })
}

/** Letters that stand in turned words alone. */
const isTurnedLetter = (sign: string): boolean => /(?!\p{Script=Latin})\p{L}/u.test(sign)

const counted = (by: 1 | -1) => (counts: Map<string, number>, sign: string) =>
  counts.set(sign, (counts.get(sign) ?? 0) + by)

/** What a reader of the copy meets, piece by piece. */
function wordsInOrder({ edition, people, lang, sections, talk }: CopyRead): string[] {
  const shown = edition.parts.flatMap(({ title, sections: all, empty }) => {
    const chosen = all.filter(({ id }) => sections?.includes(id) ?? true)
    if (sections && chosen.length === 0) return []
    return [
      title[lang],
      ...chosen.flatMap((section) => [
        inLanguage(section.title, lang),
        ...(section.question ? [section.question[lang]] : []),
        ...section.boxes.flatMap((box) => [
          box.title[lang],
          ...(box.type === 'text' ? wordsOfText(box.text) : box.items.flatMap((item) => wordsOfItem(item, lang))),
        ]),
      ]),
      ...(sections ? [] : empty.map((one) => inLanguage(one, lang))),
    ]
  })
  if (sections) return [edition.title, ...shown]
  const explained = edition.explained.toSorted((a, b) => a.word.localeCompare(b.word, lang))
  return [
    edition.title,
    ...people.map(({ name }) => name),
    ...shown,
    ...explained.flatMap(({ word, meaning }) => [word, meaning]),
    ...edition.unplaced,
    ...(talk ? wordsOfTalk(talk.annex) : []),
  ]
}

/** What people said about the plan, after all of it. */
const wordsOfTalk = ({ threads, suggestions }: TalkAnnex): string[] => [
  ...threads.flatMap(({ about, comments, settled }) => [
    about.words?.quote ?? '',
    ...comments.flatMap(({ name, words }) => [name ?? '', words ?? '']),
    settled?.name ?? '',
  ]),
  ...suggestions.flatMap(({ name, why, changes }) => [
    name,
    why,
    ...changes.flatMap(({ was, becomes, needs, fate }) => [
      ...[...was, ...becomes].flatMap(({ runs }) => runs.map(({ text }) => text)),
      ...(fate ? [fate.name] : needs),
    ]),
  ]),
]

const wordsOfText = (text: RichText): string[] =>
  text.flatMap((block) => ('items' in block ? block.items.flatMap(wordsOfText) : block.runs.map(({ text }) => text)))

function wordsOfItem({ name, facts, origin, other = [] }: EditionItem, lang: Exported['lang']): string[] {
  const from =
    origin?.from === 'workshop'
      ? [...origin.by, dayOf(lang, origin.on), ...origin.said.map(({ words }) => words)]
      : origin
        ? [inLanguage(origin.title, lang)]
        : []
  return [
    ...(name ? wordsOfValue(name, lang) : []),
    ...facts.flatMap(({ label, value }) => {
      const words = wordsOfValue(value, lang)
      return words.some(isVisible) ? [label[lang], ...words] : []
    }),
    ...from,
    ...other,
  ]
}

function wordsOfValue(value: EditionValue, lang: Exported['lang']): string[] {
  if (value.is === 'words') return [value.words]
  if (value.is === 'date') return [dayOf(lang, value.date)]
  if (value.is === 'scale') return [String(value.scale)]
  return value.named.map((named) => inLanguage(named, lang))
}
