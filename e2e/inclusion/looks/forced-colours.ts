import { each } from '../looks.ts'
import { inPage } from './in-page.ts'

/** In colours the system forces each control has an edge or a line, a ring while it has the focus, and a chosen state that is seen. */
export const forcedColours = each('B7', async (page) => {
  await page.emulateMedia({ forcedColors: 'active' })
  try {
    return await inPage(page, forcedOnPage)
  } finally {
    await page.emulateMedia({ forcedColors: 'none' })
  }
})

function forcedOnPage(): { looked: number; short: string[] } {
  const { controls, seen, tell } = window.withyLook
  const lineOf = (element: Element) => {
    const style = getComputedStyle(element)
    const sides = ['Top', 'Right', 'Bottom', 'Left'] as const
    const border = sides.some(
      (side) => style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) > 0,
    )
    const outline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
    return border || outline || style.textDecorationLine.includes('underline')
  }
  const isNative = (control: Element) =>
    control.matches('input[type=checkbox], input[type=radio], input[type=range], input[type=file], select, summary')
  const hasEdge = (control: Element) =>
    isNative(control) ||
    lineOf(control) ||
    [...control.querySelectorAll('*')].some((part) => seen(part) && lineOf(part)) ||
    (control.closest('label, .rich-editor, .rich-editor-open, dialog') !== null &&
      lineOf(control.closest('label, .rich-editor, .rich-editor-open') ?? control))

  const hasRing = (control: HTMLElement) => {
    const around = [
      control,
      control.closest('label'),
      control.closest('.rich-editor-open, .words-editor'),
      control.closest('li, article'),
    ].filter((element) => element !== null)
    control.focus({ preventScroll: true, focusVisible: true } as FocusOptions)
    return around.some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
  }
  const looksOf = (element: Element) => {
    const style = getComputedStyle(element)
    const shapes = [...element.querySelectorAll('svg')].map(({ innerHTML }) => innerHTML)
    return JSON.stringify([
      style.borderWidth,
      style.borderStyle,
      style.outlineWidth,
      style.outlineStyle,
      style.textDecorationLine,
      style.fontWeight,
      style.backgroundColor,
      shapes,
      element.textContent,
    ])
  }
  const all = controls()
  const before = document.activeElement
  const states = all.filter((control) =>
    control.matches('[aria-pressed=true], [aria-current]:not([aria-current=false]), [aria-selected=true]'),
  )
  const unseen = states.filter((control) => {
    const chosen = looksOf(control)
    const kept = ['aria-pressed', 'aria-current', 'aria-selected'].map(
      (name) => [name, control.getAttribute(name)] as const,
    )
    for (const [name, value] of kept) if (value !== null) control.setAttribute(name, 'false')
    if (control.hasAttribute('aria-current')) control.removeAttribute('aria-current')
    const plain = looksOf(control)
    for (const [name, value] of kept) if (value !== null) control.setAttribute(name, value)
    return chosen === plain
  })
  const hush = (event: Event) => event.stopImmediatePropagation()
  const news = ['focus', 'focusin', 'blur', 'focusout', 'change']
  for (const one of news) window.addEventListener(one, hush, true)
  const short = [
    ...all.filter((control) => !hasEdge(control)).map((control) => `no edge: ${tell(control)}`),
    ...all
      .filter((control) => control.tabIndex >= 0 && !hasRing(control))
      .map((control) => `no ring: ${tell(control)}`),
    ...unseen.map((control) => `chosen, and looks as if not: ${tell(control)}`),
  ]
  if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true })
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  for (const one of news) window.removeEventListener(one, hush, true)
  return { looked: 2 * all.length + states.length, short }
}
