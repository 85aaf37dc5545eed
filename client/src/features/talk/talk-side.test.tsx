import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { addItem, removeItem } from '@withy/shared/plan'
import { describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { sentenceOf } from '../../live/notice-words.ts'
import { onDesk } from '../../live/testing-desk.tsx'
import { shown } from '../../text/language.ts'
import { WordsEditor } from '../editor/words-editor.tsx'
import { below, drawsTalk, goTo, known, pageWith, refuse } from './testing-page.tsx'
import { comment, placeOf, talkOf, talkServer, threadOf } from './testing-talk.tsx'

drawsTalk()
const page = pageWith(async () => WordsEditor)

describe('the list of all', () => {
  it('[TALK-43] has them by section in the order of the plan, and leads to each place', async () => {
    known(
      talkOf([
        threadOf('z', 'ben', 'No such box', { place: placeOf('gone.gone') }),
        threadOf('b', 'ben', 'Later', { place: placeOf('our-story.story') }),
        threadOf('a', 'ben', 'Earlier'),
      ]),
    )
    await onDesk(page)
    await screen.findByText('Earlier')
    const side = within(screen.getByRole('complementary'))
    expect(side.getAllByRole('article').map((each) => each.querySelector('.talk-words')?.textContent)).toEqual([
      'Earlier',
      'Later',
      'No such box',
    ])
    expect(side.getAllByRole('heading', { level: 3 }).at(-1)?.textContent).toBe('Somewhere else in the plan')
    Element.prototype.scrollIntoView = vi.fn()
    fireEvent.click(side.getByRole('button', { name: 'Show in the plan: Earlier' }))
    expect(goTo.mock.calls.at(-1)?.[0]).toBe('place')
    expect(document.activeElement).toBe(below().getByRole('button', { name: /^1 comment/ }))
  })

  it('[TALK-43] an item that was taken out says so, and what the plan has no place for has no way to it', async () => {
    let item = ''
    const fill = (doc: Y.Doc) => {
      item = addItem(doc, { key: 'living-map.do', shape: 'action', cells: { what: 'Map-walk' } })
      removeItem(doc, 'living-map.do', item)
    }
    const threads = () => [
      threadOf('a', 'ben', 'When?', { place: placeOf('living-map.do', item) }),
      threadOf('z', 'ben', 'Where?', { place: placeOf('gone.gone') }),
    ]
    talkServer(() => talkOf(threads()), refuse)
    await onDesk(page, { fill })
    await screen.findByText('Map-walk (taken out)')
    expect(screen.getByRole('button', { name: 'Show in the plan: When?' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Show in the plan: Where?' })).toBeNull()
  })

  it('[TALK-43] says how to begin where nothing is said', async () => {
    known(talkOf([]))
    await onDesk(page)
    await screen.findByText('Nobody has said anything about the plan yet.')
  })
})

it('[TALK-46] what others say is told to whoever listens, with name and section; one’s own and what has no name are not', async () => {
  known(talkOf([]))
  const announcements = createAnnouncements()
  const { peer } = await onDesk(<AnnouncerContext value={announcements}>{page}</AnnouncerContext>)
  await screen.findByText('Nobody has said anything about the plan yet.')
  const say = (seq: number, id: string, by: string | null, isAnswer = false) => {
    const { comments, ...thread } = threadOf(id, by, 'Which orchard?')
    const answer = comment(`${id}-${seq}`, by, 'This one')
    act(() => peer.say({ type: 'talk', seq, thread: { ...thread, changed: isAnswer ? [answer] : comments } }))
  }
  say(2, 'a', 'ben')
  say(3, 'm', 'me')
  say(4, 'n', null)
  say(5, 'a', 'ben', true)
  const told = () => announcements.list().map(({ notice }) => sentenceOf(shown().text, [notice]))
  await waitFor(() => expect(told()).toEqual(['Ben answered a comment on Our place.', 'Ben commented on Our place.']))
})
