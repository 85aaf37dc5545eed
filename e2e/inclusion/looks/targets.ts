import { targetsTooSmall } from '../../targets.ts'
import { whole } from '../looks.ts'
import { inPage } from './in-page.ts'

/** Every control is 44 x 44 or more; a link in a sentence stands on a line of 24 px or more. */
export const targets = whole('C4', async (page) => [
  ...(await targetsTooSmall(page)),
  ...(await inPage(page, linesTooLow)),
])

function linesTooLow(): string[] {
  const { seen, tell } = window.withyLook
  return [...document.querySelectorAll('a[href], .explained-word')]
    .filter((link) => seen(link) && getComputedStyle(link).display === 'inline')
    .filter((link) => !(Number.parseFloat(getComputedStyle(link).lineHeight) >= 24))
    .map((link) => `a line of ${getComputedStyle(link).lineHeight}: ${tell(link)}`)
}
