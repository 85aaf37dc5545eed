import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Voice } from '@withy/shared/access'
import { readRichText } from '@withy/shared/plan'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { onDesk } from '../../../live/testing-desk.tsx'
import { openLanguage } from '../../../text/language.ts'
import { BOX, box, paragraph, wordsIn, write } from '../testing-box.tsx'
import { keepForCoach } from './kept.ts'
import { pause, shortRest } from './testing-rest.ts'

beforeEach(shortRest)
afterEach(async () => {
  vi.unstubAllGlobals()
  keepForCoach({ isOn: null, never: [], mine: [] })
  localStorage.clear()
  await openLanguage('en')
})

const staff = { me: { voice: 'professional' as Voice } }
const region = () => screen.findByRole('region', { name: 'Clearer and kinder words' })
/** What is offered now, by its words. */
const offered = () =>
  screen
    .queryAllByText(/would this be (clearer|kinder)\?$/)
    .map(({ textContent }) => /“(.*)”/.exec(textContent ?? '')?.[1])
const marked = () => [...document.querySelectorAll('.coach-mark')].map(({ textContent }) => textContent)
const opens = async (given: Parameters<typeof onDesk>[1] = staff) => {
  const desk = await onDesk(box, given)
  const words = await write(/^(Write here|Change)/)
  const types = (text: string) => act(() => void words.editor.commands.insertContent(text))
  return { ...desk, words, types }
}
/** Whether their room was ever kept for them. */
const keepsRoom = () => {
  const seen = vi.fn()
  const look = new MutationObserver(() => document.querySelector('.coach-room') && seen())
  look.observe(document.body, { childList: true, subtree: true })
  onTestFinished(() => look.disconnect())
  return () => seen.mock.calls.length > 0
}

describe('hints while writing', () => {
  it('[A11Y-127] @E5 come for a professional after a pause, below the box, and change nothing by being there', async () => {
    const kept = keepsRoom()
    const { doc, types, words } = await opens()
    await region()
    // What comes late pushes nothing away from under a finger.
    expect([kept(), document.querySelector('.coach-room')]).toEqual([true, null])
    types('Staff utilise a hoist. Rosa suffers from pain.')
    expect(offered()).toEqual([])
    await waitFor(() => expect(offered()).toEqual(['utilise', 'suffers from']), { timeout: 6_000 })
    expect(marked().toSorted()).toEqual(['suffers from', 'utilise'])
    const stands = JSON.stringify(readRichText(doc.getXmlFragment(BOX)))
    expect(stands).not.toContain('coach')
    expect(words.editor.getHTML()).not.toContain('coach')
    // With every hint showing the words are whole, and can be left as they are.
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    expect(wordsIn(doc)).toBe('Staff utilise a hoist. Rosa suffers from pain.')
    expect(marked()).toEqual([])
  })

  it('[A11Y-274] say that there is nothing to offer once they have looked, while they are on', async () => {
    const { types } = await opens()
    await region()
    types('We bake bread.')
    await screen.findByText('Nothing to offer here.')
    types(' They utilise it.')
    await waitFor(() => expect(offered()).toEqual(['utilise']), { timeout: 6_000 })
    expect(screen.queryByText('Nothing to offer here.')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Keep mine: utilise' }))
    await screen.findByText('Nothing to offer here.')
    fireEvent.click(screen.getByRole('button', { name: 'Clearer words: on' }))
    expect(screen.queryByText('Nothing to offer here.')).toBeNull()
  })

  it('[A11Y-129] draw nothing into a word that is being composed: they wait until it is there', async () => {
    const { types, words } = await opens()
    await region()
    let composing = true
    Object.defineProperty(words.editor.view, 'composing', { get: () => composing })
    types('Staff utilise a hoist.')
    await pause()
    expect([offered(), marked()]).toEqual([[], []])
    composing = false
    await waitFor(() => expect(marked()).toEqual(['utilise']), { timeout: 6_000 })
  })

  it('[A11Y-129] each is used, kept or never shown again by a button; the focus stays beside them', async () => {
    const { doc, types } = await opens()
    await region()
    types('Utilise it. They commence early. Staff require tea.')
    await waitFor(() => expect(offered().length).toBe(3), { timeout: 6_000 })
    const list = within(await region())
    fireEvent.click(list.getByRole('button', { name: 'Use “Use”' }))
    expect(wordsIn(doc)).toBe('Use it. They commence early. Staff require tea.')
    expect(document.activeElement).toBe(list.getByRole('button', { name: 'Clearer words: on' }))
    await waitFor(() => expect(offered()).toEqual(['commence', 'require']), { timeout: 6_000 })
    fireEvent.click(list.getByRole('button', { name: 'Keep mine: commence' }))
    await waitFor(() => expect(offered()).toEqual(['require']), { timeout: 6_000 })
    fireEvent.click(list.getByRole('button', { name: 'Don’t show this word again: require' }))
    await waitFor(() => expect(offered()).toEqual([]), { timeout: 6_000 })
    expect(wordsIn(doc)).toBe('Use it. They commence early. Staff require tea.')
    const kept = localStorage.getItem('withy.coach') ?? ''
    expect(JSON.parse(kept)).toMatchObject({ never: ['require'] })
    expect(kept).not.toContain('early')
  })

  it.each([
    ['cy', ['yn dioddef o']],
    ['pl', []],
  ])('[A11Y-127] @E5 are of the language of the plan, and not of the page (%s)', async (lang, found) => {
    const { types } = await opens({ ...staff, lang })
    await region()
    types('Staff utilise a hoist. Mae Rosa yn dioddef o boen.')
    if (found.length > 0) await waitFor(() => expect(offered()).toEqual(found), { timeout: 6_000 })
    else for (const _ of [1, 2]) await pause()
    expect(offered()).toEqual(found)
  })

  it('[A11Y-128] @E5 none for what others wrote, what was there, what is pasted, or what is typed for somebody', async () => {
    const { others, meet, live, types, words, doc } = await opens({
      ...staff,
      fill: (there) => paragraph(there, 'They utilise it.'),
    })
    await region()
    act(() => {
      paragraph(others, 'Others commence early.')
      meet()
    })
    fireEvent.paste(words)
    types(' Pasted: they reside here.')
    await pause()
    live.typeFor('ben')
    types(' They require tea.')
    live.typeFor(null)
    types(' Staff ascertain it.')
    await waitFor(() => expect(offered()).toEqual(['ascertain']), { timeout: 6_000 })
    expect(wordsIn(doc)).toContain('utilise')
  })

  it.each(['person', 'care'] as const)(
    '[A11Y-127] @E5 whoever has care needs gets none and no way to them: %s',
    async (voice) => {
      keepForCoach({ isOn: true })
      const kept = keepsRoom()
      const { types } = await opens({ me: { voice } })
      types('They utilise it.')
      await pause()
      expect(screen.queryByRole('region', { name: 'Clearer and kinder words' })).toBeNull()
      expect([offered(), marked(), kept()]).toEqual([[], [], false])
    },
  )

  it('[A11Y-127] everybody else gets them when they turn them on, and that is remembered', async () => {
    const { types } = await opens({ me: { voice: 'resident' } })
    const toggle = within(await region()).getByRole('button', { name: 'Clearer words: off' })
    types('They utilise it.')
    await pause()
    expect(offered()).toEqual([])
    fireEvent.click(toggle)
    await waitFor(() => expect(offered()).toEqual(['utilise']), { timeout: 6_000 })
    expect(toggle.getAttribute('aria-pressed')).toBe('true')
    expect(JSON.parse(localStorage.getItem('withy.coach') ?? '')).toMatchObject({ isOn: true })
  })

  it('[A11Y-129] @E5 the room screen, and whoever only reads, fetches none of it: nothing but what is written in asks for it', () => {
    const files = import.meta.glob<string>('/src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
    const asks = Object.entries(files)
      .filter(([file, source]) => !file.includes('/coach/') && /from '[^']*coach\/|import\('[^']*coach\//.test(source))
      .map(([file]) => file)
    expect(asks.toSorted()).toEqual(['/src/features/editor/rich-editor.tsx', '/src/features/editor/simple-box.tsx'])
    const sends = Object.entries(files).filter(
      ([file, source]) =>
        /\/coach\/(?!.*\.test\.)/.test(file) && /\b(fetch|send|XMLHttpRequest|sendBeacon|live\.say)\b/.test(source),
    )
    expect(sends.map(([file]) => file)).toEqual([])
  })
})
