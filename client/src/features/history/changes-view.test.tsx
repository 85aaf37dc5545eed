import { render, screen, within } from '@testing-library/react'
import type { Writer } from '@withy/shared/api'
import type { Change, Comparison } from '@withy/shared/plan'
import { beforeEach, expect, it } from 'vitest'
import { openLanguage, openTexts } from '../../text/language.ts'
import { ChangesView } from './changes-view.tsx'

beforeEach(() => openTexts('history'))

const person = (id: string, name: string) => ({
  ...{ id, name, voice: 'resident', role: 'owner', colour: 0, cameBy: 'started', joinedAt: '', seat: false },
})
const FACTS = { people: [person('r', 'Rosa')], former: [{ id: 'k', name: 'Kofi' }] } as never
const WRITERS: Writer[] = [
  { person: 'r', for: null },
  { person: 'k', for: null },
  { person: 'k', for: 'r' },
  { person: 'r', for: null, suggested: 'k' },
  { person: 'k', for: null, tookFor: 'r' },
]
const look = { is: 'paragraph', depth: 0 } as const
const comparison = (...changes: Change[]): Comparison => ({
  kind: 'area',
  changes,
  titles: { 'own:x': 'Our beds' },
  actions: {},
})
const show = (...changes: Change[]) =>
  render(<ChangesView comparison={comparison(...changes)} facts={FACTS} writers={WRITERS} />).container

it('[PLAN-113] says in a sentence what became of a line, and by whom; who left and whom it was typed for too', () => {
  show({
    what: 'text',
    section: 'place',
    box: 'place.where',
    lines: [
      { did: 'added', look, parts: [{ is: 'added', text: 'A bench', by: [2] }] },
      { did: 'taken-out', look, parts: [{ is: 'taken-out', text: 'A gate', by: [1] }] },
      { did: 'added', look, parts: [{ is: 'added', text: 'A tree', by: [-1] }] },
      { did: 'set-out', look, wasLook: { is: 'bullet', depth: 1 }, parts: [{ is: 'same', text: 'Songs' }] },
    ],
  })
  const said = screen.getAllByRole('listitem').map((line) => line.querySelector('.change-did')?.textContent)
  expect(said).toEqual([
    'Added by Rosa (typed by Kofi).',
    'Taken out by Kofi.',
    'Added. We do not know who did it.',
    'The words are the same. They are set out another way. It was a line with a dot. Now it is plain words.',
  ])
})

it('[SYNC-165] says of words that were taken out for whom somebody typed then, and never that they took them out', () => {
  const parts = [4, 1].map((by) => ({ is: 'taken-out' as const, text: 'A gate', by: [by] }))
  const lines = parts.map((part) => ({ did: 'taken-out' as const, look, parts: [part] }))
  show({ what: 'text', section: 'place', box: 'place.where', lines })
  const said = screen.getAllByRole('listitem').map((line) => line.querySelector('.change-did')?.textContent)
  expect(said).toEqual(['Taken out by Kofi (who typed for Rosa).', 'Taken out by Kofi.'])
})

it('[PLAN-133] says that the language of a line was said or changed, and draws the line in it', () => {
  const line = { did: 'set-out', look, respoken: true, lang: 'ar', dir: 'rtl' } as const
  show({
    what: 'text',
    section: 'place',
    box: 'place.where',
    lines: [{ ...line, parts: [{ is: 'same', text: 'صباح الخير' }] }],
  })
  const shown = screen.getByRole('listitem')
  expect(shown.querySelector('.change-did')?.textContent).toMatch(/The language of the words was said, or changed\.$/)
  const words = shown.querySelector<HTMLElement>('.change-words')
  expect([words?.lang, words?.dir]).toEqual(['ar', 'rtl'])
})

it('[TALK-35] says who suggested words that somebody accepted', () => {
  const parts = [{ is: 'added' as const, text: 'A bench', by: [3] }]
  show({ what: 'text', section: 'place', box: 'place.where', lines: [{ did: 'added', look, parts }] })
  expect(screen.getByRole('listitem').querySelector('.change-did')?.textContent).toBe(
    'Added by Rosa (words suggested by Kofi).',
  )
})

it('[TALK-35] names nobody twice who wrote some of the words and accepted others', () => {
  const parts = [
    { is: 'added' as const, text: 'A bench', by: [0] },
    { is: 'added' as const, text: 'A tree', by: [3] },
    { is: 'added' as const, text: 'A gate', by: [1] },
  ]
  show({ what: 'text', section: 'place', box: 'place.where', lines: [{ did: 'added', look, parts }] })
  expect(screen.getByRole('listitem').querySelector('.change-did')?.textContent).toBe(
    'Added by Rosa (some words suggested by Kofi) and Kofi.',
  )
})

it('[PLAN-115] @D9 marks words that came and went by element, sign and words to be heard, and tells several writers apart', () => {
  const drawn = show({
    what: 'text',
    section: 'place',
    box: 'place.where',
    lines: [
      {
        ...{ did: 'changed', look },
        parts: [
          { is: 'same', text: 'The ' },
          { is: 'taken-out', text: 'old', by: [1] },
          { is: 'added', text: 'new', by: [0] },
          { is: 'same', text: ' mill' },
          { is: 'added', text: ' stands', by: [1] },
        ],
      },
    ],
  })
  expect(drawn.querySelector('del')?.textContent).toBe('Taken out: old End of what was taken out.')
  expect(Array.from(drawn.querySelectorAll('ins'), (each) => each.textContent)).toEqual([
    'Added: new End of added words.',
    'Added:  stands End of added words.',
  ])
  expect(drawn.querySelectorAll('.changed-sign')).toHaveLength(3)
  expect(drawn.querySelector('.change-words')?.textContent).toContain('(Rosa)')
})

it('[PLAN-113] has a sentence for every kind of difference, in both languages', async () => {
  const item = { id: 'a', cells: { what: 'Mend the gate', status: 'doing' } } as const
  const told = { box: 'living-map.do', shape: 'action', item, section: 'living-map', what: 'item' } as const
  const all: Change[] = [
    { ...told, did: 'added', by: [0] },
    { ...told, did: 'taken-out', by: [1] },
    { ...told, did: 'moved', by: [0], place: { at: 2, of: 3 } },
    {
      ...{ ...told, did: 'changed' },
      cells: [
        {
          field: 'what',
          parts: [
            { is: 'same', text: 'Mend ' },
            { is: 'added', text: 'the gate', by: [0] },
          ],
        },
        { field: 'status', before: 'not-started', after: 'doing', by: [1] },
        { field: '', parts: [{ is: 'added', text: 'more' }] },
        { field: 'origin' },
      ],
    },
    { what: 'text', section: 'place', box: 'place.where', lines: [] },
    { what: 'title', section: 'review', before: 'Looking', after: 'Looking back', by: [0] },
    { what: 'own', section: 'own:x', did: 'added', after: 'Our beds', by: [0] },
    { what: 'own', section: 'own:x', did: 'moved', before: 'Our beds', after: 'Our beds', by: [0] },
    { what: 'own', section: 'own:x', did: 'changed', before: 'Beds', after: 'Our beds', by: [0] },
    { what: 'own', section: 'own:y', did: 'taken-out', before: 'Paths', by: [0] },
    { what: 'unplaced', section: '', after: 'stray' },
    { what: 'kind', section: '', before: 'area', after: 'support' },
  ]
  for (const lang of ['en', 'cy'] as const) {
    await openLanguage(lang)
    const { container, unmount } = render(
      <ChangesView comparison={comparison(...all)} facts={FACTS} writers={WRITERS} />,
    )
    const said = [...container.querySelectorAll('.change-did')].map(({ textContent }) => textContent)
    expect(said).toHaveLength(all.length)
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.+[.:\p{L}]$/u)
    expect(container.textContent).not.toMatch(/history\.|undefined|NaN/)
    const list = within(container).getAllByRole('heading', { level: 2 })
    expect(list.length).toBe(6)
    unmount()
  }
  await openLanguage('en')
  show(all[3] as Change)
  expect(screen.getByText('How far it is').nextElementSibling?.textContent).toContain('Not started')
  expect(screen.getByText('Changed by Kofi.')).toBeTruthy()
})

it('[PLAN-110] calls sections and boxes as they were called then, where that is known', () => {
  const text = (box: string) => ({ what: 'text', section: 'place', box, lines: [] }) as const
  const headings = { place: { en: 'Our patch', cy: 'Ein darn' }, 'place.where': { en: 'The patch', cy: 'Y darn' } }
  render(
    <ChangesView comparison={comparison(text('place.where'), text('place.edges'))} facts={FACTS} headings={headings} />,
  )
  const drawn = screen.getAllByRole('heading').map(({ textContent }) => textContent)
  expect(drawn.slice(0, 2)).toEqual(['Our patch', 'The patch'])
  expect(drawn).toHaveLength(3)
})

it('[PLAN-113] says so where nothing reads differently', () => {
  show()
  expect(screen.getByText('Nothing reads differently.')).toBeTruthy()
})

it('[EASY-57] calls a photo of people’s own one, in each language, with what it shows beside it', async () => {
  const picture = `photo:${'x'.repeat(43)}`
  const cells = { words: 'She rings.', picture, 'photo-words': 'My sister Beth' }
  const change: Change = {
    what: 'item',
    section: 'place',
    box: 'easy:place',
    shape: 'easy',
    did: 'added',
    item: { id: 'i', cells },
    by: [0],
  }
  for (const [language, said] of [
    ['en', 'A photo of our own'],
    ['cy', 'Llun ein hunain'],
  ] as const) {
    await openLanguage(language)
    const shown = show(change).textContent
    expect(shown).toContain(said)
    expect(shown).toContain('My sister Beth')
    expect(shown).not.toContain('photo:')
  }
})

it('[EASY-57] says of a row that got a photo in the place of a picture what it had and has', () => {
  const picture = `photo:${'x'.repeat(43)}`
  show({
    what: 'item',
    section: 'place',
    box: 'easy:place',
    shape: 'easy',
    did: 'changed',
    item: { id: 'i', cells: { words: 'She rings.', picture } },
    cells: [{ field: 'picture', before: 'bus', after: picture, by: [0] }],
    by: [0],
  })
  expect(screen.getByText('Picture').parentElement?.textContent).toMatch(/Taken out: A bus .*Added: A photo of our own/)
})
