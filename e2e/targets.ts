import { expect, type Page } from '@playwright/test'

/** CSS pixels, each way (INCLUSION: twice what WCAG 2.5.8 asks, because hands shake). */
const SMALLEST = 44
/** Half a pixel of rounding in layout is nobody's missed tap. */
const ROUNDING = 0.5

/** What can be pressed, chosen or written in. */
export const CONTROLS =
  'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=checkbox], [role=switch], [role=textbox], [tabindex="0"]'

/**
 * Every control that can be seen is at least 44 x 44: a control together with its label counts as one target, a link or an
 * explained word inside a sentence is left out, and so is what takes no pointer.
 */
export async function expectTargets(page: Page, where: string): Promise<void> {
  expect.soft(await targetsTooSmall(page), `${where}: controls under ${SMALLEST} x ${SMALLEST}`).toEqual([])
}

/** The controls that are smaller, one line each. */
export function targetsTooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ({ smallest, controls }) => {
      const isSeen = (element: Element) =>
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        getComputedStyle(element).pointerEvents !== 'none'
      const isInSentence = (element: Element) => {
        if (element.tagName !== 'A' && !element.classList.contains('explained-word')) return false
        const around = element.parentElement?.closest('p, li, dd, td, blockquote')
        const others = (around?.textContent ?? '').replace(element.textContent ?? '', '').trim()
        return (
          getComputedStyle(element).display.startsWith('inline') &&
          !getComputedStyle(element).display.includes('flex') &&
          others.length > 0
        )
      }
      const boxOf = (element: Element) => {
        const labels =
          element instanceof HTMLInputElement ||
          element instanceof HTMLSelectElement ||
          element instanceof HTMLTextAreaElement
            ? [...(element.labels ?? [])]
            : []
        const boxes = [element, ...labels].map((each) => each.getBoundingClientRect())
        const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left))
        const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top))
        return { width, height }
      }
      // A skip link is off the page until it has focus; then it is measured with the rest.
      const isOnPage = (element: Element) => {
        const { right, bottom, width, height } = element.getBoundingClientRect()
        const clipped = getComputedStyle(element).clipPath !== 'none'
        return !clipped && right > 0 && bottom + window.scrollY > 0 && width > 1 && height > 1
      }
      return [...document.querySelectorAll(controls)]
        .filter((element) => isSeen(element) && isOnPage(element) && !isInSentence(element))
        .map((element) => ({ element, ...boxOf(element) }))
        .filter(({ width, height }) => width < smallest || height < smallest)
        .map(
          ({ element, width, height }) =>
            `${element.outerHTML.slice(0, 120)} is ${width.toFixed(0)} x ${height.toFixed(0)}`,
        )
    },
    { smallest: SMALLEST - ROUNDING, controls: CONTROLS },
  )
}
