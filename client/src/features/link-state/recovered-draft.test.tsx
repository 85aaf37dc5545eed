import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { addItem, readPlan, TEMPLATES, wordsOfText } from '@withy/shared/plan'
import { beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { openTexts } from '../../text/language.ts'
import { RecoveredDraft } from './recovered-draft.tsx'

beforeEach(() => openTexts('draft'))

const STORY = 'our-story.story'
const BOXES = [
  { root: STORY, title: 'Our shared story', words: 'As it was.\nWritten in a tunnel.' },
  { root: 'living-map.have', title: 'What we have', words: 'The orchard' },
  { root: 'plan.titles', title: 'Living map', words: 'What is here' },
  { root: '', title: '', words: 'the bus stop' },
]
const announcements = createAnnouncements()

function written() {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('As it was.')])
  doc.getXmlFragment(STORY).insert(0, [paragraph])
  addItem(doc, { key: 'living-map.have', shape: 'asset', cells: { what: 'The orchard' } })
  return doc
}
const draw = (into: Y.Doc | null, more: { onDevice?: boolean; someLost?: boolean } = {}) => {
  const onDone = vi.fn()
  render(
    <AnnouncerContext value={announcements}>
      <main id="main">
        <h1 tabIndex={-1}>Orchard Lane</h1>
        <RecoveredDraft
          boxes={BOXES}
          into={into && { doc: into, template: TEMPLATES.area, people: [] }}
          onDevice={more.onDevice ?? false}
          someLost={more.someLost ?? false}
          onDone={onDone}
        />
      </main>
    </AnnouncerContext>,
  )
  return onDone
}
const TITLE = 'Words for 4 boxes did not reach the plan'
const story = () => screen.getByRole('article', { name: 'Our shared story' })

it('[SYNC-107] puts into a box what it lacks, only when asked, and once', async () => {
  const doc = written()
  const words = () => {
    const box = readPlan(doc, 'area').boxes[STORY]
    return box?.type === 'text' && wordsOfText(box.text)
  }
  draw(doc)
  expect(words()).toEqual(['As it was.'])
  act(() => within(story()).getByRole('button', { name: 'Put into the plan: Our shared story' }).click())
  expect(words()).toEqual(['As it was.', 'Written in a tunnel.'])
  await waitFor(() => expect(within(story()).getByText('The plan has these words.').role).toBe('status'))
  expect(document.activeElement).toBe(within(story()).getByRole('heading'))
  expect(within(story()).queryByRole('button', { name: /^Put/ })).toBeNull()
  const have = screen.getByRole('article', { name: 'What we have' })
  expect(within(have).getByText('The plan has these words.')).toBeTruthy()
  expect(within(screen.getByRole('article', { name: 'Living map' })).queryByRole('button', { name: /^Put/ })).toBeNull()
})

it('[SYNC-106] takes the focus when it comes, but not from somebody who writes', async () => {
  draw(written())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: TITLE })))
  cleanup()
  const field = document.body.appendChild(document.createElement('textarea'))
  field.focus()
  draw(written())
  await new Promise((done) => setTimeout(done))
  expect(document.activeElement).toBe(field)
  field.remove()
})

it('[SYNC-106] is words to read and copy for somebody who may only read', () => {
  draw(null, { onDevice: true })
  expect(screen.getByRole('region', { name: TITLE })).toBeTruthy()
  expect(announcements.list()[0]?.notice).toEqual({ kind: 'done', sentence: TITLE })
  expect(screen.getByRole('button', { name: 'Copy: Words without a place' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Put/ })).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(within(story()).getByText(/Written in a tunnel\./)).toBeTruthy()
  expect(within(story()).getByRole('button', { name: 'Copy: Our shared story' })).toBeTruthy()
  expect(screen.getByText('This device keeps them until you say that you are done.')).toBeTruthy()
})

it('[SYNC-108] [SYNC-109] says where it lives, and that more of it was damaged; it goes when one is done with it', () => {
  const onDone = draw(written(), { someLost: true })
  expect(screen.getByText('They are only on this open page. Copy them before you close it.')).toBeTruthy()
  expect(screen.getByText(/were damaged/)).toBeTruthy()
  act(() => screen.getByRole('button', { name: 'I am done with these words' }).click())
  expect(onDone).toHaveBeenCalledOnce()
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
})
