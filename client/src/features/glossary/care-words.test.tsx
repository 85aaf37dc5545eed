import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { RichText } from '@withy/shared/plan'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Explain, ExplainContext, Words } from '../../plan-view/explain.tsx'
import { RichTextView } from '../../plan-view/rich-text-view.tsx'
import { openLanguage, openTexts } from '../../text/language.ts'
import { CareWordList } from './care-word-list.tsx'
import { list as cy } from './care-words/cy.ts'
import { ExplainedWords } from './glossary-chunk.ts'

beforeEach(() => openTexts('glossary'))
afterEach(async () => {
  cleanup()
  await openLanguage('en')
})

const TEXT: RichText = [
  { type: 'heading', level: 1, runs: [{ text: 'Respite' }] },
  {
    type: 'paragraph',
    runs: [{ text: 'Respite, a ' }, { text: 'personal budget', bold: true }, { text: ' and respite.' }],
  },
  { type: 'paragraph', lang: 'cy', runs: [{ text: 'Mae gen i gyllideb bersonol. Respite yw hwn.' }] },
  { type: 'paragraph', lang: 'pl', runs: [{ text: 'Personal budget' }] },
]
const NONE: readonly never[] = []
const OWN = [{ id: 'own', word: 'respite', meaning: 'When Auntie Pat comes' }]
const tapped = vi.fn()

function Page({
  careWords = true,
  explained = NONE,
}: {
  careWords?: boolean
  explained?: readonly (typeof OWN)[number][]
}) {
  const [explain, setExplain] = useState<Explain | null>(null)
  const [setExplainedIn] = useState(() => () => {})
  return (
    <ExplainContext value={explain}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: as the words of a box are */}
      <div data-testid="text" onClick={tapped}>
        <RichTextView text={TEXT} under={3} />
      </div>
      <p data-testid="plain">
        <Words words="Respite" />
      </p>
      <ExplainedWords {...{ careWords, explained, setExplain, setExplainedIn }} />
    </ExplainContext>
  )
}
const buttonsIn = (place: string) =>
  within(screen.getByTestId(place))
    .queryAllByRole('button')
    .map(({ textContent }) => textContent)

it('[A11Y-71] [A11Y-72] care words are buttons where they first stand in a text, in the language of their block, until that is turned off', async () => {
  const { rerender } = render(<Page />)
  const before = screen.getByTestId('text').textContent
  await waitFor(() => expect(buttonsIn('text')).toEqual(['Respite', 'personal budget', 'gyllideb bersonol']))
  expect(buttonsIn('plain')).toEqual(['Respite'])
  expect(screen.getByTestId('text').textContent).toBe(before)
  rerender(<Page careWords={false} />)
  expect(screen.queryAllByRole('button')).toEqual([])
  rerender(<Page careWords={false} explained={OWN} />)
  expect(buttonsIn('text')).toEqual(['Respite'])
})

it('[A11Y-71] [A11Y-73] pressed by mouse or key, one shows what it means in whose words, and does nothing else', async () => {
  render(<Page explained={OWN} />)
  const budget = await screen.findByRole('button', { name: 'personal budget' })
  fireEvent.click(budget)
  const ours = screen.getByRole('dialog', { name: 'personal budget' })
  expect(ours.textContent).toMatch(/the council says your support should cost.*money for your support.*our list/)
  fireEvent.click(within(ours).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(document.activeElement).toBe(budget))
  for (const key of ['Enter', ' ']) {
    const [respite] = screen.getAllByRole('button', { name: 'Respite' })
    fireEvent.keyDown(respite as HTMLElement, { key })
    const theirs = screen.getByRole('dialog', { name: 'respite' })
    expect(theirs.textContent).toMatch(/When Auntie Pat comes.*people of this plan/)
    expect(within(theirs).queryByRole('link')).toBeNull()
    fireEvent.click(within(theirs).getByRole('button', { name: 'Close' }))
  }
  expect(tapped).not.toHaveBeenCalled()
})

it('[A11Y-71] follows the language shown, where a block says none of its own', async () => {
  render(<Page />)
  await waitFor(() => expect(buttonsIn('plain')).toEqual(['Respite']))
  await act(() => openLanguage('cy'))
  await waitFor(() => expect(buttonsIn('plain')).toEqual([]))
  expect(buttonsIn('text')).toEqual(['gyllideb bersonol'])
})

const listed = () => screen.getAllByRole('term').map(({ textContent }) => textContent)
const look = (for_: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value: for_ } })

it('[A11Y-75] the whole list stands by the alphabet, and a field finds words by name, initials, meaning and easier word', async () => {
  render(<CareWordList />)
  await waitFor(() => expect(listed().length).toBe(cy.words.length))
  expect(listed()).toEqual(listed().toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'en')))
  look('carers assess')
  expect(listed()).toEqual(['carer’s assessment'])
  look('mdt')
  expect(listed()).toEqual(['multidisciplinary team (MDT)'])
  look('bakes bread')
  expect(screen.queryByRole('term')).toBeNull()
  expect(screen.getByText(/not in our list/)).toBeTruthy()
  look('a break')
  expect(listed()).toEqual(['respite'])
  expect(screen.getByText('1 word').getAttribute('role')).toBe('status')
  expect(screen.queryByText(/first language/)).toBeNull()
})

it('[A11Y-74] [A11Y-75] in Welsh the list says how many of its words nobody has read whose first language it is', async () => {
  await openLanguage('cy')
  render(<CareWordList />)
  await waitFor(() => expect(listed().length).toBe(cy.words.length))
  expect(screen.getByText(/iaith gyntaf/).textContent).toContain(String(cy.words.filter(({ read }) => !read).length))
  look('ty bach')
  expect(listed()).toContain('gofal personol')
})
