import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { GlossaryChange, GlossaryWord } from '@withy/shared/api'
import type { RichText } from '@withy/shared/plan'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as asked from '../../api/glossary.ts'
import { RefusedError } from '../../api/send.ts'
import { emptyTab } from '../../live/empty-tab.ts'
import { onDesk } from '../../live/testing-desk.tsx'
import { type Explain, ExplainContext, type ExplainedIn, Words } from '../../plan-view/explain.tsx'
import { RichTextView } from '../../plan-view/rich-text-view.tsx'
import { openTexts } from '../../text/language.ts'
import { ExplainedWords, GlossaryList } from './glossary-chunk.ts'

const wordOf = (id: string, word: string, meaning: string, isOut = false): GlossaryWord => ({
  id,
  word,
  meaning,
  isOut,
})
let words: GlossaryWord[] = []
const read = vi.spyOn(asked, 'readGlossary').mockImplementation(async () => ({ words }))
const change = vi.spyOn(asked, 'changeGlossary')
beforeEach(() => openTexts('glossary'))
afterEach(() => change.mockReset())

const paragraph = (...texts: string[]): RichText[number] => ({
  type: 'paragraph',
  runs: texts.map((text, i) => (i === 1 ? { text, link: 'https://example.org' } : { text })),
})
const TEXT: RichText = [
  { type: 'heading', level: 1, runs: [{ text: 'Our commons' }] },
  paragraph('Commons and assets: ', 'asset', '\nAn Asset and the asset'),
  { type: 'bullets', items: [[paragraph('ASSET')]] },
]

const tapped = vi.fn()
let explainedIn: ExplainedIn = () => []
const setExplainedIn = (next: () => ExplainedIn) => {
  explainedIn = next()
}

function Page() {
  const [explain, setExplain] = useState<Explain | null>(null)
  return (
    <ExplainContext value={explain}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: as the words of a box are */}
      <div data-testid="text" onClick={tapped}>
        <RichTextView text={TEXT} under={3} />
      </div>
      <p data-testid="plain">
        <Words words="The asset, said in the room" />
      </p>
      <GlossaryList />
      <ExplainedWords plan="p" careWords={false} setExplain={setExplain} setExplainedIn={setExplainedIn} />
    </ExplainContext>
  )
}

const opened = async (role: 'contributor' | 'viewer' = 'contributor') => {
  cleanup()
  const on = await onDesk(<Page />, { role })
  await waitFor(() => expect(read).toHaveBeenCalled())
  return on
}
/** What is pressed has the focus, as in most browsers. */
const press = (name: string) => {
  const button = screen.getByRole('button', { name })
  button.focus()
  fireEvent.click(button)
}
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const listed = () =>
  within(screen.getByRole('region', { name: 'Words explained' }))
    .getAllByRole('listitem')
    .map((item) => Array.from(item.querySelectorAll('p'), ({ textContent }) => textContent).join(': '))
const answers = (...next: GlossaryWord[]) =>
  change.mockImplementationOnce(async () => {
    words = next
    return { words }
  })
const sent = () => change.mock.calls.map(([, said]) => said)

it('[WORK-124] a word is a button where it first stands in a text, in no link, and the text keeps every letter', async () => {
  words = []
  const before = (await opened()).getByTestId('text').innerHTML
  words = [wordOf('a', 'asset', 'A good thing'), wordOf('c', 'Commons', 'Land'), wordOf('o', 'An', 'One', true)]
  await opened()
  const text = screen.getByTestId('text')
  await waitFor(() =>
    expect(
      within(text)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['commons', 'Asset']),
  )
  expect(text.innerHTML.replace(/<span role="button".*?>(.*?)<\/span>/g, '$1')).toBe(before)
  expect(screen.getByTestId('plain').innerHTML).toMatch(
    /^The <span role="button"[^>]*>asset<\/span>, said in the room$/,
  )
})

it('[TALK-75] whoever asks what words mean can be told of the explained ones in them, each once, not of one taken out', async () => {
  words = [wordOf('a', 'asset', 'A good thing'), wordOf('c', 'Commons', 'Land'), wordOf('o', 'land', 'Out', true)]
  await opened()
  const meant = (said: string) => explainedIn(said).map(({ meaning }) => meaning)
  await waitFor(() => expect(meant('asset')).toEqual(['A good thing']))
  expect(meant('commons and an Asset, an asset on the land')).toEqual(['Land', 'A good thing'])
  expect(meant('the deed')).toEqual([])
})

it('[WORK-124] pressed, it shows what the word means, does nothing else, and has the focus again', async () => {
  words = [wordOf('a', 'asset', 'A good thing\nthat is here')]
  await opened()
  const button = await screen.findByRole('button', { name: 'Asset' })
  fireEvent.click(button)
  const dialog = screen.getByRole('dialog', { name: 'asset' })
  expect(dialog.textContent).toContain('A good thing\nthat is here')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(button))
  // A tap on the words around it opens the editor.
  expect(tapped).not.toHaveBeenCalled()
})

it('[WORK-124] what is explained meanwhile is marked as soon as the room says so', async () => {
  words = []
  const { peer } = await opened()
  expect(screen.queryByRole('button', { name: 'Asset' })).toBeNull()
  words = [wordOf('a', 'asset', 'A good thing')]
  act(() => peer.say({ type: 'glossary' }))
  expect(await screen.findByRole('button', { name: 'Asset' })).toBeTruthy()
})

it('[WORK-122] words stand by the alphabet, and whoever writes changes one, takes it out and puts it back', async () => {
  const [deed, asset] = [wordOf('d', 'deed', 'A paper'), wordOf('a', 'Asset', 'A good thing')]
  words = [deed, asset]
  await opened()
  await waitFor(() => expect(listed()).toEqual(['Asset: A good thing', 'deed: A paper']))
  press('Change: deed')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'The word' }))
  type('What does it mean?', 'Who owns it')
  answers({ ...deed, meaning: 'Who owns it' }, asset)
  press('Save')
  await waitFor(() => expect(listed()).toEqual(['Asset: A good thing', 'deed: Who owns it']))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change: deed' })))
  const was = { word: 'deed', meaning: 'A paper' }
  expect(sent()).toEqual([{ do: 'change', id: 'd', word: 'deed', meaning: 'Who owns it', was }])
  answers(deed, { ...asset, isOut: true })
  press('Take out: Asset')
  const back = await screen.findByRole('button', { name: 'Put it back: Asset' })
  expect(document.activeElement).toBe(back)
  expect(listed()).toEqual(['deed: A paper'])
  answers(deed, asset)
  fireEvent.click(back)
  await waitFor(() => expect(listed()).toEqual(['Asset: A good thing', 'deed: A paper']))
})

it('[A11Y-31] a word that is taken out takes the focus from nobody: neither who went on meanwhile, nor who writes later', async () => {
  const [deed, asset] = [wordOf('d', 'deed', 'A paper'), wordOf('a', 'Asset', 'A good thing')]
  words = [deed, asset]
  const { peer } = await opened()
  const other = await screen.findByRole('button', { name: 'Change: deed' })
  answers(deed, { ...asset, isOut: true })
  press('Take out: Asset')
  other.focus()
  await screen.findByRole('button', { name: 'Put it back: Asset' })
  expect(document.activeElement).toBe(other)
  fireEvent.click(other)
  const meaning = screen.getByRole('textbox', { name: 'What does it mean?' })
  meaning.focus()
  words = [deed, { ...asset, isOut: true }, wordOf('c', 'Commons', 'Land')]
  act(() => peer.say({ type: 'glossary' }))
  await screen.findByRole('button', { name: 'Change: Commons' })
  expect(document.activeElement).toBe(meaning)
  answers(deed, { ...asset, isOut: true })
  press('Save')
  const word = screen.getByRole('button', { name: 'Explain another word' })
  word.focus()
  await screen.findByRole('button', { name: 'Change: deed' })
  expect(document.activeElement).toBe(word)
})

it('[WORK-122] what was typed stays until it is kept, and is written over nothing that was not seen', async () => {
  words = [wordOf('d', 'deed', 'A paper')]
  const { peer } = await opened()
  fireEvent.click(await screen.findByRole('button', { name: 'Change: deed' }))
  type('What does it mean?', 'Mine')
  words = [wordOf('d', 'deed', 'Theirs')]
  const before = read.mock.calls.length
  act(() => peer.say({ type: 'glossary' }))
  await waitFor(() => expect(read.mock.calls.length).toBeGreaterThan(before))
  await act(async () => {})
  change.mockRejectedValueOnce(new RefusedError({ refused: 'word-changed', sentence: 'Look at theirs first.' }))
  press('Save')
  expect((await screen.findByText('It now says: Theirs')).closest('[role=alert]')?.textContent).toContain(
    'theirs first',
  )
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What does it mean?' }).value).toBe('Mine')
  answers(wordOf('d', 'deed', 'Mine'))
  press('Save')
  await waitFor(() => expect(listed()).toEqual(['deed: Mine']))
  expect(sent().map((said) => said.do === 'change' && said.was.meaning)).toEqual(['A paper', 'Theirs'])

  press('Explain another word')
  type('The word', 'Commons')
  type('What does it mean?', 'Land')
  change.mockRejectedValueOnce(new Error('nothing answers'))
  press('Save')
  expect(await screen.findByText(/We cannot reach Withy/)).toBeTruthy()
  answers(wordOf('d', 'deed', 'Mine'), wordOf('c', 'Commons', 'Land'))
  press('Save')
  await waitFor(() => expect(listed()).toEqual(['Commons: Land', 'deed: Mine']))
  const [first, again] = sent().slice(2) as Extract<GlossaryChange, { do: 'add' }>[]
  expect(first).toMatchObject({ do: 'add', word: 'Commons', meaning: 'Land' })
  expect(again).toEqual(first)
})

it('[WORK-126] a form that is open stays, with what was typed, when another is opened or its word is taken out', async () => {
  const [deed, asset] = [wordOf('d', 'deed', 'A paper'), wordOf('a', 'Asset', 'A good thing')]
  words = [deed, asset]
  const { peer } = await opened()
  fireEvent.click(await screen.findByRole('button', { name: 'Change: deed' }))
  type('What does it mean?', 'Mine')
  press('Change: Asset')
  const meanings = () => screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: 'What does it mean?' })
  expect(meanings().map(({ value }) => value)).toEqual(['A good thing', 'Mine'])
  fireEvent.click(screen.getAllByRole('button', { name: 'Go back' })[0] as HTMLElement)
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change: Asset' }))
  words = [{ ...deed, isOut: true }, asset]
  act(() => peer.say({ type: 'glossary' }))
  const out = await screen.findByText(
    'Somebody else has taken this word out. If you save, it is back, with your words.',
  )
  expect(out.closest('[role=alert]')).toBeTruthy()
  expect(meanings().map(({ value }) => value)).toEqual(['Mine'])
  expect(screen.queryByRole('button', { name: 'Put it back: deed' })).toBeNull()
  answers(deed, asset)
  answers({ ...deed, meaning: 'Mine' }, asset)
  press('Save')
  await waitFor(() => expect(listed()).toEqual(['Asset: A good thing', 'deed: Mine']))
  expect(sent()).toEqual([
    { do: 'put-back', id: 'd' },
    { do: 'change', id: 'd', word: 'deed', meaning: 'Mine', was: { word: 'deed', meaning: 'A paper' } },
  ])
})

it('[WORK-126] a field with nothing in it says what to do, and has the focus', async () => {
  words = [wordOf('d', 'deed', 'A paper')]
  await opened()
  fireEvent.click(await screen.findByRole('button', { name: 'Explain another word' }))
  press('Save')
  const word = screen.getByRole('textbox', { name: 'The word' })
  expect(document.activeElement).toBe(word)
  expect(document.getElementById(word.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Write the word first.',
  )
  type('The word', 'Commons')
  press('Save')
  const meaning = screen.getByRole('textbox', { name: 'What does it mean?' })
  expect(document.activeElement).toBe(meaning)
  expect(document.getElementById(meaning.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Write what it means.',
  )
  expect(sent()).toEqual([])
})

it('[WORK-122] the first word of a plan is added as any other', async () => {
  words = []
  await opened()
  fireEvent.click(await screen.findByRole('button', { name: 'Explain a word' }))
  type('The word', 'Commons')
  type('What does it mean?', 'Land')
  answers(wordOf('c', 'Commons', 'Land'))
  press('Save')
  await waitFor(() => expect(listed()).toEqual(['Commons: Land']))
})

it('[WORK-122] words are asked for once on opening, and gone once the device is nobody’s', async () => {
  words = [wordOf('a', 'asset', 'A good thing')]
  emptyTab()
  read.mockClear()
  await opened()
  await waitFor(() => expect(listed()).toEqual(['asset: A good thing']))
  expect(read).toHaveBeenCalledTimes(1)
  act(() => emptyTab())
  expect(screen.queryByText('A good thing')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Asset' })).toBeNull()
})

it('[WORK-122] who may only read has the words and no tools; where there are none, no list', async () => {
  words = [wordOf('a', 'asset', 'A good thing'), wordOf('d', 'deed', 'A paper', true)]
  await opened('viewer')
  await waitFor(() => expect(listed()).toEqual(['asset: A good thing']))
  expect(within(screen.getByRole('region', { name: 'Words explained' })).queryByRole('button')).toBeNull()
  words = []
  await opened('viewer')
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull())
})
