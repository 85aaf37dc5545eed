import {
  ADVOCATE_WORDS,
  ANSWER_WORDS,
  type CopySize,
  DECIDES_WORDS,
  EARLIER_WORDS,
  filled,
  IN_PLACE_WORDS,
  isPassedOn,
  LEFT_WORDS,
  MISSING_WORDS,
  type SealedAnswer,
  type SealRecord,
  THROUGH_WORDS,
  UNCONFIRMED_WORDS,
} from '@withy/shared/api'
import { type BlockLanguage, dayOf, inLanguage, type Language } from '@withy/shared/plan'
import { seen, visibleText } from '../http/visible-text.ts'
import { AGREED } from './agreed-words.ts'
import { type Cell, heading, type Node, ours, paragraph, rowsAsList, words } from './nodes.ts'
import type { Laying } from './plan-nodes.ts'
import { momentInWords, VOICE } from './words.ts'

/** Which agreed version a copy is of, and how to find out whether it still reads as it did. */
export const agreedLine = ({ number, sealedAt }: SealRecord, code: string, lang: Language): Node[] => [
  {
    is: 'paragraph',
    runs: [
      { text: AGREED.agreedOn[lang], bold: true },
      { text: ` ${momentInWords(new Date(sealedAt), lang)}. ${AGREED.version[lang]} ${number}.` },
    ],
  },
  // On a line of its own: a code is not broken in two.
  paragraph(`${AGREED.code[lang]} ${code}`),
  paragraph(AGREED.check[lang]),
]

/** Who agreed and how, who did not, and what else was said when a version was sealed: before its words (SPEC EXPORT-13). */
export function agreedNodes(record: SealRecord, { lang, theirs }: Laying, size: CopySize): Node[] {
  const against = record.answers.filter(isAgainst)
  return [
    heading(1, AGREED.who[lang]),
    answersNode(record.answers, { lang, theirs }, size),
    ...listed(
      AGREED.notAnswered[lang],
      record.notAnswered.map(({ name, voice }) => `${visibleText(name)}: ${VOICE[voice][lang]}`),
    ),
    ...(against.length > 0
      ? [
          heading(2, AGREED.against[lang]),
          {
            is: 'bullets' as const,
            as: 'cards' as const,
            items: against.map((answer) => ownWords(answer, { lang, theirs })),
          },
        ]
      : []),
    ...(record.decides
      ? [
          heading(2, AGREED.decides[lang]),
          ours(filled(DECIDES_WORDS[record.decides.acting], { name: visibleText(record.decides.name) })[lang]),
          ...said(record.decides.words, theirs),
        ]
      : []),
    ...(seen(record.wentOn)
      ? [
          heading(2, filled(AGREED.wentOn, { name: visibleText(record.sealedBy) })[lang]),
          ...said(record.wentOn, theirs),
        ]
      : []),
    ...listed(
      AGREED.missing[lang],
      record.missing.map(({ what, count }) => filled(MISSING_WORDS[what], { count })[lang]),
    ),
    ...(record.reviewOn ? [heading(2, AGREED.review[lang]), paragraph(dayOf(lang, record.reviewOn))] : []),
  ]
}

/** Also to earlier words: nobody's “no” goes with a comma that was changed. What it was said to stands with it. */
const isAgainst = ({ answer }: SealedAnswer): boolean => answer === 'stop' || answer === 'disagree'

/** A table; in large letters the list of its rows, since its columns would be a word wide (SPEC EXPORT-18). */
function answersNode(answers: readonly SealedAnswer[], { lang, theirs }: Laying, size: CopySize): Node {
  const head = [AGREED.name[lang], AGREED.voice[lang], AGREED.said[lang], AGREED.words[lang]]
  const rows = answers.map((answer): Cell[] => [
    words(visibleText(answer.name)),
    words(VOICE[answer.voice][lang]),
    { runs: [{ text: answerInWords(answer, lang) }] },
    { ...words(visibleText(answer.words)), ...(seen(answer.words) && theirs) },
  ])
  return size === 'normal' ? { is: 'table', head, rows } : rowsAsList(head, rows)
}

function answerInWords(answer: SealedAnswer, lang: Language): string {
  const { by, acting, advocate, ofTheseWords, left } = answer
  return [
    whatTheySaid(answer, lang),
    ...givenFor(by, acting, lang),
    ...(seen(advocate) ? [filled(ADVOCATE_WORDS, { name: visibleText(advocate) })[lang]] : []),
    ...(isPassedOn(answer) ? [UNCONFIRMED_WORDS[lang]] : []),
    ...(left ? [LEFT_WORDS[lang]] : []),
    ...(ofTheseWords ? [] : [EARLIER_WORDS[lang]]),
  ].join('\n')
}

const whatTheySaid = ({ answer, section }: SealedAnswer, lang: Language): string =>
  section === null ? ANSWER_WORDS[answer][lang] : `${seen(inLanguage(section, lang))}: ${ANSWER_WORDS[answer][lang]}`

/** Who decides for a person who is not in the plan answers in their own name, so that nobody else is named (SPEC AGREE-18). */
function givenFor(by: SealedAnswer['by'], acting: SealedAnswer['acting'], lang: Language): string[] {
  if (by !== null) return [filled(THROUGH_WORDS[acting ?? 'supporter'], { name: visibleText(by) })[lang]]
  return acting === null || acting === 'supporter' ? [] : [IN_PLACE_WORDS[acting][lang]]
}

const ownWords = (answer: SealedAnswer, { lang, theirs }: Laying): Node[] => [
  paragraph(visibleText(answer.name), 'name'),
  paragraph(whatTheySaid(answer, lang)),
  ...(answer.left ? [paragraph(LEFT_WORDS[lang])] : []),
  ...(answer.ofTheseWords ? [] : [paragraph(EARLIER_WORDS[lang])]),
  ...said(answer.words, theirs),
]

const said = (words: string, theirs: BlockLanguage): Node[] =>
  seen(words) ? [{ ...paragraph(visibleText(words)), ...theirs }] : []

const listed = (title: string, lines: readonly string[]): Node[] =>
  lines.length > 0 ? [heading(2, title), { is: 'bullets', items: lines.map((line) => [ours(line)]) }] : []
