import type { Page } from '@playwright/test'
import { contrast } from './contrast.ts'

/** Marks that are no words (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3

/** What is there only while a control has the focus, and what it has to stand out from (both as computed). */
type Mark = { readonly colour: string; readonly ground: string; readonly px: number }

/** CSS pixels: a thinner line is missed. */
const LEAST_PX = 2

/**
 * What has the focus on a page, where nobody can see that it has: it looks the same without, or differs in colours
 * that are hard to tell apart, or by a thin line, or is out of sight. Null where it shows, and where nothing has the focus.
 */
export async function focusNotSeen(page: Page): Promise<string | null> {
  const stop = await page.evaluate(marksOfFocus)
  if (!stop) return null
  const isSeen = stop.marks.some(
    ({ colour, ground, px }) => px >= LEAST_PX && contrast(colour, ground) >= LEAST_CONTRAST,
  )
  return isSeen && stop.isInView ? null : stop.element
}

/** Looks at what has the focus with the focus and without. The page does not hear of it. */
function marksOfFocus(): { element: string; isInView: boolean; marks: Mark[] } | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  // A choice is marked around its words, an open text box around its tools too.
  const drawn = [element, element.closest('label'), element.closest('.rich-editor-open, .words-editor')].filter(
    (each) => each !== null,
  )

  const groundOf = (start: Element | null): string => {
    for (let at = start; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const looksOf = (each: Element) => {
    const style = getComputedStyle(each)
    const [own, around] = [groundOf(each), groundOf(each.parentElement)]
    const hasOutline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
    const outline = hasOutline ? `${style.outlineColor} ${style.outlineWidth} ${style.outlineOffset}` : ''
    const shadows = [...style.boxShadow.matchAll(/(rgba?\([^)]*\))([^r]*)/g)].map(([all, colour = '', at = '']) => ({
      all,
      colour: /[1-9]/.test(at) ? colour : '',
      px: Math.max(...(at.match(/-?[\d.]+px/g) ?? ['0']).map((part) => Math.abs(Number.parseFloat(part)))),
      ground: at.includes('inset') ? own : around,
    }))
    const edges = [
      { colour: style.borderTopColor, width: style.borderTopWidth },
      { colour: style.borderRightColor, width: style.borderRightWidth },
      { colour: style.borderBottomColor, width: style.borderBottomWidth },
      { colour: style.borderLeftColor, width: style.borderLeftWidth },
    ].map(({ colour, width }) => ({ colour: width === '0px' ? own : colour, px: Number.parseFloat(width) }))
    const inside = Number.parseFloat(style.outlineOffset) + Number.parseFloat(style.outlineWidth) <= 0
    return {
      own,
      outline,
      outlined: {
        colour: style.outlineColor,
        ground: inside ? own : around,
        px: Number.parseFloat(style.outlineWidth),
      },
      shadows,
      edges,
    }
  }
  type Looks = ReturnType<typeof looksOf>
  const marksOf = (focused: Looks, plain: Looks): Mark[] => [
    ...(focused.outline && focused.outline !== plain.outline ? [focused.outlined] : []),
    ...focused.shadows.filter(({ all, colour }) => colour && !plain.shadows.some((same) => same.all === all)),
    ...focused.edges.map((edge, side) => ({ ...edge, ground: plain.edges[side]?.colour ?? plain.own })),
    { colour: focused.own, ground: plain.own, px: Number.MAX_SAFE_INTEGER },
  ]

  const focused = drawn.map(looksOf)
  const hush = (event: Event) => event.stopImmediatePropagation()
  const news = ['focus', 'focusin', 'blur', 'focusout', 'change']
  for (const each of news) window.addEventListener(each, hush, true)
  element.blur()
  const plain = drawn.map(looksOf)
  element.focus({ preventScroll: true })
  for (const each of news) window.removeEventListener(each, hush, true)

  const { top, bottom, left, right } = element.getBoundingClientRect()
  const isInView = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
  const marks = focused.flatMap((looks, at) => marksOf(looks, plain[at] ?? looks))
  return { element: element.outerHTML.slice(0, 120), isInView, marks }
}
