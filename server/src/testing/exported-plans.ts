import { codeOf, type SealRecord, sealOf, writeCopyMark } from '@withy/shared/api'
import { EXAMPLES } from '@withy/shared/examples'
import { type Edition, editionOf, fingerprint, type Plan } from '@withy/shared/plan'
import { buildPlan, HOSTILE_TEXTS } from '@withy/shared/testing'
import type { Exported } from '../exports/exported.ts'
import { createSecrets } from '../http/secrets.ts'
import { visibleText } from '../http/visible-text.ts'

const AT = new Date('2026-11-21T19:55:00Z')

export const NAMES = new Map([
  ['p0', 'Nadia'],
  ['p1', 'Priya'],
])

/** A plan as it reads, with those two people in it. */
export const editionFor = (plan: Plan, title = 'T', explained: Edition['explained'] = []): Edition =>
  editionOf({ title, plan, names: NAMES, explained })

/** A draft of a plan, as it would be taken away. */
export const draftOf = (plan: Plan, given: Partial<Exported> & { readonly title?: string } = {}): Exported => ({
  edition: editionFor(plan, given.title),
  plan,
  planKey: 'of a plan',
  people: [
    { name: 'Nadia', voice: 'resident', byCode: false },
    { name: 'Priya', voice: 'professional', byCode: false },
  ],
  lang: 'en',
  size: 'normal',
  status: { is: 'draft', at: AT },
  ...given,
})

/** The example plans as they would be taken away. */
export const examples = (lang: Exported['lang']): (Exported & { name: string; title: string })[] =>
  Object.entries(EXAMPLES).map(([name, { title, plan }]) => ({ name, title, ...draftOf(plan, { lang, title }) }))

/** Of a server that is always the same. */
const { copyProof } = createSecrets(new Uint8Array(32))

/** The same copy of a version that was sealed, with every kind of answer, and what `record` says besides. */
export function sealed(exported: Exported, given: Partial<SealRecord> = {}): Exported {
  const answer = {
    section: null,
    by: null,
    acting: null,
    advocate: '',
    at: AT.toISOString(),
    ofTheseWords: true,
  } as const
  const record: SealRecord = {
    record: 1,
    number: 3,
    openedAt: '2026-11-20T09:00:00.000Z',
    sealedAt: AT.toISOString(),
    sealedBy: 'Nadia',
    onDisagreement: 'record',
    people: exported.people.map((person) => ({ ...person })),
    answers: [
      { ...answer, name: 'Nadia', voice: 'resident', answer: 'agree', words: '' },
      { ...answer, name: 'Priya', voice: 'professional', answer: 'agree-with', words: 'If the hall stays warm.' },
      {
        ...answer,
        name: 'Kofi',
        voice: 'care',
        answer: 'disagree',
        words: 'The bus still does not come.',
        by: 'Sefina',
        acting: 'supporter',
        advocate: 'Mr Lloyd',
      },
      {
        ...answer,
        name: 'Mair',
        voice: 'carer',
        answer: 'more-time',
        words: '',
        section: 'Our edges',
        ofTheseWords: false,
      },
    ],
    notAnswered: [{ name: 'Gwen', voice: 'group' }],
    decides: { acting: 'attorney', name: 'Aunt Bea', words: 'By the paper of May.' },
    wentOn: 'Kofi asked us not to wait.',
    missing: [{ what: 'sections-empty', count: 4 }],
    reviewOn: '2027-05-01',
    fingerprint: fingerprint(exported.edition),
    kept: { plan: '0'.repeat(64), document: '0'.repeat(64) },
    previous: null,
    ...given,
  }
  const code = codeOf(sealOf(record))
  const mark = writeCopyMark({ ...exported, talk: exported.talk?.how, code }, exported.edition, copyProof)
  return { ...exported, people: record.people, status: { is: 'sealed', record, code, mark } }
}

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
  return draftOf(plan, { title: script, people: [{ name: quote, voice: 'resident', byCode: false }] })
}

/** Text without what nobody sees: spaces, line ends, invisible signs. Two texts that read the same are the same. */
export const bare = (text: string): string =>
  // Each letter taken apart by itself: an accent that begins a piece of text would join the letter before it in one of the two.
  [...visibleText(text)]
    .map((letter) => letter.normalize('NFKD'))
    .join('')
    .replace(/[\s\p{Default_Ignorable_Code_Point}\u2800]/gu, '')

/** What stands beside the sections of a plan: a word it explains, and words without a place. */
const BESIDE = ['Land of us all', 'Left from before']

/** A copy of one section of such a plan, and which of what stands beside its sections a text holds. */
export function partOf(plan: Plan, section: string) {
  const [meaning = '', words = ''] = BESIDE
  const whole = { ...plan, unplaced: [{ where: 'old.box', words }] }
  const edition = editionFor(whole, 'T', [{ word: 'Commons', meaning }])
  const holds = (text: string) => BESIDE.filter((beside) => text.includes(beside))
  return { whole: draftOf(whole, { edition }), part: draftOf(whole, { edition, sections: [section] }), holds }
}
