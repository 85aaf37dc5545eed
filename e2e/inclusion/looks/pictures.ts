import { each } from '../looks.ts'
import { inPage } from './in-page.ts'

/** Each picture has words, or says that it needs none. */
export const pictures = each('B12', (page) => inPage(page, picturesOnPage))

function picturesOnPage(): { looked: number; short: string[] } {
  const { tell } = window.withyLook
  const all = [...document.querySelectorAll('img, svg, canvas, [role=img], input[type=image], object, embed')].filter(
    (element) => !element.parentElement?.closest('svg'),
  )
  const named = (element: Element) =>
    Boolean(element.getAttribute('aria-label')?.trim()) ||
    Boolean(element.querySelector(':scope > title')?.textContent?.trim()) ||
    (element.getAttribute('aria-labelledby') ?? '').split(' ').some((id) => document.getElementById(id)?.textContent)
  const isRight = (element: Element) => {
    if (element.closest('[aria-hidden=true]')) return true
    if (element.tagName === 'IMG')
      return element.hasAttribute('alt') && element.getAttribute('alt') === element.getAttribute('alt')?.trim()
    return element.getAttribute('role') === 'img' && named(element)
  }
  return { looked: Math.max(1, all.length), short: all.filter((element) => !isRight(element)).map(tell) }
}
