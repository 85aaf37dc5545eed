import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Talk } from '@withy/shared/api'
import { addItem, removeItem } from '@withy/shared/plan'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { emptyTab } from '../../live/empty-tab.ts'
import { sentenceOf } from '../../live/notice-words.ts'
import { onDesk, personOf } from '../../live/testing-desk.tsx'
import { openLanguage, openTexts, shown } from '../../text/language.ts'
import { WordsEditor } from '../editor/words-editor.tsx'
import { BoxTalk, TalkProvider, TalkSide } from './talk-slots.tsx'
import { comment, placeOf, talkOf, talkServer, threadOf } from './testing-talk.tsx'

// Fetched once for all of them: how long that takes is not what is tested.
beforeAll(async () => {
  await openLanguage('en')
  await Promise.all([import('./drawing.ts'), openTexts('talk')])
})
beforeEach(() => vi.stubGlobal('requestIdleCallback', (idle: () => void) => queueMicrotask(idle)))
afterEach(() => {
  emptyTab()
  vi.unstubAllGlobals()
})

const BOX = 'place.where'
const goTo = vi.fn((_section: string, then: () => boolean) => void then())
const page = (
  <TalkProvider wordsEditor={async () => WordsEditor}>
    <BoxTalk box={BOX} item={null} shape={null} label="What matters, Words" />
    <aside>
      <TalkSide goTo={goTo} />
    </aside>
  </TalkProvider>
)
const refuse = () => Response.json({ refused: 'talk-full', sentence: 'This plan is full of talk.' }, { status: 409 })
const known = (talk: Talk, answers = refuse as Parameters<typeof talkServer>[1]) => talkServer(() => talk, answers)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const write = (name: string, words: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: words } })
const below = () => within(document.querySelector('[data-talk-at]') as HTMLElement)
const COMMENT = 'Comment: What matters, Words'

describe('below a box', () => {
  it('[TALK-41] it says how much is open there, and shows it at one tap; a viewer reads and has nothing to press in it', async () => {
    known(
      talkOf([threadOf('a', 'ben', 'Which orchard?'), threadOf('s', 'ben', 'Done', { settled: { by: 'ben', at: 1 } })]),
    )
    await onDesk(page, { role: 'viewer' })
    const count = await screen.findByRole('button', { name: '1 comment: What matters, Words' })
    expect(count.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(count)
    expect(count.getAttribute('aria-expanded')).toBe('true')
    const list = within(below().getByRole('list', { name: 'Comments: What matters, Words' }))
    expect(list.getAllByRole('article').map((each) => each.textContent)).toHaveLength(2)
    expect(list.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('button', { name: COMMENT })).toBeNull()
  })

  it('[TALK-41] nothing stands there for a reader where nothing is said', async () => {
    known(talkOf([threadOf('a', 'ben', 'Elsewhere', { place: placeOf('place.edges') })]))
    await onDesk(page, { role: 'viewer' })
    await screen.findByText('Elsewhere')
    expect(below().queryByRole('button')).toBeNull()
  })

  it('[TALK-42] a suggester says something about it, for somebody; the focus comes back and it is said that it is there', async () => {
    const sent = known(talkOf([]), ({ body }) =>
      Response.json({ thread: threadOf((body as { id: string }).id, 'me', 'Which orchard?') }),
    )
    await onDesk(page, { role: 'suggester' })
    fireEvent.click(await screen.findByRole('button', { name: COMMENT }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Your comment' }))
    press('Send')
    expect(screen.getByText('Write your comment first.')).toBeTruthy()
    write('Your comment', 'Which orchard?')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Ben' }))
    press('Send')
    await below().findByText('Which orchard?')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.path).toBe('/api/plans/p/talk/threads')
    expect(sent[0]?.body).toMatchObject({
      kind: 'comment',
      place: placeOf(BOX),
      said: { words: 'Which orchard?', mentions: ['ben'] },
    })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: COMMENT })))
  })

  it('[TALK-42] says how much room is left before it is full; what is too long or for too many is not sent, and stays', async () => {
    const sent = known(talkOf([]))
    const more = Array.from({ length: 21 }, (_, i) => personOf(`p${i}`, `Person ${i}`))
    await onDesk(page, { more })
    fireEvent.click(await screen.findByRole('button', { name: COMMENT }))
    write('Your comment', 'x'.repeat(1_799))
    expect(screen.queryByText(/There is room/)).toBeNull()
    write('Your comment', 'x'.repeat(1_990))
    expect(screen.getByText('There is room for 10 more letters.')).toBeTruthy()
    write('Your comment', 'x'.repeat(10_000))
    expect(screen.getByText(/^That is 8,000 letters too many\./)).toBeTruthy()
    press('Send')
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
    expect(document.querySelector<HTMLFormElement>('form.talk-form')?.noValidate, 'one message').toBe(true)
    write('Your comment', 'x')
    for (const { name } of more) fireEvent.click(screen.getByRole('checkbox', { name }))
    expect(screen.getByText(/^A comment can be for 20 people at most\./)).toBeTruthy()
    press('Send')
    expect(sent).toHaveLength(0)
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('x')
  })

  it('[TALK-44] a refusal is said in its words; what was typed stays, also when the form is closed and the page loaded anew', async () => {
    known(talkOf([]))
    const { unmount } = await onDesk(page)
    fireEvent.click(await screen.findByRole('button', { name: COMMENT }))
    write('Your comment', 'Kept')
    press('Send')
    await screen.findByText('This plan is full of talk.')
    press('Not now')
    unmount()
    await onDesk(page)
    fireEvent.click(await screen.findByRole('button', { name: 'Go on with your comment: What matters, Words' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Kept')
  })

  it('[TALK-44] what was begun stays in reach of somebody who may not comment any more', async () => {
    known(talkOf([threadOf('a', 'ben', 'Which orchard?')]))
    const begun = await onDesk(page)
    fireEvent.click(await screen.findByRole('button', { name: COMMENT }))
    write('Your comment', 'Kept')
    press('Not now')
    fireEvent.click(below().getByRole('button', { name: /^1 comment/ }))
    fireEvent.click(below().getByRole('button', { name: 'Answer: Which orchard?' }))
    write('Your answer', 'This one')
    begun.unmount()
    await onDesk(page, { role: 'viewer' })
    fireEvent.click(await screen.findByRole('button', { name: 'Go on with your comment: What matters, Words' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Kept')
    press('Send')
    await screen.findByText('This plan is full of talk.')
    press('Not now')
    fireEvent.click(below().getByRole('button', { name: /^1 comment/ }))
    fireEvent.click(below().getByRole('button', { name: 'Go on with your answer: Which orchard?' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('This one')
  })

  it('[TALK-44] without a connection it waits, says so, and goes with the same id when there is one', async () => {
    let isUp = false
    const sent = known(talkOf([]), ({ body }) => {
      if (!isUp) throw new TypeError('no connection')
      return Response.json({ thread: threadOf((body as { id: string }).id, 'me', 'Which orchard?') })
    })
    const { peer } = await onDesk(page)
    fireEvent.click(await screen.findByRole('button', { name: COMMENT }))
    write('Your comment', 'Which orchard?')
    press('Send')
    await screen.findByText(/^Not sent yet\. It is kept as long as this page is open/)
    below().getByText('Which orchard?')
    isUp = true
    act(() => peer.closeAll(1006))
    await below().findByRole('button', { name: /^1 comment/ }, { timeout: 9_000 })
    expect(screen.queryByText(/^Not sent yet/)).toBeNull()
    expect(new Set(sent.map(({ body }) => (body as { id: string }).id)).size).toBe(1)
  }, 12_000)
})

describe('a comment', () => {
  const mine = talkOf([
    threadOf('a', 'me', 'Which orchard?', {
      comments: [
        comment('a-1', 'me', 'Which orchard?'),
        comment('a-2', 'ben', 'The one by the lane', { mentions: ['me'] }),
      ],
    }),
  ])
  const shown = async (
    talk: Talk,
    answers?: Parameters<typeof talkServer>[1],
    role: 'suggester' | 'viewer' = 'suggester',
  ) => {
    const sent = known(talk, answers)
    await onDesk(page, { role })
    fireEvent.click(await screen.findByRole('button', { name: /comments?: What matters/ }))
    return sent
  }

  it('[TALK-45] is answered, settled and opened again', async () => {
    const settled = { by: 'me', at: 5 }
    const [thread] = mine.threads
    const sent = await shown(mine, ({ path, body }) => {
      const isSettled = (body as { settled?: boolean }).settled
      const answered = { ...thread, comments: [...(thread?.comments ?? []), comment('a-3', 'me', 'Thank you')] }
      return Response.json({
        thread: path.endsWith('/settled') ? { ...thread, settled: isSettled ? settled : null } : answered,
      })
    })
    fireEvent.click(below().getByRole('button', { name: 'Answer: Which orchard?' }))
    write('Your answer', 'Thank you')
    press('Send')
    await below().findByText('Thank you')
    fireEvent.click(below().getByRole('button', { name: 'Settle: Which orchard?' }))
    await below().findByText('Settled by you')
    fireEvent.click(below().getByRole('button', { name: 'Open again: Which orchard?' }))
    await below().findByRole('button', { name: 'Settle: Which orchard?' })
    expect(sent.map(({ method, path }) => `${method} ${path.split('/talk/')[1]}`)).toEqual([
      'POST threads/a/comments',
      'PUT threads/a/settled',
      'PUT threads/a/settled',
    ])
  })

  it('[TALK-45] of one’s own is changed, and removed after asking: that there was one stays to be read', async () => {
    const [thread] = mine.threads
    const sent = await shown(mine, ({ method }) =>
      Response.json({
        thread: {
          ...thread,
          comments: [comment('a-1', 'me', method === 'DELETE' ? null : 'Which one?', { editedAt: 5 })],
        },
      }),
    )
    expect(below().queryByRole('button', { name: 'Change your words: The one by the lane' })).toBeNull()
    fireEvent.click(below().getByRole('button', { name: 'Change your words: Which orchard?' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your comment' }).value).toBe('Which orchard?')
    write('Your comment', 'Which one?')
    press('Save')
    await below().findByText('Which one?')
    expect(below().getByText(/· changed$/)).toBeTruthy()
    fireEvent.click(below().getByRole('button', { name: 'Remove your comment: Which one?' }))
    expect(sent).toHaveLength(1)
    fireEvent.click(
      within(below().getByRole('dialog', { name: 'Remove your comment?' })).getByRole('button', { name: 'Remove' }),
    )
    await below().findByText('You removed this comment.')
    expect(sent[1]?.method).toBe('DELETE')
    below().getByRole('article', { name: 'A comment that was removed' })
    expect(below().queryByRole('button', { name: /^(Answer|Settle)/ })).toBeNull()
    below().getByRole('button', { name: '1 removed comment: What matters, Words' })
  })

  it('[TALK-47] is drawn as words: mark-up, links and letters that turn the line round do nothing', async () => {
    const hostile = '<img src=x onerror=alert(1)> https://evil.example \u202Egnorw [a](javascript:1)'
    await shown(talkOf([threadOf('a', 'ben', hostile)]), undefined, 'viewer')
    const words = below().getByText(/<img src=x/)
    expect(words.textContent).toBe(hostile.replace('\u202E', ''))
    expect(words.children).toHaveLength(0)
    expect(words.getAttribute('dir')).toBe('auto')
    expect(document.querySelector('img, a[href*="evil"]')).toBeNull()
  })
})

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
