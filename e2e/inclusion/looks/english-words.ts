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
    // A button is called by what it does and by what people called the thing: that stands on the page too, marked as theirs.
    const longestFirst = [...theirs, ...marked.filter((words) => words !== '')].toSorted(
      (one, other) => other.length - one.length,
    )
    const bare = (words: string) =>
      longestFirst.reduce((left, their) => left.replaceAll(their, ' '), words).replaceAll(ADDRESS, ' ')
    const short = ours.flatMap((words) => {
      const found: readonly string[] = englishIn(bare(words))
      return found.length > 0 ? [`“${found.join('”, “')}” in: ${words.slice(0, 100)}`] : []
    })
    return [{ check: 'F1', looked: ours.length, short, theirs: marked.length }]
  },
})

/** The words that can be seen or heard, block by block, and those that are marked as people's or as in another language. */
function wordsOnPage(): { language: string; ours: string[]; marked: string[] } {
  const { seen } = window.withyLook
  // A page's title is ours, but where it is a plan's.
  const theirs = '[dir="auto"]:not(h1), bdi, [lang]:not([lang^="cy"]), [contenteditable="true"], textarea'
  const heard = [
    'aria-label',
    'aria-description',
    'aria-valuetext',
    'aria-roledescription',
    'alt',
    'title',
    'placeholder',
  ]
  const oneLine = (words: string) => words.replaceAll(/\s+/g, ' ').trim()
  const own = (element: Element) =>
    oneLine(
      [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? '')
        .join(' '),
    )
  // Words that are only heard are drawn with no size.
  const isThere = (element: Element) => seen(element) || (element.checkVisibility() && element.closest('.unseen'))
  const all = [...document.body.querySelectorAll('*')].filter(
    (element) => !element.matches('script, style, svg *') && isThere(element),
  )
  const blocks = all.filter((element) => !element.matches('textarea') && /\p{L}/u.test(own(element)))
  const ours = blocks.filter((element) => !element.closest(theirs))
  const names = all
    .filter((element) => !element.parentElement?.closest(theirs) && !element.matches('[lang]:not([lang^="cy"])'))
    .flatMap((element) => heard.map((name) => element.getAttribute(name) ?? ''))
    .filter((words) => /\p{L}/u.test(words))
  const marked = all.filter((element) => element.matches(theirs)).map(({ textContent }) => oneLine(textContent ?? ''))
  return { language: document.documentElement.lang, ours: [...ours.map(own), ...names.map(oneLine)], marked }
}
