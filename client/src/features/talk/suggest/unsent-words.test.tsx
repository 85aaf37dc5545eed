import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyTab } from '../../../live/empty-tab.ts'
import { onDesk } from '../../../live/testing-desk.tsx'
import { WordsEditor } from '../../editor/words-editor.tsx'
import '../../editor/testing-box.tsx'
import { BoxTalk, TalkProvider } from '../talk-slots.tsx'
import { talkOf, talkServer } from '../testing-talk.tsx'
import { BOX, rewrite, said, suggested } from './testing-suggest.tsx'

beforeEach(() => vi.stubGlobal('requestIdleCallback', (idle: () => void) => queueMicrotask(idle)))
afterEach(() => {
  emptyTab()
  vi.unstubAllGlobals()
})

const TEXT = said('We know our neighbours. We help each other.')
const SENTENCE = 'The words have changed since.'
const NOT_SENT = /^Not sent yet\. It is kept as long as this page is open/
/** What is fetched when the page is idle comes late on a machine that has much to do. */
const SLOW = { timeout: 9_000 }
const page = (
  <TalkProvider wordsEditor={async () => WordsEditor}>
    <BoxTalk box={BOX} item={null} shape={null} label="Our story" />
  </TalkProvider>
)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const below = () => within(document.querySelector('[data-talk-at]') as HTMLElement)

type Body = { readonly id: string; readonly was: typeof TEXT; readonly proposed: typeof TEXT }

/** A plan with a text, and a server that can be away, or refuse. */
async function onPlan() {
  let answers: 'away' | 'takes' | 'refuses' = 'away'
  let asked = 0
  const sent = talkServer(
    () => {
      asked++
      return talkOf([])
    },
    ({ body }) => {
      if (answers === 'away') throw new TypeError('no connection')
      if (answers === 'refuses') return Response.json({ refused: 'words-changed', sentence: SENTENCE }, { status: 409 })
      const { id, was, proposed } = body as Body
      return Response.json({ suggestion: suggested(was, proposed, { id, by: 'me' }) })
    },
  )
  const desk = await onDesk(page, { role: 'suggester', fill: (doc) => rewrite(doc, TEXT) })
  return {
    /** How often the page has asked for all that is said: each time it has come (back) to the server. */
    asked: () => asked,
    ids: () => sent.map(({ body }) => (body as Body).id),
    sent,
    /** The server is there again, and the page comes back to it. */
    comes(how: 'takes' | 'refuses') {
      answers = how
      act(() => desk.peer.closeAll(1006))
    },
  }
}

async function open(name: RegExp) {
  fireEvent.click(await screen.findByRole('button', { name }, SLOW))
  return (await screen.findByRole('textbox', { name: /^Change these words/ }, SLOW)) as HTMLElement & {
    editor: import('@tiptap/core').Editor
  }
}
const write = (words: HTMLElement & { editor: import('@tiptap/core').Editor }, more: string) =>
  act(() => void words.editor.chain().setTextSelection(1).insertContent(more).run())

async function sendsAway() {
  write(await open(/^Suggest other words/), 'Here ')
  press('Send to the group')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), SLOW)
  await below().findByText('Here We know our neighbours.', {}, SLOW)
  below().getByText(NOT_SENT)
}

describe('other words that were sent without a connection', () => {
  it('[TALK-62] are read where they will stand, and go by themselves, once', async () => {
    const { ids, comes } = await onPlan()
    await sendsAway()
    comes('takes')
    await below().findByText(/^You suggest other words/, {}, SLOW)
    expect(screen.queryByText(NOT_SENT)).toBeNull()
    expect(new Set(ids()).size).toBe(1)
    screen.getByRole('button', { name: /^Suggest other words/ })
  }, 30_000)

  it('[TALK-62] say why where they are not taken then, and stay to be gone on with', async () => {
    const { comes } = await onPlan()
    await sendsAway()
    comes('refuses')
    await below().findByText(SENTENCE, {}, SLOW)
    expect(screen.queryByText(NOT_SENT)).toBeNull()
    below().getByText('Here We know our neighbours.')
    const words = await open(/^Go on with your suggestion/)
    expect(words.textContent).toBe('Here We know our neighbours. We help each other.')
    within(screen.getByRole('dialog')).getByText(SENTENCE)
  }, 30_000)

  it('[TALK-62] do not go while somebody looks at them again, and wait on where they changed nothing', async () => {
    const { ids, comes, asked } = await onPlan()
    await sendsAway()
    await open(/^Go on with your suggestion/)
    const before = { asked: asked(), sent: ids().length }
    comes('takes')
    await waitFor(() => expect(asked()).toBeGreaterThan(before.asked), SLOW)
    expect(ids()).toHaveLength(before.sent)
    press('Close')
    await below().findByText(/^You suggest other words/, {}, SLOW)
  }, 30_000)
})
