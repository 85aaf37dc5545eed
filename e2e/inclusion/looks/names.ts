import type { Page } from '@playwright/test'
import { sourceFor } from '../../axe.ts'
import { each } from '../looks.ts'
import { inPage } from './in-page.ts'

type Axe = {
  setup(root: Document): void
  teardown(): void
  commons: { text: { accessibleText(element: Element): string } }
}
declare const axe: Axe

/** The name of each control begins with the words seen on it: who speaks to a device says what they see. */
export const names = each('C6', async (page: Page) => {
  await page.evaluate(await sourceFor(page))
  return inPage(page, namesOnPage)
})

function namesOnPage(): { looked: number; short: string[] } {
  const { controls, seen, tell } = window.withyLook
  const plain = (words: string) =>
    words
      .toLocaleLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const seenWords = (element: Element): string =>
    [...element.childNodes]
      .map((node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
        if (!(node instanceof Element) || node.matches('svg, [aria-hidden=true]') || !seen(node)) return ''
        return seenWords(node)
      })
      .join(' ')
  const wordsOf = (control: HTMLElement): string => {
    if (control.matches('[contenteditable], [role=textbox]')) return ''
    if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement
    ) {
      const [label] = [...(control.labels ?? [])].filter(seen)
      const own = label?.querySelector('.choice-label') ?? label
      return own ? seenWords(own) : ''
    }
    return seenWords(control)
  }
  axe.setup(document)
  try {
    const all = controls().map((control) => ({
      control,
      shown: plain(wordsOf(control)),
      name: plain(axe.commons.text.accessibleText(control)),
    }))
    const wrong = all.filter(({ shown, name }) => name === '' || !name.startsWith(shown))
    return {
      looked: Math.max(1, all.length),
      short: wrong.map(({ control, shown, name }) => `“${shown}” is called “${name}”: ${tell(control)}`),
    }
  } finally {
    axe.teardown()
  }
}
