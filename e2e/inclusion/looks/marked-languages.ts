import { each } from '../looks.ts'
import { inPage } from './in-page.ts'

/** The page and each block in another language say which, and in which direction it runs. */
export const markedLanguages = each('B11', (page) => inPage(page, languagesOnPage))

function languagesOnPage(): { looked: number; short: string[] } {
  const { tell } = window.withyLook
  // Words that the other language has not, and no name is.
  const words: Record<string, RegExp> = {
    en: /\b(the|and|of|is|are|with|this|that|you|your|they|for|from|what|which|have|was|were|it)\b/gi,
    cy: /(?<![\p{L}])(mae|yn|gyda|sydd|eich|chi|ond|hwn|hyn|wrth|nad|nid|wedi|gan|roedd|bydd|beth|dyma|fydd)(?![\p{L}])/giu,
  }
  const page = document.documentElement.lang
  const own = (element: Element) =>
    [...element.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent ?? '')
      .join(' ')
  const textOf = (element: Element) => own(element).replaceAll(/\s+/g, ' ').trim()
  const blocks = [...document.body.querySelectorAll('*')].filter(
    (element) => !element.matches('script, style, svg *') && element.checkVisibility() && textOf(element).length > 0,
  )
  const saidIn = (element: Element) => element.closest('[lang]')?.getAttribute('lang')?.split('-')[0] ?? ''
  const count = (text: string, language: string) => text.match(words[language] ?? /$^/g)?.length ?? 0
  const wrong = blocks.filter((element) => {
    const text = textOf(element)
    const said = saidIn(element)
    const other = said === 'cy' ? 'en' : 'cy'
    return text.split(' ').length >= 4 && count(text, other) >= 2 && count(text, said) === 0
  })
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
  const unDirected = blocks.filter(
    (element) =>
      RIGHT_TO_LEFT.test(textOf(element)) &&
      getComputedStyle(element).direction !== 'rtl' &&
      !element.closest('[dir]:not(html), bdi'),
  )
  return {
    looked: 1 + blocks.length,
    short: [
      ...(/^(en|cy)$/.test(page) ? [] : [`the page says ${page}`]),
      ...wrong.map((element) => `not marked: ${textOf(element).slice(0, 100)}`),
      ...unDirected.map((element) => `no direction: ${tell(element)}`),
    ],
  }
}
