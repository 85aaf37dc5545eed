import { act, render, screen } from '@testing-library/react'
import {
  addItem,
  addOwnSection,
  cellWords,
  listRoot,
  moveOwnSection,
  removeItem,
  removeOwnSection,
  retitleSection,
  setOwnTitle,
  TEMPLATES,
} from '@withy/shared/plan'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { type Link, type LivePlan, openLivePlan } from '../../live/live-plan.ts'
import { createPeer } from '../../live/testing-peer.ts'
import { EndedNotice } from './ended-notice.tsx'
import { asOneText, keptWords } from './kept-words.ts'
import { lightOf, wouldLose } from './light-words.ts'
import { newsOf } from './news-of.ts'
import { SavedLight, TroubleLight } from './saved-light.tsx'
import { SendingNews } from './sending.tsx'
import { useCloseWarning } from './use-close-warning.ts'

const SAVED: Link = { is: 'open', saved: 'saved' }
const SAVING: Link = { is: 'open', saved: 'saving', kept: 'no' }
const NOT_SAVED: Link = { is: 'open', saved: 'not-saved', kept: 'no' }
const LOST: Link = { is: 'lost', unsaved: false, kept: 'no' }
const AT_RISK: Link = { is: 'lost', unsaved: true, kept: 'no' }
const KEEPING: Link = { is: 'lost', unsaved: true, kept: 'soon' }
const KEPT: Link = { is: 'lost', unsaved: true, kept: 'yes' }
const NOT_SAVED_KEPT: Link = { is: 'open', saved: 'not-saved', kept: 'yes' }
const TAKEN_OUT: Link = { is: 'ended', why: 'role', unsaved: true, kept: 'no' }
const RESTORED: Link = { is: 'ended', why: 'epoch', unsaved: true, kept: 'yes' }
const ALL: readonly Link[] = [
  { is: 'opening' },
  SAVED,
  SAVING,
  NOT_SAVED,
  LOST,
  AT_RISK,
  KEEPING,
  KEPT,
  NOT_SAVED_KEPT,
  TAKEN_OUT,
  RESTORED,
  { is: 'ended', why: 'gone', unsaved: false, kept: 'no' },
]

describe('the saved light', () => {
  it('[SYNC-41] shows Saved for one state of the link and no other', () => {
    expect(ALL.filter((link) => lightOf(link).words === 'live.saved')).toEqual([SAVED])
    expect(ALL.filter((link) => lightOf(link).shape === 'tick')).toEqual([SAVED])
  })

  it('[SYNC-103] says kept on this device only of what is kept, and of the rest to keep the page open', () => {
    const said = (words: string) => ALL.filter((link) => lightOf(link).words === words)
    expect(said('live.light-kept')).toEqual([KEPT, NOT_SAVED_KEPT])
    expect(said('live.light-not-kept')).toEqual([NOT_SAVED, AT_RISK])
    expect([NOT_SAVED, AT_RISK].map((link) => lightOf(link).more)).toEqual(['live.light-more', 'live.light-lost-more'])
    expect(said('live.light-keeping')).toEqual([KEEPING])
  })

  it('[SYNC-58] tells of a loss, of words at risk and of the return, and not of every pause in typing', () => {
    expect(newsOf(SAVED, LOST)).toEqual({ kind: 'lost', unsaved: false, kept: false })
    expect(newsOf(LOST, AT_RISK)).toEqual({ kind: 'lost', unsaved: true, kept: false })
    expect(newsOf(AT_RISK, AT_RISK)).toBeNull()
    expect(newsOf(AT_RISK, SAVED)).toEqual({ kind: 'back' })
    expect(newsOf(SAVED, NOT_SAVED)).toEqual({ kind: 'not-saved', kept: false })
    expect(newsOf(NOT_SAVED, SAVED)).toEqual({ kind: 'back' })
    expect(newsOf(SAVED, SAVING)).toBeNull()
    expect(newsOf(SAVED, SAVED)).toBeNull()
    expect(newsOf({ is: 'opening' }, SAVED)).toBeNull()
  })

  it('[SYNC-58] [SYNC-103] tells once that this device keeps the words, and again when it does not any more', () => {
    expect(newsOf(LOST, KEEPING)).toBeNull()
    expect(newsOf(LOST, KEPT)).toEqual({ kind: 'lost', unsaved: true, kept: true })
    expect(newsOf(KEPT, KEPT)).toBeNull()
    expect(newsOf(KEPT, AT_RISK)).toEqual({ kind: 'lost', unsaved: true, kept: false })
    expect(newsOf(SAVED, NOT_SAVED_KEPT)).toEqual({ kind: 'not-saved', kept: true })
  })

  it('[SYNC-57] closing loses words whenever something typed here is neither acked nor kept', () => {
    expect(ALL.filter(wouldLose)).toEqual([SAVING, NOT_SAVED, AT_RISK, KEEPING, TAKEN_OUT])
  })
})

const opened: LivePlan[] = []
afterEach(() => {
  for (const live of opened.splice(0)) live.close()
})
function open() {
  const peer = createPeer()
  const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
  opened.push(live)
  return { peer, live }
}

it('[A11Y-7] the light for trouble stays while somebody is on it, or in what it opened', async () => {
  const { peer, live } = open()
  const asked = vi.fn()
  render(<TroubleLight live={live} onAsk={asked} />)
  const is = (link: object) => vi.waitFor(() => expect(live.link()).toMatchObject(link), { timeout: 3_000 })
  const light = () => screen.queryByRole('button')
  await is(SAVED)
  expect(light()).toBeNull()
  peer.up = false
  act(() => peer.closeAll(1006))
  await screen.findByRole('button', { name: /^Not connected/ })
  act(() => light()?.focus())
  peer.up = true
  await screen.findByRole('button', { name: /^Saved/ }, { timeout: 3_000 })
  act(() => light()?.click())
  expect(asked).toHaveBeenCalledOnce()
  act(() => light()?.blur())
  expect(light()).not.toBeNull()
  act(() => light()?.focus())
  act(() => light()?.blur())
  expect(light()).toBeNull()
})

function Bar({ live }: { live: LivePlan }) {
  useCloseWarning(live)
  return <SavedLight live={live} />
}

it('[A11Y-70] says which part goes once it takes long, and tells of it once, and when all has arrived', async () => {
  const { peer, live } = open()
  const announcements = createAnnouncements()
  render(
    <AnnouncerContext value={announcements}>
      <SavedLight live={live} />
      <SendingNews live={live} />
    </AnnouncerContext>,
  )
  await screen.findByText('Saved')
  const told = () => announcements.list().map(({ notice }) => notice.kind === 'done' && notice.sentence)
  const says = (part: number) =>
    screen.findByText(`Sending a lot of words: part ${part} of 3. Keep this page open.`, {}, { timeout: 3_000 })
  const book = () => act(() => live.doc.getText('living-map.want').insert(0, 'words '.repeat(30_000)))
  // What is quick needs no words.
  book()
  await screen.findByText('Saved')
  peer.acks = 'held'
  book()
  const since = performance.now()
  await says(1)
  expect(performance.now() - since).toBeGreaterThan(900)
  for (const part of [2, 3]) {
    peer.ackNow()
    await says(part)
  }
  expect(told()).toEqual(['Sending a lot of words. This can take a while. Keep this page open.'])
  peer.ackNow()
  await screen.findByText('Saved')
  expect(screen.queryByText(/Sending a lot/)).toBeNull()
  await vi.waitFor(() => expect(told()[0]).toBe('All your words have arrived. They are saved.'))
  expect(told()).toHaveLength(2)
})

it('[SYNC-57] warns before the page closes with words that are not saved, and only then', async () => {
  const { peer, live } = open()
  render(<Bar live={live} />)
  await screen.findByText('Saved')
  const closing = () => {
    // Newer browsers look at the one, older ones at the other.
    const event = Object.assign(new Event('beforeunload', { cancelable: true }), { said: '' })
    Object.defineProperty(event, 'returnValue', { set: (said) => Object.assign(event, { said }) })
    window.dispatchEvent(event)
    expect(event.said !== '').toBe(event.defaultPrevented)
    return event.defaultPrevented
  }
  expect(closing()).toBe(false)
  peer.acks = 'held'
  act(() => live.doc.getText('living-map.want').insert(0, 'words'))
  await screen.findByText('Saving…')
  expect(closing()).toBe(true)
  peer.ackNow()
  await screen.findByText('Saved')
  expect(closing()).toBe(false)
})

describe('words kept when a plan is closed', () => {
  function written() {
    const doc = new Y.Doc()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('A warm place to meet.')])
    doc.getXmlFragment('living-map.want').insert(0, [paragraph])
    const item = addItem(doc, { key: 'living-map.have', shape: 'asset' })
    cellWords(doc, 'living-map.have', item, 'what')?.insert(0, 'The orchard')
    return doc
  }

  it('[SYNC-59] gives whole boxes with words that were not acked, text and lists, with their titles', () => {
    const kept = keptWords(written(), ['living-map.want', 'living-map.have'], TEMPLATES.area, 'en', [])
    expect(kept.map(({ words }) => words)).toEqual(['A warm place to meet.', 'The orchard'])
    expect(asOneText(kept)).toMatch(/^Living map – .+\nA warm place to meet\.\n\nLiving map – .+\nThe orchard$/)
  })

  it('[SYNC-59] gives titles a group gave, own sections’ too, and words of own sections others took out', () => {
    const doc = written()
    retitleSection(doc, 'living-map', 'What we have')
    const ours = addOwnSection(doc, { title: 'Our orchard' })
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Forty trees.')])
    doc.getXmlFragment(`own:${ours}.text`).insert(0, [paragraph])
    removeOwnSection(doc, ours)
    const unsaved = ['plan.titles', 'plan.sections', `own:${ours}.text`]
    const kept = asOneText(keptWords(doc, unsaved, TEMPLATES.area, 'en', []))
    expect(kept).toBe('Living map\nWhat we have\n\nOur orchard\n\nOur orchard\nForty trees.')
  })

  it('[SYNC-59] [PLAN-87] gives the words of items others took out, and those no field has a place for', () => {
    const doc = written()
    const item = addItem(doc, {
      key: 'living-map.have',
      shape: 'asset',
      cells: { what: 'The choir', note: 'Tuesdays' },
    })
    ;(listRoot(doc, 'living-map.have').get(item) as Y.Map<unknown>).set('from tomorrow', 'Bring a cup')
    const others = new Y.Doc()
    Y.applyUpdate(others, Y.encodeStateAsUpdate(doc))
    removeItem(others, 'living-map.have', item)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(others))
    const kept = keptWords(doc, ['living-map.have'], TEMPLATES.area, 'en', [])
    expect(kept.map(({ words }) => words)).toEqual(['The orchard\nThe choir · Tuesdays · Bring a cup'])
  })

  it('[SYNC-59] gives the titles that were given here, and none that others gave', () => {
    const others = new Y.Doc()
    for (const section of ['living-map', 'place']) retitleSection(others, section, `Their ${section}`)
    const [theirs, ours] = ['Their river', 'Their bus'].map((title) => addOwnSection(others, { title })) as [
      string,
      string,
    ]
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(others))
    const kept = () => asOneText(keptWords(doc, ['plan.titles', 'plan.sections'], TEMPLATES.area, 'en', []))
    expect(kept()).toBe('')
    moveOwnSection(doc, theirs, 'down')
    expect(kept()).toBe('')
    retitleSection(doc, 'living-map', 'What we have')
    setOwnTitle(doc, ours, 'Our bus')
    expect(kept()).toBe('Living map\nWhat we have\n\nOur bus')
  })

  it('[SYNC-59] leaves out boxes that were acked, are empty or are not known', () => {
    expect(keptWords(written(), ['living-map.do', 'from.tomorrow', 'plan.titles'], TEMPLATES.area, 'en', [])).toEqual(
      [],
    )
  })

  it('[SYNC-59] shows why the plan was closed, takes the focus, and shows the words to copy', async () => {
    const { peer, live } = open()
    await vi.waitFor(() => expect(live.link()).toEqual(SAVED))
    peer.acks = 'held'
    act(() => {
      Y.applyUpdate(live.doc, Y.encodeStateAsUpdate(written()), 'the person here')
    })
    peer.closeAll(4409)
    await vi.waitFor(() => expect(live.link()).toEqual({ is: 'ended', why: 'epoch', unsaved: true, kept: 'no' }))
    render(<EndedNotice live={live} why="epoch" template={TEMPLATES.area} people={[]} onOpenAgain={() => {}} />)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'This plan was put back from a copy' }))
    const words = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Words that may not be saved' })
    expect(words.value).toContain('A warm place to meet.')
    expect(words.value).toContain('The orchard')
  })

  it('[SYNC-59] gives all the page had where a plan was put back from a copy, also what was saved', async () => {
    const { peer, live } = open()
    const doc = written()
    const ours = addOwnSection(doc, { title: 'Our orchard' })
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Forty trees.')])
    doc.getXmlFragment(`own:${ours}.text`).insert(0, [paragraph])
    act(() => Y.applyUpdate(live.doc, Y.encodeStateAsUpdate(doc), 'the person here'))
    await vi.waitFor(() => expect(live.link()).toEqual(SAVED))
    peer.closeAll(4409)
    await vi.waitFor(() => expect(live.link()).toMatchObject({ is: 'ended', unsaved: false }))
    const show = (why: 'epoch' | 'bad-message') =>
      render(<EndedNotice live={live} why={why} template={TEMPLATES.area} people={[]} onOpenAgain={() => {}} />)
    const { unmount } = show('epoch')
    expect(screen.queryByRole('textbox', { name: 'Words that may not be saved' })).toBeNull()
    const had = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What this page had' })
    for (const words of ['A warm place to meet.', 'The orchard', 'Forty trees.']) expect(had.value).toContain(words)
    screen.getByText(/Some newer words may be missing, saved ones too\./)
    unmount()
    show('bad-message')
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
