import { fleschKincaid } from 'flesch-kincaid'
import { spache } from 'spache'
import { spacheFormula } from 'spache-formula'
import { syllable } from 'syllable'
import { KNOWN_HERE } from './known-here.mjs'

/** Spache's list was made for samples of this many words: in a long text the words that are new come again, and count for less. */
const SAMPLE = 100
const familiar = new Set([...spache, ...KNOWN_HERE])

/** The words of a text, as they are counted. */
export const wordsOf = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu) ?? []

const cutters = {
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
  cy: new Intl.Segmenter('cy', { granularity: 'sentence' }),
}
/** The sentences of a text. A heading or the name of a button is one too. */
export const sentencesOf = (text, language) =>
  Array.from(cutters[language].segment(text), ({ segment }) => segment)
    // The rule of Unicode goes on after a full stop where a number begins.
    .flatMap((one) => one.split(/(?<=[.!?…][”’)]*)\s+(?=[“(]?\d)/u))
    .map((one) => one.trim())
    .filter((one) => wordsOf(one).length > 0)

/**
 * How old somebody is who reads these sentences with ease.
 * @param sentences English ones
 * @returns `age` by Flesch-Kincaid (the school year and 5), `spache` the school year by Spache
 */
export function measure(sentences) {
  const words = sentences.flatMap((sentence) => wordsOf(sentence))
  const counts = { sentence: sentences.length, word: words.length }
  const age = fleschKincaid({ ...counts, syllable: words.reduce((sum, word) => sum + syllable(word), 0) }) + 5
  const samples = samplesOf(sentences).map(spacheOf)
  return { words: words.length, age, spache: samples.reduce((sum, one) => sum + one, 0) / samples.length }
}

function spacheOf(sentences) {
  const words = sentences.flatMap((sentence) => wordsOf(sentence))
  const strange = words.filter((word) => !isFamiliar(word)).map((word) => word.toLowerCase())
  return spacheFormula({ sentence: sentences.length, word: words.length, unfamiliarWord: new Set(strange).size })
}

/** Whole sentences together, each time as many as make a sample; what is left at the end belongs to the last. */
function samplesOf(sentences) {
  const samples = [[]]
  let words = 0
  for (const sentence of sentences) {
    if (words >= SAMPLE) {
      samples.push([])
      words = 0
    }
    samples.at(-1).push(sentence)
    words += wordsOf(sentence).length
  }
  if (words < SAMPLE && samples.length > 1) samples.at(-2).push(...samples.pop())
  return samples
}

/** As Spache counts: a word of the list, its plural, its possessive, and the regular forms of a verb. */
function isFamiliar(written) {
  const word = written.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '')
  if (/\d/.test(word) || familiar.has(word)) return true
  if (word.includes('-')) return word.split('-').every((part) => part === '' || isFamiliar(part))
  return stemsOf(word).some((stem) => familiar.has(stem))
}

function stemsOf(word) {
  const [, stem, end] = /^(.+?)(s|es|ed|d|ing)$/.exec(word) ?? []
  if (!end) return []
  const doubled = /([b-df-hj-np-tv-z])\1$/.test(stem) ? [stem.slice(0, -1)] : []
  return [stem, `${stem}e`, stem.replace(/i$/, 'y'), ...doubled, ...stemsEnding(word)]
}

/** The shortest end is tried first above; here are the longer ones. */
const stemsEnding = (word) =>
  ['ed', 'es', 'ing', 'ies', 'ied']
    .filter((end) => word.endsWith(end))
    .flatMap((end) => {
      const stem = word.slice(0, -end.length)
      return [stem, `${stem}e`, `${stem}y`, stem.replace(/(.)\1$/, '$1')]
    })
