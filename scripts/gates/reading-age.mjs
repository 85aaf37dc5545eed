import { join } from 'node:path'
import { countWelshRead } from '../../client/welsh-read.ts'
import { englishIn } from './reading-age/english-in.mjs'
import { measure, sentencesOf, wordsOf } from './reading-age/formulas.mjs'
import { hardWordsIn } from './reading-age/hard-words.mjs'
import { textsRead } from './reading-age/texts-read.mjs'

export const name = 'reading-age'
export const title = 'plain words'

/** Nobody needs to be older than this to read us with ease, by Flesch-Kincaid (a school year and 5), nor further in school by Spache. */
const AGE = 9
const SCHOOL_YEAR = 4
const LONGEST = 15
/** The formulas say nothing of fewer words. */
const ENOUGH = 100
/** A law's own terms and the criteria of a standard are told as they are named. */
const NOT_OURS = new Set(['conformance'])
/** On the way in a paragraph has two sentences at most. */
const ON_THE_WAY_IN = new Set(['join'])

/**
 * Our own words against what a nine-year-old reads with ease: by two formulas, each page and all together, and so that
 * headings and buttons, which are short, do not hide long sentences; sentences of 15 words at most, in Welsh too, for which there is no
 * formula; no care word that is not told; no English word in Welsh.
 * @returns also `byCheck`: what was found, by the check of the inclusion score it falls short of; `notes`: both numbers, the pages that are hardest, and how many Welsh texts no speaker has read
 */
export async function look(root) {
  const texts = (await textsRead(root)).filter(({ page }) => !NOT_OURS.has(page))
  const pages = Map.groupBy(texts, ({ page }) => page)
  const measured = Array.from(pages, ([page, texts]) => ({ page, ...measureTexts(texts) })).filter(
    ({ words }) => words >= ENOUGH,
  )
  const all = { page: 'all together', ...measureTexts(texts) }
  const long = texts.flatMap(tooLong)
  const byCheck = {
    E1: [...measured, all].flatMap(tooHard),
    E2: [...long, ...texts.filter(({ page }) => ON_THE_WAY_IN.has(page)).flatMap(tooMany), ...hardWordsIn(root, texts)],
    F1: texts.flatMap(englishInWelsh),
  }
  const unread = countWelshRead(join(root, 'client/src/text'))
  return {
    read: `${texts.length} texts in ${pages.size} lists`,
    findings: Object.values(byCheck).flat(),
    byCheck,
    notes: [
      `reading age ${inShort(all)}; whole sentences alone ${inShort(all.sentencesAlone)}`,
      `hardest: ${hardest(measured)
        .map((one) => `${one.page} ${inShort(one)}`)
        .join(', ')}`,
      `${long.length} sentences of more than ${LONGEST} words`,
      `${unread.unread} of ${unread.all} Welsh texts of pages no speaker has read yet`,
    ],
  }
}

const measureTexts = (texts) => {
  // Of the forms of a count the last is the one most numbers have.
  const sentences = texts.flatMap(({ en }) => sentencesOf(en.at(-1), 'en'))
  return { ...measure(sentences), sentencesAlone: measure(sentences.filter((one) => /[.?!…][”’)]*$/u.test(one))) }
}

function tooHard({ page, sentencesAlone, ...all }) {
  const hard = (what, { words, age, spache }) =>
    words >= ENOUGH && (age > AGE || spache > SCHOOL_YEAR) ? [`${page}${what}: ${inShort({ age, spache })}`] : []
  return [...hard('', all), ...hard(', its whole sentences', sentencesAlone)]
}

const inShort = ({ age, spache }) => `${age.toFixed(1)} (Flesch-Kincaid), year ${spache.toFixed(1)} (Spache)`

const hardest = (measured) => measured.toSorted((a, b) => b.age - a.age).slice(0, 3)

const tooLong = ({ where, en, cy }) =>
  Object.entries({ en, cy }).flatMap(([language, forms]) => [
    ...new Set(
      forms
        .flatMap((text) => sentencesOf(text, language))
        .filter((sentence) => wordsOf(sentence).length > LONGEST)
        .map((sentence) => `${where} (${language}) has ${wordsOf(sentence).length} words in a sentence: ${sentence}`),
    ),
  ])

const tooMany = ({ where, en, cy }) =>
  Object.entries({ en, cy }).flatMap(([language, forms]) =>
    forms.some((text) => sentencesOf(text, language).length > 2)
      ? [`${where} (${language}) has more than two sentences`]
      : [],
  )

const englishInWelsh = ({ where, cy }) =>
  englishIn(cy.join(' ').replaceAll(/\{\w+\}/g, '')).map((word) => `${where} has the English word “${word}” in Welsh`)
