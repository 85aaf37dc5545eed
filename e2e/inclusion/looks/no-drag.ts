import { each } from '../looks.ts'
import { inPage } from './in-page.ts'

/** On a touch screen nothing needs to be dragged, and nothing is there only while a pointer lies over it. */
export const noDrag = each('C5', (page) => inPage(page, draggedOrHovered))

function draggedOrHovered(): { looked: number; short: string[] } {
  const { tell } = window.withyLook
  const dragged = [...document.querySelectorAll('[draggable=true]')]
  const withoutButtons = dragged.filter((element) => !element.querySelector('button, select, input, summary, a[href]'))
  // What a rule for hover only would bring to sight, without one for the focus that does the same.
  const BRINGS =
    /^(display|visibility|opacity|clip-path|clip|block-size|inline-size|max-block-size|height|width|transform|content)$/
  const rulesIn = (rules: CSSRuleList): CSSStyleRule[] =>
    [...rules].flatMap((rule) => [
      ...(rule instanceof CSSStyleRule ? [rule] : []),
      ...('cssRules' in rule ? rulesIn(rule.cssRules as CSSRuleList) : []),
    ])
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => rulesIn(cssRules))
  const hovers = rules.filter(({ selectorText }) => selectorText.includes(':hover'))
  const onlyHover = hovers.filter(
    ({ style, selectorText }) => [...style].some((name) => BRINGS.test(name)) && !/:focus/.test(selectorText),
  )
  const touch = [...document.querySelectorAll('[ontouchmove], [onmouseover], [onmouseenter], [ondragstart]')]
  return {
    looked: 1 + dragged.length + hovers.length,
    short: [
      ...withoutButtons.map((element) => `dragged and without a button: ${tell(element)}`),
      ...onlyHover.map(({ cssText }) => `only with a pointer over it: ${cssText.slice(0, 120)}`),
      ...touch.map(tell),
    ],
  }
}
