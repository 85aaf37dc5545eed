import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Talk } from '@withy/shared/api'
import { textRoot } from '@withy/shared/plan'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { emptyTab } from '../../live/empty-tab.ts'
import { onDesk } from '../../live/testing-desk.tsx'
import { type ExplainedIn, ExplainedInContext } from '../../plan-view/explain.tsx'
import { openLanguage, openTexts } from '../../text/language.ts'
import { WordsEditor } from '../editor/words-editor.tsx'
import { hideTalk } from './hidden.ts'
import { askToStep } from './stepping.ts'
import { BoxTalk, TalkButton, TalkProvider, TalkSide } from './talk-slots.tsx'
import { askedAbout, changeFor, commentBy, suggestionBy, threadWith } from './testing-said.ts'
import { placeOf, talkOf } from './testing-talk.tsx'

beforeAll(async () => {
  await openLanguage('en')
  await Promise.all([import('./drawing.ts'), openTexts('talk')])
})
let answers: (path: string, body: unknown) => Response | Promise<Response>
const sent: { path: string; body: unknown }[] = []
let talk: Talk
let workshops: readonly object[] = []
beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (idle: () => void) => queueMicrotask(idle))
  sent.length = 0
  workshops = []
  answers = () => Response.json({}, { status: 500 })
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method === 'GET')
      return Response.json(path.endsWith('/talk') ? talk : path.endsWith('/workshops') ? { workshops } : {})
    sent.push({ path, body: JSON.parse(String(body)) })
    return await answers(path, sent.at(-1)?.body)
  })
})
afterEach(() => {
  emptyTab()
  hideTalk(false)
  vi.unstubAllGlobals()
})

const write = (doc: Y.Doc, words: string) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  textRoot(doc, 'place.where').insert(0, [paragraph])
}
const opened = vi.fn()
const goTo = vi.fn()
const page = (explainedIn: ExplainedIn = () => []) => (
  <ExplainedInContext value={explainedIn}>
    <TalkProvider wordsEditor={async () => WordsEditor}>
      <button type="button">In the plan</button>
      <TalkButton onOpen={opened} />
      <BoxTalk box="place.where" item={null} shape={null} label="Where" />
      <aside>
        <TalkSide goTo={goTo} />
      </aside>
    </TalkProvider>
  </ExplainedInContext>
)
const early = threadWith('early', [commentBy('ben', { words: 'Earlier' })])
const forMe = threadWith('for-me', [commentBy('ben', { words: 'Which orchard?', mentions: ['me'] })])
const other = threadWith('other', [commentBy('ben', { words: 'By the canal' })], { place: placeOf('place.edges') })
const offered = suggestionBy('offered', 'ben', changeFor('a', ['me']))
const list = () => within(screen.getByRole('complementary'))
const cards = () =>
  [...document.querySelectorAll('aside [data-thread]')].map((card) => card.getAttribute('data-thread'))
const focused = () => document.activeElement?.getAttribute('data-thread') ?? document.activeElement?.textContent
const choose = (label: string, value: string) =>
  fireEvent.change(list().getByRole('combobox', { name: label }), { target: { value } })

describe('the list of what waits', () => {
  it('[TALK-71] the button says in words how much waits, and the list why', async () => {
    talk = talkOf([forMe, other], { suggestions: [{ ...offered, why: 'Softer' }] })
    await onDesk(page())
    fireEvent.click(await screen.findByRole('button', { name: 'Waiting for you: 2' }))
    expect(opened).toHaveBeenCalled()
    expect(cards()).toEqual(['for-me', 'offered', 'other'])
    list().getByText('Waiting for you: this is for you.')
    list().getByText('Waiting for you: they are your words. Only you can say yes for them.')
    list().getByText('Ben suggests other words (1 place)')
    list().getByText('Why: Softer')
    list().getByRole('button', { name: 'Show in the plan: Ben suggests other words (1 place). Why: Softer' })
  })

  it('[TALK-71] what waits comes first, with its section, and stays there; what comes to wait later stays where it is', async () => {
    talk = talkOf([early, forMe, other])
    const { peer } = await onDesk(page())
    await screen.findByRole('button', { name: 'Waiting for you: 1' })
    expect(cards()).toEqual(['for-me', 'early', 'other'])
    expect(list().getAllByRole('heading', { level: 3 })[0]?.textContent).toBe('Waiting for you')
    expect(document.querySelector('[data-thread="for-me"] .talk-place')?.textContent).toMatch(/^Our place/)
    const { comments, ...thread } = threadWith('other', [commentBy('ben', { id: 'new', mentions: ['me'] })])
    act(() => peer.say({ type: 'talk', seq: 2, thread: { ...thread, place: other.place, changed: comments } }))
    await screen.findByRole('button', { name: 'Waiting for you: 2' })
    expect(cards()).toEqual(['for-me', 'early', 'other'])
  })

  it('[TALK-71] by what waits, section and person; what is answered meanwhile stays until one chooses anew', async () => {
    talk = talkOf([forMe, other], { suggestions: [offered] })
    const { peer } = await onDesk(page())
    await screen.findByRole('button', { name: 'Waiting for you: 2' })
    choose('What', 'waiting')
    expect(cards()).toEqual(['for-me', 'offered'])
    const settled = { id: 'for-me', kind: 'comment', place: forMe.place, settled: { by: 'ben', at: 2 }, changed: [] }
    act(() => peer.say({ type: 'talk', seq: 2, thread: settled as never }))
    await screen.findByRole('button', { name: 'Waiting for you: 1' })
    expect(cards()).toEqual(['for-me', 'offered'])
    choose('What', 'open')
    expect(cards()).toEqual(['offered', 'other'])
    choose('Who', 'me')
    expect(cards()).toEqual(['offered'])
    choose('Section', 'place')
    expect(cards()).toEqual(['offered'])
  })

  it('[TALK-72] @D8 next and previous go from one to the other with the focus, and Escape back to where one was', async () => {
    talk = talkOf([forMe, other])
    await onDesk(page())
    await screen.findByRole('button', { name: 'Waiting for you: 1' })
    const plan = screen.getByRole('button', { name: 'In the plan' })
    plan.focus()
    askToStep(1)
    expect(focused()).toBe('for-me')
    expect(document.querySelector('[aria-current]')?.getAttribute('data-thread')).toBe('for-me')
    await screen.findByText('1 of 2')
    askToStep(1)
    expect(focused()).toBe('other')
    askToStep(1)
    expect(focused(), 'the last one').toBe('other')
    askToStep(-1)
    expect(focused()).toBe('for-me')
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' })
    expect(document.activeElement).toBe(plan)
    fireEvent.click(list().getByRole('button', { name: 'Next comment' }))
    expect(focused(), 'on from where one was in the list').toBe('other')
  })

  it('[TALK-71] what is answered where it stands is not said to wait any more', async () => {
    talk = talkOf([forMe, other], { suggestions: [offered] })
    const { peer } = await onDesk(page())
    await screen.findByRole('button', { name: 'Waiting for you: 2' })
    const first = () => list().getAllByRole('heading', { level: 3 })[0]?.textContent
    const { comments: _none, ...thread } = forMe
    act(() => peer.say({ type: 'talk', seq: 2, thread: { ...thread, settled: { by: 'ben', at: 2 }, changed: [] } }))
    await screen.findByRole('button', { name: 'Waiting for you: 1' })
    expect(first()).toBe('Waiting for you, and done just now')
    const fate = { is: 'accepted', by: 'me', at: 3 } as const
    const used = suggestionBy('offered', 'ben', changeFor('a', ['me'], { yes: ['me'], fate }))
    act(() => peer.say({ type: 'talk', seq: 3, suggestion: used }))
    await list().findByText('Nothing waits for you.')
    expect(first()).toBe('Done just now')
    expect(cards()).toEqual(['for-me', 'offered', 'other'])
  })

  it('[TALK-72] who goes on comes to what waits by now first, and what was answered stands in its section again', async () => {
    talk = talkOf([early, forMe, other])
    const { peer } = await onDesk(page())
    fireEvent.click(await list().findByRole('button', { name: 'Next comment' }))
    expect(focused()).toBe('for-me')
    const { comments: _none, ...thread } = forMe
    act(() => peer.say({ type: 'talk', seq: 2, thread: { ...thread, settled: { by: 'me', at: 2 }, changed: [] } }))
    const { comments, ...asks } = threadWith('other', [commentBy('ben', { id: 'new', mentions: ['me'] })])
    act(() => peer.say({ type: 'talk', seq: 3, thread: { ...asks, place: other.place, changed: comments } }))
    await list().findByText('Settled by you')
    await screen.findByRole('button', { name: 'Waiting for you: 1' })
    askToStep(1)
    expect(focused()).toBe('other')
    expect(cards()).toEqual(['other', 'early', 'for-me'])
    expect(list().getAllByRole('heading', { level: 3 })[0]?.textContent).toBe('Waiting for you')
    await list().findByText('1 of 3')
  })

  it('[TALK-72] the one that somebody works in is the one they are at', async () => {
    talk = talkOf([forMe, other])
    await onDesk(page())
    fireEvent.click(await list().findByRole('button', { name: 'Next comment' }))
    act(() => list().getByRole('button', { name: 'Settle: By the canal' }).focus())
    expect(document.querySelector('[aria-current]')?.getAttribute('data-thread')).toBe('other')
    await list().findByText('2 of 2')
  })

  it('[TALK-72] whoever steps on while their answer is on its way stays where they went', async () => {
    talk = talkOf([forMe, other])
    const answered = { ...forMe, comments: [...forMe.comments, commentBy('me', { id: 'mine', words: 'The old one' })] }
    let arrive = () => {}
    answers = () => new Promise((resolve) => (arrive = () => resolve(Response.json({ thread: answered }))))
    await onDesk(page())
    fireEvent.click(await list().findByRole('button', { name: 'Answer: Which orchard?' }))
    fireEvent.change(list().getByRole('textbox'), { target: { value: 'The old one' } })
    fireEvent.click(list().getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    askToStep(1)
    expect(focused()).toBe('other')
    arrive()
    await list().findByText('The old one', { selector: 'p' })
    await waitFor(() => expect(list().queryByRole('textbox')).toBeNull())
    expect(focused()).toBe('other')
  })

  it('[TALK-72] Escape goes back to where one was also after a step from nowhere, as a form has just closed', async () => {
    talk = talkOf([forMe, other])
    await onDesk(page())
    await screen.findByRole('button', { name: 'Waiting for you: 1' })
    const plan = screen.getByRole('button', { name: 'In the plan' })
    plan.focus()
    askToStep(1)
    ;(document.activeElement as HTMLElement).blur()
    askToStep(1)
    expect(focused()).toBe('other')
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' })
    expect(document.activeElement).toBe(plan)
  })

  it('[TALK-72] a step that is asked for before the list is there is taken when it comes', async () => {
    talk = talkOf([forMe, other])
    askToStep(-1)
    await onDesk(page())
    await waitFor(() => expect(focused()).toBe('other'))
  })

  it('[TALK-73] @D8 all can be hidden on this device, says how to bring it back, and one press does', async () => {
    talk = talkOf([forMe])
    await onDesk(page())
    fireEvent.click(await screen.findByRole('button', { name: 'Hide all comments' }))
    expect(screen.queryByText('Which orchard?')).toBeNull()
    expect(document.querySelector('[data-talk-at]')).toBeNull()
    expect(screen.queryByRole('button', { name: /Waiting for you/ })).toBeNull()
    expect(localStorage.getItem('withy.talk-hidden')).toBe('yes')
    expect(document.activeElement).toBe(list().getByRole('button', { name: 'Show comments' }))
    const [inRail, inList] = screen.getAllByRole('button', { name: 'Show comments' }) as [HTMLElement, HTMLElement]
    fireEvent.click(inList)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Hide all comments' }))
    fireEvent.click(document.activeElement as HTMLElement)
    inRail.focus()
    fireEvent.click(inRail)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Waiting for you: 1' }))
    expect(localStorage.getItem('withy.talk-hidden')).toBeNull()
  })

  it('[TALK-73] what is said meanwhile is not announced while it is hidden', async () => {
    talk = talkOf([])
    const announcements = createAnnouncements()
    const { peer } = await onDesk(<AnnouncerContext value={announcements}>{page()}</AnnouncerContext>)
    await list().findByText('Nobody has said anything about the plan yet.')
    const tell = (seq: number) => {
      const { comments, ...thread } = threadWith(`t${seq}`, [commentBy('ben', { id: `c${seq}` })])
      act(() => peer.say({ type: 'talk', seq, thread: { ...thread, changed: comments } }))
    }
    const told = () => announcements.list().filter(({ notice }) => notice.kind === 'said').length
    act(() => hideTalk(true))
    tell(2)
    expect(told()).toBe(0)
    act(() => hideTalk(false))
    expect(await list().findAllByRole('article')).toHaveLength(1)
    tell(3)
    expect(told()).toBe(1)
  })

  it('[TALK-74] ideas of workshops without an answer wait for who runs workshops, with the way there', async () => {
    talk = talkOf([])
    workshops = [
      { id: 'w1', title: 'May', stage: 'closed', unanswered: 3, offered: 0 },
      { id: 'w2', title: 'June', stage: 'open', unanswered: 9, offered: 0 },
      { id: 'w3', title: 'April', stage: 'closed', unanswered: 0, offered: 0 },
    ]
    await onDesk(page(), { role: 'facilitator', hadWorkshop: true })
    await screen.findByRole('button', { name: 'Waiting for you: 1' })
    const link = list().getByRole('link', { name: '3 ideas of “May” have no answer yet' })
    expect(link.getAttribute('href')).toBe('/plans/p/workshops/w1/you-said')
  })

  it('[TALK-74] other words for one’s own ideas wait for whoever said them, whatever their role; a plan without a workshop is not asked', async () => {
    talk = talkOf([])
    workshops = [
      { id: 'w1', title: 'May', stage: 'closed', unanswered: 3, offered: 1 },
      { id: 'w2', title: 'June', stage: 'open', unanswered: 9, offered: 2 },
    ]
    const { unmount } = await onDesk(page(), { role: 'viewer', hadWorkshop: false })
    await screen.findByText('Nobody has said anything about the plan yet.')
    unmount()
    await onDesk(page(), { role: 'viewer', hadWorkshop: true })
    await screen.findByRole('button', { name: 'Waiting for you: 2' })
    const links = list().getAllByRole<HTMLAnchorElement>('link', { name: /offers other words/ })
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Somebody offers other words for 1 idea of yours in “May”', '/plans/p/workshops/w1'],
      ['Somebody offers other words for 2 ideas of yours in “June”', '/plans/p/workshops/w2'],
    ])
  })
})

describe('what words mean', () => {
  const commons = { id: 'c', word: 'commons', meaning: 'Land for all' }
  const asked = askedAbout('asked', 'commons')

  it('[TALK-76] who writes explains what somebody asked, and nobody else is offered to', async () => {
    talk = talkOf([asked])
    answers = () => Response.json({ thread: { ...asked, settled: { by: 'me', at: 2 } } })
    await onDesk(page())
    await list().findByText('Somebody asks what “commons” means')
    fireEvent.click(list().getByRole('button', { name: 'Explain it: commons' }))
    fireEvent.click(list().getByRole('button', { name: 'Explain it' }))
    list().getByText('Write what it means.')
    expect(sent).toEqual([])
    fireEvent.change(list().getByRole('textbox', { name: 'What does it mean?' }), { target: { value: 'Land for all' } })
    fireEvent.click(list().getByRole('button', { name: 'Explain it' }))
    await waitFor(() => expect(list().queryByRole('textbox')).toBeNull())
    expect(sent).toEqual([
      { path: '/api/plans/p/talk/threads/asked/meaning', body: { word: 'commons', meaning: 'Land for all' } },
    ])
  })

  it('[TALK-76] a refusal is told beside the words, which stay', async () => {
    talk = talkOf([asked])
    answers = () => Response.json({ refused: 'word-there', sentence: 'Look at what is there.' }, { status: 409 })
    await onDesk(page())
    fireEvent.click(await list().findByRole('button', { name: 'Explain it: commons' }))
    fireEvent.change(list().getByRole('textbox', { name: 'What does it mean?' }), { target: { value: 'Mine' } })
    fireEvent.click(list().getByRole('button', { name: 'Explain it' }))
    await list().findByText('Look at what is there.')
    expect(list().getByRole<HTMLTextAreaElement>('textbox', { name: 'What does it mean?' }).value).toBe('Mine')
  })

  it('[TALK-76] an explanation that is being written stays where the question is settled meanwhile', async () => {
    talk = talkOf([asked])
    const { peer } = await onDesk(page())
    fireEvent.click(await list().findByRole('button', { name: 'Explain it: commons' }))
    fireEvent.change(list().getByRole('textbox', { name: 'What does it mean?' }), { target: { value: 'Mine' } })
    const { comments: _none, ...thread } = asked
    const settled = { by: 'ben', at: 2 }
    act(() => peer.say({ type: 'talk', seq: 2, thread: { ...thread, settled, changed: [] } }))
    await list().findByText('Settled by Ben')
    expect(list().getByRole<HTMLTextAreaElement>('textbox', { name: 'What does it mean?' }).value).toBe('Mine')
  })

  it('[TALK-76] it is asked below the words it is about, without a name, which is said; it is sent as that and for nobody', async () => {
    talk = talkOf([])
    answers = (_path, body) => Response.json({ thread: { ...asked, id: (body as { id: string }).id } })
    await onDesk(page(), { role: 'suggester', fill: (doc) => write(doc, 'Our commons. Our canal.') })
    fireEvent.click(await screen.findByRole('button', { name: 'Comment: Where' }))
    expect(screen.queryByRole('button', { name: 'What does that mean?' }), 'about no words').toBeNull()
    fireEvent.change(screen.getByRole('combobox', { name: 'What is it about?' }), { target: { value: 'Our commons.' } })
    screen.getByText(/Nobody is told who asked/)
    fireEvent.click(screen.getByRole('button', { name: 'What does that mean?' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({
      kind: 'meaning',
      place: { box: 'place.where', words: { quote: 'Our commons.' } },
      said: { words: '', mentions: [] },
    })
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
  })

  it('[TALK-8] a comment whose answer was lost is asked as another thing, without the name that one may have', async () => {
    talk = talkOf([])
    answers = () => Response.json({ refused: 'talk-full', sentence: 'This plan is full.' }, { status: 409 })
    await onDesk(page(), { role: 'suggester', fill: (doc) => write(doc, 'Our commons. Our canal.') })
    fireEvent.click(await screen.findByRole('button', { name: 'Comment: Where' }))
    fireEvent.change(screen.getByRole('combobox', { name: 'What is it about?' }), { target: { value: 'Our commons.' } })
    fireEvent.change(screen.getByRole('textbox', { name: 'Your comment' }), { target: { value: 'Eh?' } })
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await screen.findByText('This plan is full.')
    fireEvent.click(screen.getByRole('button', { name: 'What does that mean?' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    fireEvent.click(await screen.findByRole('button', { name: 'What does that mean?' }))
    await waitFor(() => expect(sent).toHaveLength(3))
    const [named, nameless, again] = sent.map(({ body }) => body as { id: string; said: { id: string } })
    expect([nameless?.id, nameless?.said.id]).not.toContain(named?.id)
    expect(nameless?.said.id).not.toBe(named?.said.id)
    expect(again).toEqual(nameless)
  })

  it('[TALK-8] a question without words is read in the language of who reads it', async () => {
    const [first] = asked.comments
    talk = { ...talkOf([{ ...asked, comments: first ? [{ ...first, words: '' }] : [] }]), mine: ['asked'] }
    await onDesk(page())
    await list().findByText('You asked what “commons” means. Nobody is told that it was you.')
    list().getByRole('button', { name: 'Remove your comment: What does that mean?' })
  })

  it('[TALK-75] what the plan explains of the words is shown at once, and can be asked all the same', async () => {
    talk = talkOf([])
    await onDesk(
      page((words) => (words.includes('commons') ? [commons] : [])),
      {
        fill: (doc) => write(doc, 'Our commons.'),
      },
    )
    fireEvent.click(await screen.findByRole('button', { name: 'Comment: Where' }))
    fireEvent.change(screen.getByRole('combobox', { name: 'What is it about?' }), { target: { value: 'Our commons.' } })
    fireEvent.click(screen.getByRole('button', { name: 'What does that mean?' }))
    screen.getByText('“commons” is explained in this plan: Land for all')
    expect(sent).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Ask all the same' }))
    await waitFor(() => expect(sent).toHaveLength(1))
  })

  it('[TALK-75] words that are explained meanwhile, in a workshop too, say so and wait for nobody', async () => {
    talk = talkOf([asked])
    await onDesk(page((words) => (words === 'commons' ? [commons] : [])))
    await screen.findByText('“commons” is explained in this plan: Land for all')
    screen.getByRole('button', { name: 'Comments' })
    expect(screen.queryByRole('button', { name: /^Explain it/ })).toBeNull()
  })
})
