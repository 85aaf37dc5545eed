import { EXAMPLES } from '@withy/shared/examples'
import { buildPlan, HOSTILE_TEXTS } from '@withy/shared/testing'
import type { Exported } from '../exports/document.ts'
import { visibleText } from '../http/visible-text.ts'

const AT = new Date('2026-11-21T19:55:00Z')

/** The example plans as they would be taken away. */
export const examples = (lang: Exported['lang']): (Exported & { name: string })[] =>
  Object.entries(EXAMPLES).map(([name, { title, plan }]) => ({
    name,
    title,
    kind: plan.kind,
    plan,
    people: [
      { id: 'p0', name: 'Nadia', voice: 'resident' },
      { id: 'p1', name: 'Priya', voice: 'professional' },
    ],
    lang,
    at: AT,
  }))

/** A plan with hostile text in every place a person can write: title, name, section titles, text, cells, leftovers. */
export function hostile(): Exported {
  const [script = '', quote = ''] = HOSTILE_TEXTS
  const marked = HOSTILE_TEXTS.map((text) => ({ text, bold: true, link: 'https://example.org/?a=1&b="' }) as const)
  const plan = buildPlan('area', {
    titles: { 'living-map': script },
    text: {
      'place.where': [...HOSTILE_TEXTS],
      'place.edges': [
        { type: 'heading', level: 3, runs: [{ text: quote }] },
        { type: 'bullets', items: [[{ type: 'heading', level: 2, runs: [{ text: 'in a list' }] }]], lang: 'cy' },
        { type: 'heading', level: 3, runs: [{ text: 'after it' }] },
        { type: 'paragraph', runs: marked, lang: 'ar', dir: 'rtl' },
      ].map((block) => block as never),
    },
    items: { 'living-map.do': HOSTILE_TEXTS.map((what) => ({ what, 'first-step': what })) },
    own: [
      {
        id: 'o',
        title: script,
        text: [],
        actions: [{ id: 'a', cells: {}, other: [...HOSTILE_TEXTS] }],
        removedActions: [],
      },
    ],
    unplaced: HOSTILE_TEXTS.map((words, n) => ({ where: `${script}${n}`, words })),
  })
  return {
    title: script,
    kind: 'area',
    plan,
    people: [{ id: 'p', name: quote, voice: 'resident' }],
    lang: 'en',
    at: AT,
  }
}

/** Text without what nobody sees: spaces, line ends, invisible signs. Two texts that read the same are the same. */
export const bare = (text: string): string =>
  // Each letter taken apart by itself: an accent that begins a piece of text would join the letter before it in one of the two.
  [...visibleText(text)]
    .map((letter) => letter.normalize('NFKD'))
    .join('')
    .replace(/[\s\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
