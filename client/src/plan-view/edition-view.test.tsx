import { fireEvent, render, screen } from '@testing-library/react'
import { type Edition, editionOf, type Plan, valueInWords } from '@withy/shared/plan'
import { anyPlan, buildPlan } from '@withy/shared/testing'
import fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import { openLanguage, openTexts } from '../text/language.ts'
import { PlanLanguage } from '../ui/theirs.tsx'
import { EditionView } from './edition-view.tsx'

beforeEach(() => openTexts('agreement'))

const read = (plan: Plan, explained: Edition['explained'] = []): Edition =>
  editionOf({ title: 'Our plan', plan, names: new Map([['p1', 'Rosa']]), explained })

/** Every word to be seen in an edition, as its reader says it. */
function wordsIn({ parts, explained, unplaced }: Edition): string[] {
  const texts = (value: unknown): string[] =>
    value === null || typeof value !== 'object'
      ? []
      : Object.entries(value).flatMap(([key, inner]) =>
          key === 'text' && typeof inner === 'string' ? [inner] : texts(inner),
        )
  return [
    ...parts.flatMap(({ sections }) =>
      sections.flatMap(({ boxes }) =>
        boxes.flatMap((box) =>
          box.type === 'text'
            ? texts(box.text)
            : box.items.flatMap(({ name, facts, other = [] }) => [
                ...[...(name ? [name] : []), ...facts.map(({ value }) => value)].map((value) =>
                  valueInWords(value, 'en'),
                ),
                ...other,
              ]),
        ),
      ),
    ),
    ...explained.flatMap(({ word, meaning }) => [word, meaning]),
    ...unplaced,
  ]
}
const letters = (text: string) => text.toWellFormed().replace(/\s/gu, '')

it('[AGREE-50] shows every word of an edition, whatever stands in it', () => {
  fc.assert(
    fc.property(anyPlan('area'), (plan) => {
      const edition = read(plan, [{ word: 'asset', meaning: 'what we have' }])
      const { container, unmount } = render(<EditionView edition={edition} planId="p" />)
      const all = letters(container.textContent ?? '')
      for (const words of wordsIn(edition)) expect(all).toContain(letters(words))
      unmount()
    }),
    { numRuns: 15 },
  )
})

it('[AGREE-50] parts, sections and boxes are headings one below the other, with the question asked; blocks keep their language', async () => {
  const arabic = { type: 'paragraph', runs: [{ text: 'سلام' }], lang: 'ar', dir: 'rtl' } as const
  const edition = read(buildPlan('area', { text: { 'place.where': [arabic] }, titles: { place: 'Our edges' } }))
  const { container } = render(<EditionView edition={edition} planId="p" />)
  const headings = () => screen.getAllByRole('heading').map(({ tagName, textContent }) => `${tagName} ${textContent}`)
  expect(headings().slice(0, 3)).toEqual(['H2 About this plan', 'H3 Our edges', 'H4 The place'])
  screen.getByText('Which place is this plan about? Where are its real edges?')
  expect(container.querySelector('[lang=ar]')?.getAttribute('dir')).toBe('rtl')
  expect(screen.getAllByText('Still empty:').length).toBeGreaterThan(0)
  await openLanguage('cy')
  await screen.findByRole('heading', { name: 'Y lle' })
  expect(headings()[1]).toBe('H3 Our edges')
})

it('[A11Y-245] [A11Y-244] @B11 a version is in the language its plan said then; labels and names of ours are not', async () => {
  const plan = buildPlan('area', {
    items: { 'living-map.do': [{ what: 'Walk the map', who: ['p1'], status: 'doing' }] },
    titles: { place: 'Our edges' },
    text: { 'place.where': ['From the mill.'] },
  })
  const edition = { ...read(plan, [{ word: 'asset', meaning: 'what we have' }]), lang: 'en' }
  await openLanguage('cy')
  render(
    <PlanLanguage value="pl">
      <EditionView edition={edition} planId="p" />
    </PlanLanguage>,
  )
  const langOf = (words: string) => screen.getByText(words).closest('[lang]')?.getAttribute('lang')
  for (const theirs of ['Walk the map', 'Our edges', 'From the mill.', 'asset', 'what we have'])
    expect([theirs, langOf(theirs)]).toEqual([theirs, 'en'])
  for (const ours of ['Ar waith', 'Rosa']) expect([ours, langOf(ours)]).toEqual([ours, 'cy'])
  await openLanguage('en')
})

it('[AGREE-50] it is drawn from the edition alone: what it says of a choice or an own word of ours is shown, not today’s', () => {
  const edition = read(
    buildPlan('area', { items: { 'living-map.do': [{ what: 'Walk the map', who: ['p1'], status: 'doing' }] } }),
  )
  const then = JSON.parse(JSON.stringify(edition).replace('Doing it', 'Under way')) as Edition
  render(<EditionView edition={then} planId="p" />)
  const facts = screen.getAllByRole('definition').map(({ textContent }) => textContent)
  expect(facts).toContain('Under way')
  expect(facts).toContain('Rosa')
})

it('[A11Y-270] a row of easy words stands beside its picture; what it shows is read out, and is words where there is no such picture', async () => {
  const rows = [
    { words: 'I love my dog.', picture: 'dog' },
    { words: 'I like the new thing.', picture: 'of-a-later-version' },
  ]
  const { container } = render(
    <EditionView edition={read(buildPlan('support', { easy: { 'most-important': rows } }))} planId="p" />,
  )
  await vi.waitFor(() => expect(container.querySelectorAll('.easy-picture')).toHaveLength(2))
  const [dog, later] = [...container.querySelectorAll('.edition-item')]
  const image = dog?.querySelector('img')
  expect(image?.alt, 'it would be heard twice').toBe('')
  expect(image?.closest('.edition-easy')?.firstElementChild?.contains(image), 'on the left').toBe(true)
  expect(dog?.textContent).toContain('A dog')
  expect(later?.querySelector('img')).toBeNull()
  expect(later?.textContent).toContain('A picture')
})

it('[EASY-53] @B12 who agrees to a plan sees its photos, beside what people said they show; one that cannot be had leaves its words', async () => {
  const picture = `photo:${'x'.repeat(43)}`
  const rows = [{ words: 'Beth rings on Sundays.', picture, 'photo-words': 'My sister Beth' }]
  const { container } = render(
    <EditionView edition={read(buildPlan('support', { easy: { 'most-important': rows } }))} planId="p" />,
  )
  await vi.waitFor(() => expect(container.querySelector('img')).toBeTruthy())
  const photo = container.querySelector('img') as HTMLImageElement
  expect([photo.getAttribute('src'), photo.alt]).toEqual([`/api/plans/p/photos/${'x'.repeat(43)}`, ''])
  expect(photo.closest('.edition-item')?.textContent).toContain('My sister Beth')
  fireEvent.error(photo)
  expect(container.querySelector('img')).toBeNull()
  expect(container.querySelector('.edition-item')?.textContent).toContain('A photo of our own')
})

it('[EASY-69] who reads what was agreed is told that a photo was taken away', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ refused: 'photo-removed', sentence: 'It was taken away.' }, { status: 404 }),
  )
  const picture = `photo:${'w'.repeat(43)}`
  const rows = [{ words: 'Beth rings on Sundays.', picture, 'photo-words': 'My sister Beth' }]
  const { container } = render(
    <EditionView edition={read(buildPlan('support', { easy: { 'most-important': rows } }))} planId="p" />,
  )
  await vi.waitFor(() => expect(container.querySelector('img')).toBeTruthy())
  fireEvent.error(container.querySelector('img') as HTMLImageElement)
  const item = container.querySelector('.edition-item')
  await vi.waitFor(() => expect(item?.textContent).toContain('This photo was taken away.'))
  expect(item?.textContent).toContain('My sister Beth')
  vi.unstubAllGlobals()
})
