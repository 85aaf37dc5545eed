import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { addItem, textRoot } from '@withy/shared/plan'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { emptyTab } from '../../live/empty-tab.ts'
import { onDesk } from '../../live/testing-desk.tsx'
import { openLanguage, openTexts } from '../../text/language.ts'
import { WordsEditor } from '../editor/words-editor.tsx'
import { rangesIn, spanMarked } from './page-letters.ts'
import { BoxTalk, TalkMay, TalkProvider } from './talk-slots.tsx'
import { talkOf, talkServer, threadOf } from './testing-talk.tsx'

beforeAll(async () => {
  await openLanguage('en')
  await Promise.all([import('./drawing.ts'), openTexts('talk')])
})
beforeEach(() => vi.stubGlobal('requestIdleCallback', (idle: () => void) => queueMicrotask(idle)))
afterEach(() => {
  emptyTab()
  getSelection()?.removeAllRanges()
  vi.unstubAllGlobals()
})

const BOX = 'place.where'
const WORDS = 'We meet by the well. It is ours.'
const write = (doc: Y.Doc) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(WORDS)])
  textRoot(doc, BOX).insert(0, [paragraph])
}
const page = (
  <TalkProvider wordsEditor={async () => WordsEditor}>
    <TalkMay />
    <div className="box">
      <div className="text-box">
        <div className="words">
          <p>
            We meet by <button type="button">the well</button>. It is ours.
          </p>
        </div>
      </div>
      <BoxTalk box={BOX} item={null} shape={null} label="The place" />
    </div>
  </TalkProvider>
)
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const place = (sent: ReturnType<typeof talkServer>) =>
  (sent.at(0) as { body: { place: { words: { quote: string } | null; field: string | null } } }).body.place
const say = () => {
  fireEvent.change(screen.getByRole('textbox', { name: 'Your comment' }), { target: { value: 'Which?' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
}
const takes = () =>
  talkServer(
    () => talkOf([]),
    () => Response.json({ thread: threadOf('a', 'me', 'Which?') }),
  )

let made = ''
const ItemSlot = () => (
  <TalkProvider wordsEditor={async () => WordsEditor}>
    <BoxTalk box="living-map.do" item={made} shape="action" label="Map-walk" />
  </TalkProvider>
)

describe('what a comment is about', () => {
  it('[TALK-48] is the words that are marked, however the page draws them', async () => {
    const sent = takes()
    await onDesk(page, { fill: write })
    const comment = await screen.findByRole('button', { name: 'Comment: The place' })
    const well = screen.getByRole('button', { name: 'the well' }).firstChild as Node
    getSelection()?.setBaseAndExtent(well.parentElement?.previousSibling as Node, 8, well, 8)
    // A tap takes the mark away before it is a click.
    fireEvent.pointerDown(comment)
    getSelection()?.removeAllRanges()
    fireEvent.click(comment)
    const about = screen.getByRole<HTMLSelectElement>('combobox', { name: 'What is it about?' })
    expect(about.selectedOptions[0]?.textContent).toBe('The words I marked: “by the well”')
    say()
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(place(sent).words).toMatchObject({ quote: 'by the well', before: 'We meet ', epoch: 'e1' })
  })

  it('[TALK-76] while words are marked, what they mean is asked at once, with two presses and no name; a comment that was begun stays', async () => {
    const sent = takes()
    await onDesk(page, { fill: write, role: 'suggester' })
    await press('Comment: The place')
    fireEvent.change(screen.getByRole('textbox', { name: 'Your comment' }), { target: { value: 'Begun' } })
    await press('Not now')
    expect(screen.queryByRole('button', { name: /^What does that mean/ })).toBeNull()
    const well = screen.getByRole('button', { name: 'the well' }).firstChild as Node
    getSelection()?.setBaseAndExtent(well, 4, well, 8)
    fireEvent(document, new Event('selectionchange'))
    await press('What does that mean? The place')
    screen.getByText('What does “well” mean?')
    screen.getByText(/Nobody is told who asked/)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ask' }))
    await press('Ask')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(place(sent).words).toMatchObject({ quote: 'well' })
    expect(sent[0]?.body).toMatchObject({ kind: 'meaning', said: { words: '', mentions: [] } })
    await press('Go on with your comment: The place')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Begun')
    getSelection()?.removeAllRanges()
    fireEvent(document, new Event('selectionchange'))
    await press('Not now')
    await waitFor(() => expect(screen.queryByRole('button', { name: /^What does that mean/ })).toBeNull())
  })

  it('[TALK-48] is a sentence from a list for who marks none, and all of it for who chooses nothing', async () => {
    const sent = takes()
    await onDesk(page, { fill: write })
    await press('Comment: The place')
    const about = screen.getByRole<HTMLSelectElement>('combobox', { name: 'What is it about?' })
    expect([...about.options].map(({ text }) => text)).toEqual(['All of it', 'We meet by the well.', 'It is ours.'])
    expect(about.value).toBe('')
    fireEvent.change(about, { target: { value: 'It is ours.' } })
    expect(about.value).toBe('It is ours.')
    say()
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(place(sent).words).toMatchObject({ quote: 'It is ours.' })
  })

  it('[TALK-48] of an item is a sentence of one of its cells', async () => {
    const sent = takes()
    const fill = (doc: Y.Doc) => {
      made = addItem(doc, { key: 'living-map.do', shape: 'action', cells: { what: 'Map-walk. With tea.' } })
    }
    await onDesk(<ItemSlot />, { fill })
    await press('Comment: Map-walk')
    fireEvent.change(screen.getByRole('combobox', { name: 'What is it about?' }), { target: { value: 'With tea.' } })
    say()
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(place(sent)).toMatchObject({
      box: 'living-map.do',
      item: made,
      field: 'what',
      words: { quote: 'With tea.' },
    })
  })

  it('[TALK-3] says what it was about where the words are not there any more, and that they have changed', async () => {
    const words = { quote: 'the old well', before: '', after: '', from: 'AA==', to: 'AA==', epoch: 'e0' }
    const about = { box: BOX, item: null, field: null, words }
    talkServer(
      () => talkOf([threadOf('a', 'ben', 'Which?', { place: about })]),
      () => Response.json({}),
    )
    const { doc } = await onDesk(page, { fill: write, role: 'viewer' })
    await press('1 comment: The place')
    expect(screen.getByText('About words that are not there now, as they are quoted here: “the old well”')).toBeTruthy()
    const text = (textRoot(doc, BOX).get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.insert('We meet by the '.length, 'old ')
    await screen.findByText('About: “the old well”')
  })
})

it('[TALK-48] a part of a text is found on the page, and a marked part of the page in the text', () => {
  document.body.innerHTML = '<div><p>We  <b>meet</b> by</p><ul><li>the well</li><li>and rest</li></ul></div><p>Else</p>'
  const drawn = document.body.firstElementChild as Element
  const text = 'We meet by\nthe well\nand rest\n'
  const span = { from: text.indexOf('meet'), to: text.indexOf('and') + 3 }
  const range = rangesIn(drawn, text)(span) as Range
  expect(range.toString()).toBe('meet bythe welland')
  expect(spanMarked(drawn, range, text)).toEqual(span)
  // As far as it goes into it; not where something else is drawn.
  const whole = document.createRange()
  whole.selectNodeContents(document.body)
  expect(spanMarked(drawn, whole, text)).toEqual({ from: 0, to: text.length - 1 })
  whole.selectNodeContents(document.body.lastElementChild as Element)
  expect(spanMarked(drawn, whole, text)).toBeNull()
  expect(spanMarked(drawn, range, text.replace('meet', 'mix'))).toBeNull()
})

it('[TALK-49] who may comment and not write is told so; who writes, and who only reads, is not', async () => {
  takes()
  const { unmount } = await onDesk(page, { role: 'suggester' })
  await screen.findByText(/^You can comment and suggest other words\./)
  unmount()
  await onDesk(page, { role: 'contributor' })
  await screen.findByRole('button', { name: 'Comment: The place' })
  expect(screen.queryByText(/^You can comment and suggest/)).toBeNull()
})

it('[TALK-42] a list has no words of its own to choose: its form asks for none', async () => {
  takes()
  await onDesk(
    <TalkProvider wordsEditor={async () => WordsEditor}>
      <BoxTalk box="living-map.do" item={null} shape="action" label="Do" />
    </TalkProvider>,
  )
  await press('Comment: Do')
  expect(within(document.body).queryByRole('combobox')).toBeNull()
})
