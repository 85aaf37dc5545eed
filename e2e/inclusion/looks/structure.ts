import type { LookFor } from '../looks.ts'
import { inPage } from './in-page.ts'

/**
 * One h1, no level left out, each landmark once or with a name of its own, and a title of its own that starts with the place.
 * Make one for the pages of one language: it knows the titles it has seen.
 */
export function structure(): LookFor {
  const titles = new Map<string, string>()
  return {
    checks: ['B10'],
    at: async (page) => {
      const { short, title, path } = await inPage(page, structureOfPage)
      const other = titles.get(title)
      const twice = other !== undefined && other !== path ? [`its title is also that of ${other}: ${title}`] : []
      titles.set(title, path)
      return [{ check: 'B10', looked: 4, short: [...short, ...twice].slice(0, 4) }]
    },
  }
}

function structureOfPage(): { short: string[]; title: string; path: string } {
  const { seen } = window.withyLook
  const isThere = (element: Element) => element.checkVisibility({ visibilityProperty: true })
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')].filter(isThere)
  const level = (heading: Element) => Number(heading.getAttribute('aria-level') ?? heading.tagName[1])
  const ones = headings.filter((heading) => level(heading) === 1)
  const jumps = headings.filter((heading, at) => at > 0 && level(heading) > level(headings[at - 1] as Element) + 1)
  const words = (element: Element | null | undefined) => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

  const nameOf = (element: Element) =>
    element.getAttribute('aria-label') ??
    (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => words(document.getElementById(id)))
      .join(' ')
  const kindOf = (element: Element): string => {
    const role = element.getAttribute('role')
    const inside = element.parentElement?.closest('main, article, aside, nav, section') !== null
    const roles: Record<string, string> = { MAIN: 'main', NAV: 'navigation', ASIDE: 'complementary' }
    if (!inside) Object.assign(roles, { HEADER: 'banner', FOOTER: 'contentinfo' })
    return role ?? roles[element.tagName] ?? (element.tagName === 'SECTION' && nameOf(element) ? 'region' : '')
  }
  const LANDMARKS = ['main', 'navigation', 'complementary', 'banner', 'contentinfo', 'region', 'search', 'form']
  const landmarks = [...document.querySelectorAll('main, nav, aside, header, footer, section, [role]')]
    .filter((element) => isThere(element) && LANDMARKS.includes(kindOf(element)))
    .map((element) => `${kindOf(element)}: ${nameOf(element)}`)
  // A page of nothing but its own words, as a wall shows, has nothing to skip and nothing around it.
  const isBare = !landmarks.some((one) => one.startsWith('banner'))
  const same = landmarks.filter((one, at) => landmarks.indexOf(one) !== at)
  const missing = ['main', ...(isBare ? [] : ['contentinfo'])].filter(
    (kind) => !landmarks.some((one) => one.startsWith(kind)),
  )

  const { title } = document
  const place = title.split(' – ')[0] ?? ''
  const h1 = words(ones[0])
  const startsRight = place.length > 0 && place !== 'Withy' && title.endsWith('Withy')
  const skip = document.querySelector('a[href^="#"]')
  const goal = skip && document.getElementById(skip.getAttribute('href')?.slice(1) ?? '')
  const first = [...document.querySelectorAll<HTMLElement>('a[href], button, input, [tabindex="0"]')].find(isThere)
  return {
    short: [
      ...(ones.length === 1 && ones.every(seen) ? [] : [`${ones.length} headings of level 1`]),
      ...jumps.map((heading) => `a level is left out before ${words(heading)}`),
      ...(same.length > 0 ? [`landmarks with one name: ${same.join(', ')}`] : []),
      ...(missing.length > 0 ? [`no landmark ${missing.join(', ')}`] : []),
      ...(startsRight ? [] : [`its title does not start with the place: ${title} / ${h1}`]),
      ...((goal?.matches('main, main *') && first === skip) || first?.closest('main')
        ? []
        : ['no skip link before everything']),
    ],
    title,
    path: location.pathname,
  }
}
