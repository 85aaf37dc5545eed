import { whole } from '../looks.ts'
import { inPage } from './in-page.ts'

/** For who takes part: one main button and seven controls at most in sight, besides where they write and the help. */
export const oneThing = whole('E8', (page) => inPage(page, atOnce))

function atOnce(): string[] {
  const { controls, tell } = window.withyLook
  const main = document.querySelector('main')
  const inSight = controls().filter((control) => {
    const { top, bottom } = control.getBoundingClientRect()
    return main?.contains(control) && bottom > 0 && top < innerHeight
  })
  const writes = 'textarea, input:not([type=radio], [type=checkbox]), [contenteditable=true]'
  // What explains a word or a picture is help; buttons of one choice are one thing to do.
  const helps = '.explained-word, a[href^="/help"]'
  const counted = inSight.filter((control) => !control.matches(`${writes}, ${helps}`))
  const choices = new Set(
    counted
      .map((control) => control.closest('fieldset, [role=group], [role=radiogroup]'))
      .filter((group) => group !== null),
  )
  const alone = counted.filter((control) => !control.closest('fieldset, [role=group], [role=radiogroup]'))
  const mains = inSight.filter((control) => control.matches('.button-main'))
  const many = alone.length + choices.size
  return [
    ...(mains.length > 1 ? [`${mains.length} main buttons: ${mains.map(tell).join(', ')}`] : []),
    ...(many > 7 ? [`${many} things to do: ${alone.map((control) => control.textContent?.trim()).join(', ')}`] : []),
  ]
}
