import { each } from '../looks.ts'
import { inPage } from './in-page.ts'

/** Each film and each sound has captions, or a link to its words beside it. */
export const films = each('B13', async (page) => {
  const { looked, short } = await inPage(page, filmsOnPage)
  const leftOut = looked === 0 ? ['No page has a film: signed films are not there yet'] : []
  return { looked: Math.max(1, looked), short, leftOut }
})

function filmsOnPage(): { looked: number; short: string[] } {
  const all = [...document.querySelectorAll('video, audio, iframe')]
  const hasWords = (element: Element) =>
    element.querySelector('track[kind=captions], track[kind=subtitles]') !== null ||
    Boolean(element.closest('figure')?.querySelector('a[href]'))
  return { looked: all.length, short: all.filter((element) => !hasWords(element)).map(window.withyLook.tell) }
}
