import { fireEvent, screen, waitFor } from '@testing-library/react'
import { addItem, removeItem } from '@withy/shared/plan'
import { expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { WordsEditor } from '../features/editor/words-editor.tsx'
import { BoxTalk, TalkProvider } from '../features/talk/talk-slots.tsx'
import { placeOf, talkOf, talkServer, threadOf } from '../features/talk/testing-talk.tsx'
import { createAnnouncements } from '../live/announcements.ts'
import { AnnouncerContext } from '../live/announcer-context.ts'
import { onDesk } from '../live/testing-desk.tsx'
import { PlanSide } from './plan-side.tsx'

it('[TALK-94] from a comment on an item that was taken out the page goes to its list, which says so, as the announcer does', async () => {
  let item = ''
  const fill = (doc: Y.Doc) => {
    item = addItem(doc, { key: 'living-map.do', shape: 'action', cells: { what: 'Map-walk' } })
    removeItem(doc, 'living-map.do', item)
  }
  talkServer(
    () => talkOf([threadOf('a', 'ben', 'When?', { place: placeOf('living-map.do', item) })]),
    () => Response.json({}),
  )
  Element.prototype.scrollIntoView = vi.fn()
  const announcements = createAnnouncements()
  await onDesk(
    <AnnouncerContext value={announcements}>
      <TalkProvider wordsEditor={async () => WordsEditor}>
        <section id="living-map" data-section="">
          <h3 tabIndex={-1}>Living map</h3>
          <BoxTalk box="living-map.do" item={null} shape="action" label="To do" />
        </section>
        <PlanSide shown="talk" onClose={() => undefined} narrow={false} />
      </TalkProvider>
    </AnnouncerContext>,
    { fill },
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Show in the plan: When?' }, { timeout: 9_000 }))
  const sentence = 'What “When?” was about is not in the plan any more.'
  await waitFor(() => expect(document.activeElement?.textContent).toBe(sentence))
  expect(announcements.list().map(({ notice }) => notice)).toContainEqual({ kind: 'done', sentence })
  vi.unstubAllGlobals()
}, 12_000)
