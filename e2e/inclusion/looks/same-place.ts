import type { LookFor } from '../looks.ts'
import { inPage } from './in-page.ts'

/**
 * Help and Ask a person stand first in the footer of every page, in this order and as the same things; a line says
 * where one is, with a button that says more. Make one for the pages of one language: it knows what it has seen.
 */
export function samePlace(): LookFor {
  let before: string | undefined
  return {
    checks: ['E6', 'E9'],
    at: async (page) => {
      const { help, where, isWall } = await inPage(page, helpAndWhere)
      if (isWall) {
        const leftOut = ['The room screen: it is a wall, with nothing around the plan']
        return ['E6', 'E9'].map((check) => ({ check, looked: 0, short: [], leftOut }))
      }
      before ??= help
      const isSame = help === before && help.split(' | ').length === 2 && help.includes('/help')
      return [
        { check: 'E6', looked: 1, short: isSame ? [] : [`${help || 'no help'}, and before ${before}`] },
        { check: 'E9', looked: 1, short: where ? [where] : [] },
      ]
    },
  }
}

function helpAndWhere(): { help: string; where: string; isWall: boolean } {
  const { seen } = window.withyLook
  const footer = document.querySelector('body footer:not(main *)')
  const items = [...(footer?.querySelectorAll('nav li > *') ?? [])].filter(seen).slice(0, 2)
  const told = items.map((item) => `${item.tagName} ${item.getAttribute('href') ?? ''} ${item.textContent?.trim()}`)
  // Above the page; where a plan has room for its list of sections, at the head of that.
  const line = [...document.querySelectorAll('.where')].find(seen)
  const button = line?.querySelector('button')
  const words = (line?.textContent ?? '').replace(button?.textContent ?? '', '').trim()
  const where = !line ? 'no line that says where one is' : !button ? 'no button' : !words ? 'no words' : ''
  return { help: told.join(' | '), where, isWall: !footer && !document.querySelector('body header') }
}
