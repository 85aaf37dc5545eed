import type { Page } from '@playwright/test'
import { focusNotSeen } from '../../focus-mark.ts'
import { type Found, isWanted, type LookFor } from '../looks.ts'
import { inPage } from './in-page.ts'

/** More stops than any page of ours has. */
const MOST = 600

/** Tab walks from the top through every stop to the end, and Shift+Tab back; each stop on the way shows that it has the focus. */
export const crawl: LookFor = {
  checks: ['C2', 'C3'],
  at: async (page) => {
    const there = await walk(page, 'Tab')
    const back = await walk(page, 'Shift+Tab')
    const missed = await inPage(page, neverReached)
    const short = [...there.stuck, ...back.stuck, ...missed.map((stop) => `Tab never comes to ${stop}`)]
    const found: Found[] = [{ check: 'C2', looked: there.stops + back.stops, short }]
    if (isWanted('C3')) found.push({ check: 'C3', looked: there.stops, short: there.unseen })
    return found
  },
}

type Walk = { readonly stops: number; readonly stuck: readonly string[]; readonly unseen: readonly string[] }

async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Walk> {
  const unseen: string[] = []
  if (key === 'Tab') await inPage(page, startAtTop)
  else await inPage(page, forgetStops)
  for (let stops = 0; stops < MOST; stops += 1) {
    await page.keyboard.press(key)
    const { at, tell } = await inPage(page, stopNow)
    if (at === 'end') return { stops, stuck: [], unseen }
    if (at === 'again') return { stops, stuck: [`${key} comes back to ${tell}`], unseen }
    if (key === 'Tab' && isWanted('C3')) {
      const hidden = (await focusNotSeen(page)) ?? (await inPage(page, coveredStop))
      if (hidden) unseen.push(hidden)
    }
  }
  return { stops: MOST, stuck: [`${key} does not come to the end in ${MOST} stops`], unseen }
}

function startAtTop(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  getSelection()?.removeAllRanges()
  scrollTo(0, 0)
  for (const element of document.querySelectorAll('[data-looked-at]')) element.removeAttribute('data-looked-at')
}

function forgetStops(): void {
  for (const element of document.querySelectorAll('[data-looked-at]')) element.setAttribute('data-looked-at', 'there')
}

/** The end is out of the page, or where one began. */
function stopNow(): { at: 'stop' | 'end' | 'again'; tell: string } {
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement) return { at: 'end', tell: '' }
  const marks = [...document.querySelectorAll('[data-looked-at=now], [data-looked-at=first]')]
  const tell = window.withyLook.tell(element)
  if (element.getAttribute('data-looked-at') === 'first') return { at: 'end', tell }
  if (element.getAttribute('data-looked-at') === 'now') return { at: 'again', tell }
  element.setAttribute('data-looked-at', marks.length === 0 ? 'first' : 'now')
  return { at: 'stop', tell }
}

/** What has the focus, where something else lies over it. */
function coveredStop(): string | null {
  const element = document.activeElement
  if (!element) return null
  const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0)
  if (!box) return `${window.withyLook.tell(element)} has no place`
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
  const spots = [0.1, 0.5, 0.9].flatMap((across) =>
    [0.2, 0.5, 0.8].map((down) => ({
      x: left + (right - left) * across,
      y: top + (bottom - top) * down,
    })),
  )
  const label = element.closest('label')
  const reaches = spots.filter(({ x, y }) => {
    const top = document.elementFromPoint(x, y)
    return top !== null && (element.contains(top) || top.contains(element) || Boolean(label?.contains(top)))
  })
  return reaches.length >= 5 ? null : `covered: ${window.withyLook.tell(element)}`
}

/** Controls that no walk came to, in the part that can be reached now. Of radio buttons with one name one is a stop. */
function neverReached(): string[] {
  const { controls, tell } = window.withyLook
  return controls()
    .filter((control) => control.tabIndex >= 0 && !control.matches(':disabled, input[type=radio]'))
    .filter((control) => !control.hasAttribute('data-looked-at') && control.closest('[inert]') === null)
    .map(tell)
}
