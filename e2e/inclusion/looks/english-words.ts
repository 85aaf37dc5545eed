// @ts-expect-error a script of Node built-ins, without types
import { englishIn } from '../../../scripts/gates/reading-age/english-in.mjs'
import type { LookFor } from '../looks.ts'
import { inPage } from './in-page.ts'

const ADDRESS = /\S*[.:]\S*\/\S*/g

/**
 * No English word among our own words on a Welsh page, however they came there (the texts have a test of their own). What people wrote is
 * left out, and counted: it is marked as theirs, or as being in another language.
 * @param theirs what people called things, which stands in sentences of ours without a mark
 */
export const englishWords = (theirs: readonly string[]): LookFor => ({
  checks: ['F1'],
  at: async (page) => {
    const { language, ours, marked } = await inPage(page, wordsOnPage)
    if (language !== 'cy') return []
    const longestFirst = theirs.toSorted((one, other) => other.length - one.length)
    const bare = (words: string) =>
      longestFirst.reduce((left, their) => left.replaceAll(their, ' '), words).replaceAll(ADDRESS, ' ')
    const short = ours.flatMap((words) => {
      const found: readonly string[] = englishIn(bare(words))
      return found.length > 0 ? [`“${found.join('”, “')}” in: ${words.slice(0, 100)}`] : []
    })
    return [{ check: 'F1', looked: ours.length, short, theirs: marked }]
  },
})

/** The words that can be seen, block by block, and how many of them are marked as people's or as in another language. */
function wordsOnPage(): { language: string; ours: string[]; marked: number } {
  const { seen } = window.withyLook
  // A page's title is ours, but where it is a plan's.
  const theirs = '[dir="auto"]:not(h1), bdi, [lang]:not([lang^="cy"]), [contenteditable="true"]'
  const own = (element: Element) =>
    [...element.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent ?? '')
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  const blocks = [...document.body.querySelectorAll('*')].filter(
    (element) => !element.matches('script, style, svg *, textarea') && /\p{L}/u.test(own(element)) && seen(element),
  )
  const ours = blocks.filter((element) => !element.closest(theirs))
  return { language: document.documentElement.lang, ours: ours.map(own), marked: blocks.length - ours.length }
}
