import type { CopySize, SealedAnswer, SealRecord } from '@withy/shared/api'
import { dayOf, inLanguage, type Language } from '@withy/shared/plan'
import { seen, visibleText } from '../http/visible-text.ts'
import { ACTING, AGREED, ANSWER, MISSING } from './agreed-words.ts'
import { type Cell, heading, type Node, ours, paragraph, rowsAsList, words } from './nodes.ts'
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
export function agreedNodes(record: SealRecord, lang: Language, size: CopySize): Node[] {
  const against = record.answers.filter(isAgainst)
  return [
    heading(1, AGREED.who[lang]),
    answersNode(record.answers, lang, size),
    ...listed(
      AGREED.notAnswered[lang],
      record.notAnswered.map(({ name, voice }) => `${visibleText(name)}: ${VOICE[voice][lang]}`),
    ),
    ...(against.length > 0
      ? [
          heading(2, AGREED.against[lang]),
          { is: 'bullets' as const, as: 'cards' as const, items: against.map((answer) => ownWords(answer, lang)) },
        ]
      : []),
    ...(record.decides
      ? [
          heading(2, AGREED.decides[lang]),
          ours(`${visibleText(record.decides.name)}: ${ACTING[record.decides.acting][lang]}`),
          ...said(record.decides.words),
        ]
      : []),
    ...(seen(record.wentOn) ? [heading(2, AGREED.wentOn[lang]), ...said(record.wentOn)] : []),
    ...listed(
      AGREED.missing[lang],
      record.missing.map(({ what, count }) => MISSING[what](count)[lang]),
    ),
    ...(record.reviewOn ? [heading(2, AGREED.review[lang]), paragraph(dayOf(lang, record.reviewOn))] : []),
  ]
}

/** A stop stands whatever words were changed since (SPEC AGREE-9). */
const isAgainst = ({ answer, ofTheseWords }: SealedAnswer): boolean =>
  answer === 'stop' || (answer === 'disagree' && ofTheseWords)

/** A table; in large letters the list of its rows, since its columns would be a word wide (SPEC EXPORT-18). */
function answersNode(answers: readonly SealedAnswer[], lang: Language, size: CopySize): Node {
  const head = [AGREED.name[lang], AGREED.voice[lang], AGREED.said[lang], AGREED.words[lang]]
  const rows = answers.map((answer): Cell[] => [
    words(visibleText(answer.name)),
    words(VOICE[answer.voice][lang]),
    { runs: [{ text: answerInWords(answer, lang) }] },
    words(visibleText(answer.words)),
  ])
  return size === 'normal' ? { is: 'table', head, rows } : rowsAsList(head, rows)
}

function answerInWords({ answer, section, by, acting, advocate, ofTheseWords }: SealedAnswer, lang: Language): string {
  const what = section === null ? ANSWER[answer][lang] : `${seen(inLanguage(section, lang))}: ${ANSWER[answer][lang]}`
  return [
    what,
    ...givenFor(by, acting, lang),
    ...(seen(advocate) ? [`${AGREED.advocate[lang]} ${visibleText(advocate)}`] : []),
    ...(ofTheseWords ? [] : [AGREED.otherWords[lang]]),
  ].join('\n')
}

/** Who decides for a person who is not in the plan answers in their own name, so that nobody else is named (SPEC AGREE-18). */
function givenFor(by: SealedAnswer['by'], acting: SealedAnswer['acting'], lang: Language): string[] {
  if (by === null && acting === null) return []
  const given = by === null ? AGREED.inPlace[lang] : `${AGREED.givenBy[lang]} ${visibleText(by)}`
  return [acting === null ? given : `${given} (${ACTING[acting][lang]})`]
}

const ownWords = (answer: SealedAnswer, lang: Language): Node[] => [
  paragraph(visibleText(answer.name), 'name'),
  paragraph(
    answer.section === null
      ? ANSWER[answer.answer][lang]
      : `${seen(inLanguage(answer.section, lang))}: ${ANSWER[answer.answer][lang]}`,
  ),
  ...(answer.ofTheseWords ? [] : [paragraph(AGREED.otherWords[lang])]),
  ...said(answer.words),
]

const said = (theirs: string): Node[] => (seen(theirs) ? [paragraph(visibleText(theirs))] : [])

const listed = (title: string, lines: readonly string[]): Node[] =>
  lines.length > 0 ? [heading(2, title), { is: 'bullets', items: lines.map((line) => [ours(line)]) }] : []
