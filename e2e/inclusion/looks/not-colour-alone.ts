import { each } from '../looks.ts'
import { inPage } from './in-page.ts'

/** People, suggestions, agreement, troubles and states have words or a shape. */
export const notColourAlone = each('B8', (page) => inPage(page, toldByColour))

function toldByColour(): { looked: number; short: string[]; leftOut: string[] } {
  const { seen, tell } = window.withyLook
  const words = (element: Element | null | undefined) => (element?.textContent ?? '').trim()
  const style = (element: Element) => getComputedStyle(element)
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(seen)
  const underlined = (element: Element) => {
    const { textDecorationLine, borderBottomStyle } = style(element)
    return textDecorationLine !== 'none' || borderBottomStyle !== 'none'
  }
  const inSentence = (link: Element) => {
    const around = link.parentElement?.closest('p, li, dd, td, blockquote')
    return style(link).display === 'inline' && words(around) !== words(link)
  }
  const looksOf = (element: Element) => {
    const { borderWidth, borderStyle, outlineWidth, outlineStyle, textDecorationLine, fontWeight, boxShadow } =
      style(element)
    const shapes = [...element.querySelectorAll('svg')].map(({ innerHTML }) => innerHTML)
    const before = getComputedStyle(element, '::before').content + getComputedStyle(element, '::after').content
    const shadow = boxShadow.replaceAll(/rgba?\([^)]*\)/g, '')
    // An edge that comes where there was none is a shape.
    const edges = style(element)
      .borderColor.match(/rgba?\([^)]*\)/g)
      ?.map((colour) => colour.endsWith(', 0)'))
    return [
      borderWidth,
      borderStyle,
      outlineWidth,
      outlineStyle,
      textDecorationLine,
      fontWeight,
      shadow,
      edges,
      shapes,
      before,
    ].join()
  }
  const STATES = ['aria-pressed', 'aria-current', 'aria-selected']
  const looksChosen = (control: Element) => {
    const chosen = looksOf(control)
    const kept = STATES.map((name) => [name, control.getAttribute(name)] as const)
    for (const [name] of kept) control.removeAttribute(name)
    const plain = looksOf(control)
    for (const [name, value] of kept) if (value !== null) control.setAttribute(name, value)
    return chosen !== plain
  }
  // A hint alone does not say what is missing: every description that is named has to be there.
  const describedBy = (field: Element) => {
    const notes = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id))
    return notes.every((note) => note !== null && seen(note) && words(note) !== '')
  }
  const things: readonly (readonly [string, Element[], (element: Element) => boolean])[] = [
    ['a link in a sentence', all('a[href], .explained-word').filter(inSentence), underlined],
    ['a person', all('.face'), (face) => words(face) !== ''],
    ['a light', all('.saved-light'), (light) => words(light) !== '' && light.querySelector('svg') !== null],
    ['a trouble', all('[aria-invalid=true]'), describedBy],
    [
      'words added or taken out',
      all('ins, del'),
      (mark) =>
        underlined(mark) ||
        [...mark.querySelectorAll('*')].some(underlined) ||
        style(mark).borderInlineStartStyle !== 'none',
    ],
    ['an answer', all('.answer-shape, .light-shape'), (shape) => words(shape.parentElement) !== ''],
    [
      'a chosen one',
      all('[aria-pressed=true], [aria-current]:not([aria-current=false]), [aria-selected=true]'),
      looksChosen,
    ],
    ['a notice', all('[class*="notice"]'), (notice) => words(notice) !== ''],
  ]
  return {
    looked: 1 + things.reduce((sum, [, elements]) => sum + elements.length, 0),
    short: things.flatMap(([what, elements, isRight]) =>
      elements.filter((element) => !isRight(element)).map((element) => `${what}: ${tell(element)}`),
    ),
    leftOut: ['Whether a picture of the page without its colours still says all: that takes a person'],
  }
}
