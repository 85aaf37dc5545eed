import { contrast } from '../../contrast.ts'
import { each } from '../looks.ts'
import { inPage } from './in-page.ts'

/** Marks that are no words (WCAG 2.2, 1.4.11). */
const LEAST = 3

type Shape = { readonly what: string; readonly pairs: readonly { colour: string; ground: string }[] }

/** Edges of controls, icons and carets stand out from what is beside them. A control is seen by its edge or by its ground. */
export const edges = each('B4', async (page) => {
  const shapes = await inPage(page, shapesOnPage)
  const faint = shapes.filter(({ pairs }) => !pairs.some(({ colour, ground }) => contrast(colour, ground) >= LEAST))
  return { looked: shapes.length, short: faint.map(({ what, pairs }) => `${what} ${JSON.stringify(pairs)}`) }
})

function shapesOnPage(): Shape[] {
  const { controls, ground, seen, tell } = window.withyLook
  const hasNoColour = (colour: string) => /^rgba\(.*, 0\)$/.test(colour)
  // An open text box has its edge around its tools too.
  const edgeOf = (control: Element): Shape[] => {
    const element = control.closest('.rich-editor-open, .words-editor') ?? control
    const style = getComputedStyle(element)
    const [own, around] = [ground(element), ground(element.parentElement)]
    const isField = control.matches('input, select, textarea, [contenteditable="true"]')
    // What a browser draws of its own is coloured by accent-color or is its own.
    if (element.matches('input[type=checkbox], input[type=radio], input[type=range], input[type=file]')) {
      const accent = style.accentColor === 'auto' ? 'rgb(0, 95, 204)' : style.accentColor
      return [{ what: tell(element), pairs: [{ colour: accent, ground: own }] }]
    }
    const isLine = style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0
    const isEdged = isLine && !hasNoColour(style.borderTopColor)
    // Words alone, as a link has them, are judged as words.
    if (!isField && !isEdged && own === around) return []
    const marks = [
      ...(isEdged
        ? [
            { colour: style.borderTopColor, ground: around },
            { colour: style.borderTopColor, ground: own },
          ]
        : []),
      ...(own === around ? [] : [{ colour: own, ground: around }]),
    ]
    // Its words stand for what has a faint ground of its own and says what it is, as a link in a card.
    const words = isField || !element.textContent?.trim() ? [] : [{ colour: style.color, ground: own }]
    return [{ what: tell(element), pairs: [...marks, ...(isEdged ? [] : words)] }]
  }
  const iconOf = (svg: Element): Shape[] => {
    // A drawing with colours of its own is a picture beside words; an icon has the colour of the words.
    const drawn = [...svg.querySelectorAll('path, circle, rect, line, polyline, polygon, ellipse')].filter((part) => {
      const { fill, stroke, opacity } = getComputedStyle(part)
      return (fill !== 'none' || stroke !== 'none') && opacity !== '0'
    })
    const colours = drawn.flatMap((part) => {
      const { fill, stroke } = getComputedStyle(part)
      return [fill, stroke].filter((colour) => colour.startsWith('rgb') && !hasNoColour(colour))
    })
    if (colours.length === 0) return []
    return [{ what: tell(svg), pairs: colours.map((colour) => ({ colour, ground: ground(svg.parentElement) })) }]
  }
  const caretOf = (field: Element): Shape => ({
    what: `the caret in ${tell(field)}`,
    pairs: [{ colour: getComputedStyle(field).caretColor, ground: ground(field) }],
  })
  const fields = controls().filter((control) =>
    control.matches(
      'textarea, [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=range], [type=file])',
    ),
  )
  return [
    ...controls().flatMap(edgeOf),
    ...[...document.querySelectorAll('svg')].filter(seen).flatMap(iconOf),
    ...fields.map(caretOf),
  ]
}
