import type { Page } from '@playwright/test'
import { CONTROLS } from '../../targets.ts'

/** What looks have in common, inside a page. */
type InPage = {
  /** Can be seen: drawn, with a size, and not clipped away for screen readers only. */
  seen(element: Element): boolean
  /** Every control that can be seen. */
  controls(): HTMLElement[]
  /** What lies under the words of an element, as the browser computes it. */
  ground(element: Element | null): string
  /** An element in a few letters, for who reads what fell short. */
  tell(element: Element): string
}

declare global {
  interface Window {
    withyLook: InPage
  }
}

/** Runs a look inside a page, which then has `window.withyLook`. */
export async function inPage<T>(page: Page, look: () => T | Promise<T>): Promise<T> {
  await page.evaluate(bringInPage, CONTROLS)
  return (await page.evaluate(look)) as T
}

function bringInPage(controls: string): void {
  if (window.withyLook as InPage | undefined) return
  const seen = (element: Element): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const { width, height } = element.getBoundingClientRect()
    if (width <= 1 || height <= 1) return false
    for (let at: Element | null = element; at; at = at.parentElement)
      if (getComputedStyle(at).clipPath !== 'none') return false
    return true
  }
  const over = () => [...document.querySelectorAll('dialog:modal')].at(-1) ?? document
  const ground = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  window.withyLook = {
    seen,
    controls: () => [...over().querySelectorAll<HTMLElement>(controls)].filter(seen),
    ground,
    tell: (element) => element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 140),
  }
}
