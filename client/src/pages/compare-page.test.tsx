import { render, screen, within } from '@testing-library/react'
import type { Version } from '@withy/shared/api'
import { compared } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openTexts } from '../text/language.ts'
import { ComparePage } from './compare-page.tsx'

const BEFORE = buildPlan('area', { text: { 'place.where': ['By the old mill.', 'There is a gate.', 'It is wet.'] } })
const NOW = buildPlan('area', { text: { 'place.where': ['By the new mill.', 'It is wet.', 'We have a bench.'] } })

it('[PLAN-111] [PLAN-115] @D10 of two versions it is said which was before; each difference is a sentence, with words for what went and what came', async () => {
  await openTexts('history')
  const before = { id: 'a', kind: 'named', at: '2026-11-20T10:00:00Z', name: 'The first walk', number: null }
  const after = { id: 'now', kind: 'now', at: '2026-11-21T10:00:00Z', name: null, number: null }
  const versions = [after, before] as unknown as readonly Version[]
  const changes = compared(BEFORE, NOW)
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.includes('/changes/')) return Response.json({ before, after, changes, headings: {}, writers: [] })
    if (path.endsWith('ersions')) return Response.json({ versions, next: null })
    return Response.json({ id: 'p', title: 'Our street', people: [], former: [] })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  render(<ComparePage plan="p" before="a" after="now" />)
  const label = async (words: string) =>
    (await screen.findByText(words, { selector: 'dt' })).nextElementSibling?.textContent
  expect(await label('Before')).toMatch(/^The first walk/)
  expect(await label('After')).toBe('The plan as it is now')
  const section = screen.getByRole('heading', { name: 'Our place', level: 2 }).parentElement as HTMLElement
  const lines = within(section).getAllByRole('listitem')
  const read = lines.map((line) => [...line.querySelectorAll('p')].map(({ textContent }) => textContent?.trim()))
  expect(read).toEqual([
    ['Changed.', 'By the Taken out: old End of what was taken out.Added: new End of added words. mill.'],
    ['Taken out.', 'Taken out: There is a gate. End of what was taken out.'],
    ['Added.', 'Added: We have a bench. End of added words.'],
  ])
})
