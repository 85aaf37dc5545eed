import { expect, type Locator, type Page } from '@playwright/test'

/** Colours that people of a plan are told apart by. */
const PERSON_COLOURS = 10

/** How far a caret may stand from the letter it is beside (CSS px): its own width, and rounding. */
const BESIDE = 3

/** The one caret of somebody else that is drawn on a page. */
export const othersCaret = (page: Page): Locator => page.locator('.caret')

/** Somebody else's caret stands in the words of a text box, after so many letters, and is really to be seen. */
export async function expectCaretAfter(page: Page, words: Locator, letters: number): Promise<void> {
  const caret = othersCaret(page)
  await expect(caret).toHaveCount(1)
  await expect
    .poll(async () => {
      const [at, letter] = await Promise.all([caret.boundingBox(), words.evaluate(edgeAfter, letters)])
      if (!at) return 'not drawn'
      const middle = at.y + at.height / 2
      if (middle < letter.top || middle > letter.bottom) return `at height ${middle}, the words at ${letter.top}`
      return Math.abs(at.x - letter.left) <= BESIDE ? 'beside' : `at ${at.x}, the letter at ${letter.left}`
    })
    .toBe('beside')
  // The name goes after a moment: only the bar stays, to be looked for among the pixels.
  await expect(caret.locator('.caret-name')).toHaveCount(0)
  const box = await caret.boundingBox()
  if (!box) throw new Error('The caret went')
  const clip = { x: Math.floor(box.x) - 1, y: Math.floor(box.y), width: 5, height: Math.ceil(box.height) }
  await words.evaluate((editor: HTMLElement) => editor.style.setProperty('caret-color', 'transparent'))
  const shown = await page.screenshot({ clip })
  await caret.evaluate((bar: HTMLElement) => bar.style.setProperty('visibility', 'hidden'))
  const hidden = await page.screenshot({ clip })
  await caret.evaluate((bar: HTMLElement) => bar.style.removeProperty('visibility'))
  expect(shown.equals(hidden), 'nothing covers the caret').toBe(false)
}

/** How a name at a caret is drawn for a person of one colour, as computed. `alone`: nothing above it is see-through. */
type CaretNameLooks = {
  readonly person: number
  readonly colour: string
  readonly ground: string
  readonly alone: boolean
}

/**
 * Waits until somebody else's name stands at their caret, and looks at it in the colour of each person.
 * @param theirs the box they write in: the caret is moved, again where the name has gone before it could be looked at
 */
export async function looksOfCaretName(page: Page, theirs: Locator): Promise<readonly CaretNameLooks[]> {
  let looks: readonly CaretNameLooks[] | null = null
  let goesLeft = false
  await expect(async () => {
    goesLeft = !goesLeft
    await theirs.press(goesLeft ? 'ArrowLeft' : 'ArrowRight')
    const seen = await page.waitForFunction(inEveryColour, PERSON_COLOURS, { timeout: 3_000 })
    looks = await seen.jsonValue()
  }).toPass()
  return looks ?? []
}

function inEveryColour(colours: number): CaretNameLooks[] | null {
  const name = document.querySelector('.caret-name')
  const caret = name?.closest<HTMLElement>('.caret')
  if (!name || !caret) return null
  const own = caret.style.getPropertyValue('--person')
  const looks = Array.from({ length: colours }, (_, person) => {
    caret.style.setProperty('--person', `var(--person-${person})`)
    const { color, backgroundColor } = getComputedStyle(name)
    let alone = true
    for (let at: Element | null = name; at; at = at.parentElement) alone &&= getComputedStyle(at).opacity === '1'
    return { person, colour: color, ground: backgroundColor, alone }
  })
  caret.style.setProperty('--person', own)
  return looks
}

/** Where the letter ends after which a caret should stand, in CSS px of the window. */
function edgeAfter(words: Element, letters: number): { left: number; top: number; bottom: number } {
  const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const length = text.nodeValue?.length ?? 0
    if (letters <= before + length) {
      const range = document.createRange()
      const at = letters - before
      range.setStart(text, Math.max(0, at - 1))
      range.setEnd(text, Math.max(1, at))
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { left: at === 0 ? left : right, top, bottom }
    }
    before += length
  }
  throw new Error(`There are no ${letters} letters`)
}
