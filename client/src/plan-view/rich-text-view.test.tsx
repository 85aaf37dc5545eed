import { render } from '@testing-library/react'
import { type Block, type RichText, readPlan } from '@withy/shared/plan'
import { anyContent, anyRichText, plant } from '@withy/shared/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openLanguage } from '../text/language.ts'
import { PlanLanguage } from '../ui/theirs.tsx'
import { outlineOf } from './outline.tsx'
import { RichTextView } from './rich-text-view.tsx'

const draw = (text: RichText) => render(<RichTextView text={text} under={4} />).container

it('[A11Y-26] draws people’s words as plain HTML: paragraphs, lists, headings, bold, italic, links', () => {
  const drawn = draw([
    { type: 'heading', level: 1, runs: [{ text: 'Our hall' }] },
    {
      type: 'paragraph',
      runs: [{ text: 'empty\n' }, { text: 'Mon–Wed', bold: true }, { text: 'a page', link: 'https://example.org/' }],
    },
    { type: 'bullets', items: [[{ type: 'paragraph', runs: [{ text: 'scones' }] }]] },
    { type: 'paragraph', runs: [{ text: 'سلام' }], lang: 'ar', dir: 'rtl' },
  ])
  expect(drawn.querySelector('h5')?.textContent).toBe('Our hall')
  expect(drawn.querySelector('p strong')?.textContent).toBe('Mon–Wed')
  expect(drawn.querySelector('p br')).not.toBeNull()
  expect(drawn.querySelector('a')?.getAttribute('href')).toBe('https://example.org/')
  expect(drawn.querySelector('ul > li > p')?.textContent).toBe('scones')
  expect(drawn.querySelector('[lang=ar]')?.getAttribute('dir')).toBe('rtl')
})

it('[A11Y-244] @B11 words are in their plan’s language where that is not the page’s; a line or list that says one keeps it', async () => {
  const para = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const
  const text: RichText = [
    para('Our hall'),
    { ...para('Bore da'), lang: 'cy', dir: 'ltr' },
    { type: 'bullets', items: [[para('سلام')]], lang: 'ar', dir: 'rtl' },
    { type: 'numbers', items: [[para('one')]] },
  ]
  const drawn = (lang: string | null) =>
    Array.from(
      render(
        <PlanLanguage value={lang}>
          <RichTextView text={text} under={4} />
        </PlanLanguage>,
      ).container.querySelectorAll('p'),
      (p) => [p.closest('[lang]')?.getAttribute('lang') ?? null, p.closest('[dir]')?.getAttribute('dir') ?? null],
    )
  const said = (lang: string | null) => drawn(lang).map(([tag]) => tag)
  expect(said('pl')).toEqual(['pl', 'cy', 'ar', 'pl'])
  expect(drawn('ur')[0]).toEqual(['ur', 'rtl'])
  await openLanguage('cy')
  expect(said('en')).toEqual(['en', 'cy', 'ar', 'en'])
  expect(said(null)[0]).toBe('cy')
  await openLanguage('en')
})

it('[A11Y-26] an address nobody can follow is no link, and its words stay', () => {
  for (const link of [
    'javascript:alert(1)',
    'data:text/html,x',
    ' javascript:x',
    '//evil.example',
    'file:///etc',
    'https://',
    'https://a^b',
  ]) {
    const drawn = draw([{ type: 'paragraph', runs: [{ text: 'look', link }] }])
    expect(drawn.querySelector('a')).toBeNull()
    expect(drawn.textContent).toBe('look')
  }
})

it('[A11Y-26] words are words, whatever they look like', () => {
  const hostile = '<img src=x onerror=alert(1)><script>1</script>&amp;'
  const drawn = draw([{ type: 'paragraph', runs: [{ text: hostile }] }])
  expect(drawn.textContent).toBe(hostile)
  expect(drawn.querySelector('img, script')).toBeNull()
})

it('[A11Y-26] draws whatever is in a document without throwing and without losing a letter', () => {
  fc.assert(
    fc.property(anyRichText, (text) => {
      const letters = (blocks: readonly Block[]): string =>
        blocks
          .map((block) =>
            'runs' in block ? block.runs.map((run) => run.text).join('') : block.items.map(letters).join(''),
          )
          .join('')
      expect(draw(text).textContent).toBe(letters(text).replaceAll('\n', ''))
    }),
    { numRuns: 60 },
  )
  fc.assert(
    fc.property(anyContent('area'), (content) => {
      const plan = readPlan(plant(content).doc, 'area')
      for (const box of Object.values(plan.boxes)) if (box.type === 'text') draw(box.text)
    }),
    { numRuns: 60 },
  )
})

it('[A11Y-21] headings follow the one they stand under, and no level is skipped', () => {
  const heading = (level: 1 | 2 | 3): Block => ({ type: 'heading', level, runs: [{ text: 'x' }] })
  expect(outlineOf([heading(3), heading(3), heading(1), heading(2)], 3)).toEqual([4, 5, 4, 5])
  expect(outlineOf([heading(1), heading(2), heading(3)], 5)).toEqual([6, 6, 6])
})
