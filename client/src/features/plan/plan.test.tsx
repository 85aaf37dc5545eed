import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { PlanFacts } from '@withy/shared/api'
import { addItem, removeOwnSection, retitleSection, TEMPLATES } from '@withy/shared/plan'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { onDesk } from '../../live/testing-desk.tsx'
import { goToSection } from './go-to-section.ts'
import { Part } from './part.tsx'
import { PlanHeading } from './plan-heading.tsx'
import { Rail } from './rail.tsx'
import { SectionFrame } from './section-frame.tsx'
import { UndoButtons } from './undo-buttons.tsx'
import { UnplacedWords } from './unplaced-words.tsx'
import { usePlace } from './use-place.ts'

// jsdom lays nothing out: going somewhere is seen by the focus, the journeys see the scrolling.
Element.prototype.scrollIntoView = () => undefined
afterEach(() => history.replaceState(null, '', '/'))

const folded = TEMPLATES.support.parts.find((part) => part.folded)
if (!folded) throw new Error('The support plan has no folded part')
const sections = () =>
  folded.sections.map(({ id }) => (
    <SectionFrame key={id} id={id} title={id} onRetitle={() => undefined} chips={null}>
      <p>{`words of ${id}`}</p>
    </SectionFrame>
  ))
function HeadingMeanwhile({ facts }: { readonly facts: PlanFacts }) {
  const [workshop, setWorkshop] = useState<PlanFacts['workshop']>(null)
  return (
    <>
      <button type="button" onClick={() => setWorkshop({ id: 'v', title: 'June' })}>
        Somebody opens June
      </button>
      <PlanHeading facts={{ ...facts, workshop }} />
    </>
  )
}
function Placed() {
  usePlace()
  return sections()
}
const foldedPart = <Part part={folded}>{sections}</Part>

describe('a folded part', () => {
  it('[PLAN-96] draws none of its sections until somebody opens it, and says how many are begun', async () => {
    await onDesk(foldedPart, {
      kind: 'support',
      fill: (doc) => addItem(doc, { key: 'my-living-map.have', shape: 'asset', cells: { what: 'The bakery' } }),
    })
    expect(document.querySelector('[data-section]')).toBeNull()
    const button = screen.getByRole('button', { name: /^Open: My place and my part/ })
    expect(button.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(button)
    expect(document.querySelectorAll('[data-section]')).toHaveLength(10)
  })

  it('[PLAN-96] opens for whoever goes to one of its sections, and for paper', async () => {
    await onDesk(foldedPart, { kind: 'support' })
    const last = folded.sections.at(-1)?.id ?? ''
    act(() => void expect(goToSection(last)).toBe(true))
    expect(document.activeElement?.textContent).toBe(last)
    fireEvent.click(screen.getByRole('button', { name: /^Close: / }))
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(document.querySelectorAll('[data-section]')).toHaveLength(10)
  })
})

describe('sections', () => {
  const frame = (onRetitle: (title: string | null) => void, title = 'Our patch') => (
    <SectionFrame id="place" title={title} firstTitle="Our place" onRetitle={onRetitle} chips={null}>
      <p>words</p>
    </SectionFrame>
  )

  it('[PLAN-91] a group gives a section another title, and the first one back', async () => {
    const told = vi.fn()
    await onDesk(frame(told))
    fireEvent.click(screen.getByText('More'))
    fireEvent.click(await screen.findByRole('button', { name: 'Change the title' }))
    fireEvent.change(screen.getByRole('textbox', { name: 'New title' }), { target: { value: ' Mill Lane ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(told).toHaveBeenLastCalledWith('Mill Lane')
    expect(document.activeElement?.tagName).toBe('H3')
    fireEvent.click(screen.getByRole('button', { name: 'Change the title' }))
    fireEvent.click(screen.getByRole('button', { name: 'Use “Our place” again' }))
    expect(told).toHaveBeenLastCalledWith(null)
  })

  it('[PLAN-86] a reader gets no such tools, and only a facilitator the room screen', async () => {
    const { unmount } = await onDesk(
      frame(() => undefined),
      { role: 'viewer' },
    )
    expect(screen.queryByText('More')).toBeNull()
    unmount()
    const { unmount: next } = await onDesk(
      frame(() => undefined),
      { role: 'contributor' },
    )
    await screen.findByRole('button', { name: 'Change the title', hidden: true })
    expect(screen.queryByText('Show on the room screen')).toBeNull()
    next()
    await onDesk(
      frame(() => undefined),
      { role: 'facilitator' },
    )
    await screen.findByText('Show on the room screen')
  })

  it('[SYNC-171] says that the room screen shows it as long as one is open; who chooses is told what one will show', async () => {
    const shows = 'The room screen shows this section.'
    const willShow = 'The room screen will show this section.'
    const { peer, unmount } = await onDesk(
      frame(() => undefined),
      { shown: 'place' },
    )
    expect(screen.queryByText(/room screen/)).toBeNull()
    // Nothing below moves when it comes.
    const room = document.querySelector('.section-shown')
    act(() => peer.present(7, { person: 'ben', section: 'place' }))
    act(() => peer.present(8, { person: 'me', screen: true }))
    expect(await screen.findByText(shows)).toBe(room)
    act(() => peer.present(8, null))
    await waitFor(() => expect(screen.queryByText(/room screen/)).toBeNull())
    unmount()
    const next = await onDesk(
      frame(() => undefined),
      { shown: 'place', role: 'facilitator' },
    )
    screen.getByText(willShow)
    act(() => next.peer.present(8, { person: 'me', screen: true }))
    await screen.findByText(shows)
    expect(screen.queryByText(willShow)).toBeNull()
  })

  it('[SYNC-171] who chooses before a screen is open hears what one will show', async () => {
    vi.stubGlobal('fetch', async () => Response.json({}))
    const announcements = createAnnouncements()
    const heard = vi.spyOn(announcements, 'announce')
    await onDesk(<AnnouncerContext value={announcements}>{frame(() => undefined)}</AnnouncerContext>, {
      role: 'facilitator',
    })
    fireEvent.click(await screen.findByText('Show on the room screen'))
    await waitFor(() =>
      expect(heard).toHaveBeenCalledWith({ kind: 'done', sentence: 'The room screen will show this section.' }),
    )
    vi.unstubAllGlobals()
  })

  it('[PLAN-82] the list of sections marks those with words, and follows titles', async () => {
    const { doc } = await onDesk(<Rail place="place" />)
    expect(screen.getByText('16 sections are still empty')).toBeTruthy()
    act(() => {
      retitleSection(doc, 'place', 'Mill Lane')
      addItem(doc, { key: 'living-map.have', shape: 'asset', cells: { what: 'The hall' } })
    })
    await screen.findByText('Mill Lane')
    const link = await screen.findByRole('link', { name: /^Living map.*something is written/ })
    expect(link.getAttribute('href')).toBe('#living-map')
    expect(screen.getByText('15 sections are still empty')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Mill Lane' }).getAttribute('aria-current')).toBe('location')
  })
})

it('[PLAN-24] the list of sections says where something needed is still empty, with a way to it', async () => {
  const cells = { 'not-do': 'Ring the bell' }
  await onDesk(<Rail place={null} />, {
    kind: 'support',
    fill: (doc) => addItem(doc, { key: 'if-things-change.contingencies', shape: 'contingency', cells }),
  })
  const link = screen.getByRole('link', { name: 'If things change: “If this happens” is still empty' })
  expect(link.getAttribute('href')).toBe('#if-things-change')
})

it('[PLAN-95] words without a place are shown at the end, and nothing where there are none', async () => {
  const { doc } = await onDesk(<UnplacedWords />)
  expect(screen.queryByRole('heading')).toBeNull()
  act(() => doc.getMap('from another program').set('note', 'Bashir has the key'))
  expect(await screen.findByText('Bashir has the key')).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Words without a place' })).toBeTruthy()
})

describe('the place on the page', () => {
  it('[PLAN-98] is the section in the address when the page opens, and stays in the address', async () => {
    const [first, second] = folded.sections.map(({ id }) => id)
    const gone: string[] = []
    Element.prototype.scrollIntoView = function () {
      gone.push(this.id)
    }
    history.replaceState(null, '', `/plans/p#${second}`)
    const { live } = await onDesk(<Placed />, { kind: 'support' })
    expect(gone).toEqual([second])
    const said = vi.spyOn(live, 'say')
    // jsdom puts everything at the top: the last section counts as the one being read.
    await waitFor(() => expect(location.hash).toBe(`#${folded.sections.at(-1)?.id}`))
    act(() => {
      location.hash = `#${first}`
    })
    await waitFor(() => expect(gone.at(-1)).toBe(first))
    expect(document.activeElement?.textContent).toBe(first)
    expect(said).not.toHaveBeenCalledWith({ section: second })
  })

  it('[PLAN-98] an address that cannot be read leads nowhere, and the plan opens', async () => {
    history.replaceState(null, '', '/plans/p#%E0')
    await onDesk(<Placed />, { kind: 'support' })
    await waitFor(() => expect(location.hash).toBe(`#${folded.sections.at(-1)?.id}`))
  })
})

describe('the name of the plan', () => {
  it('[A11Y-31] what asks for another takes the focus from nobody who has gone on when it comes late', async () => {
    const both = (
      <>
        <PlanHeading facts={facts} />
        <input aria-label="Elsewhere" />
      </>
    )
    await onDesk(both, { role: 'owner' })
    fireEvent.click(screen.getByRole('button', { name: 'Change the name' }))
    expect(screen.queryByRole('textbox', { name: 'New title' }), 'it is still to come').toBeNull()
    const elsewhere = screen.getByRole('textbox', { name: 'Elsewhere' })
    elsewhere.focus()
    await screen.findByRole('textbox', { name: 'New title' }, { timeout: 5_000 })
    expect(document.activeElement).toBe(elsewhere)
  })

  const facts = { id: 'p', title: 'Orchard Lane' } as PlanFacts
  it('[A11Y-24] @C7 renaming gives the focus back, whether it is saved or left', async () => {
    vi.stubGlobal('fetch', async () => Response.json({}))
    await onDesk(<PlanHeading facts={facts} />, { role: 'owner' })
    for (const end of ['Leave it as it was', 'Save']) {
      fireEvent.click(screen.getByRole('button', { name: 'Change the name' }))
      fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'Mill Lane' } })
      fireEvent.click(screen.getByRole('button', { name: end }))
      await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change the name' })))
    }
    vi.unstubAllGlobals()
  })

  it('[PLAN-109] a name that is not kept stays in its field, and can be sent again', async () => {
    const sent: unknown[] = []
    vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
      sent.push(JSON.parse(body))
      return sent.length === 1 ? Response.json({ refused: 'too-many' }, { status: 429 }) : Response.json({})
    })
    await onDesk(<PlanHeading facts={facts} />, { role: 'owner' })
    fireEvent.click(screen.getByRole('button', { name: 'Change the name' }))
    fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'Mill Lane' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByRole('alert')
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Mill Lane')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
    expect(sent).toEqual([{ title: 'Mill Lane' }, { title: 'Mill Lane' }])
    vi.unstubAllGlobals()
  })

  it('[PLAN-109] [A11Y-31] an answer that comes after the form was left closes no other one', async () => {
    let answer = () => {}
    vi.stubGlobal('fetch', () => new Promise((done) => (answer = () => done(Response.json({})))))
    await onDesk(<PlanHeading facts={facts} />, { role: 'owner' })
    const open = async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Change the name' }))
      return screen.findByRole('textbox')
    }
    fireEvent.change(await open(), { target: { value: 'Mill Lane' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    fireEvent.click(screen.getByRole('button', { name: 'Leave it as it was' }))
    fireEvent.change(await open(), { target: { value: 'Mill Road' } })
    await act(async () => answer())
    await act(async () => {})
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Mill Road')
    vi.unstubAllGlobals()
  })

  it('[WORK-89] leads to what became of the ideas of the workshop that closed last, unless one is open', async () => {
    const lastWorkshop = { id: 'w', title: 'May' }
    const { unmount } = await onDesk(<PlanHeading facts={{ ...facts, workshop: null, lastWorkshop }} />)
    screen.getByText(/^From the workshop “May”:/)
    const link = screen.getByRole('link', { name: 'You said, we did' })
    expect(link.getAttribute('href')).toBe('/plans/p/workshops/w/you-said')
    unmount()
    await onDesk(<PlanHeading facts={{ ...facts, workshop: { id: 'v', title: 'June' }, lastWorkshop }} />)
    screen.getByRole('link', { name: 'June' })
    expect(screen.queryByRole('link', { name: 'You said, we did' })).toBeNull()
  })

  it('[SYNC-154] @D5 a workshop that is opened meanwhile is told by the announcer alone, once, and can be silenced', async () => {
    const announcements = createAnnouncements()
    await onDesk(
      <AnnouncerContext value={announcements}>
        <HeadingMeanwhile facts={facts} />
      </AnnouncerContext>,
    )
    for (let i = 0; i < 2; i += 1) fireEvent.click(screen.getByRole('button', { name: 'Somebody opens June' }))
    const sentence = 'A workshop is open now: June'
    expect(announcements.list().map(({ notice }) => notice)).toEqual([{ kind: 'news', about: 'rest', sentence }])
    expect(screen.queryByRole('status')).toBeNull()
  })
})

describe('undo from the keyboard', () => {
  const cell = (
    <div className="item-form">
      <textarea aria-label="cell" />
      <input type="date" aria-label="day" />
      <input type="checkbox" aria-label="tick" />
    </div>
  )
  const other = <input aria-label="other" />
  const page = (
    <>
      <UndoButtons />
      {cell}
      {other}
      <input type="radio" aria-label="one of several" />
    </>
  )
  it('[PLAN-99] takes back list edits anywhere on the page, also from fields of an item and from what is only chosen, and gives them again', async () => {
    const { doc } = await onDesk(page)
    act(() => {
      addItem(doc, { key: 'living-map.have', shape: 'asset', cells: { what: 'The hall' } })
    })
    const there = () =>
      [...doc.getMap('living-map.have').values()].filter((item) => !(item as Map<string, unknown>).get('removed'))
    const kept = fireEvent.keyDown(screen.getByLabelText('cell'), { key: 'z', ctrlKey: true })
    expect(kept).toBe(false)
    expect(there()).toHaveLength(0)
    fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true })
    expect(there()).toHaveLength(1)
    for (const label of ['day', 'tick', 'one of several']) {
      expect(fireEvent.keyDown(screen.getByLabelText(label), { key: 'z', ctrlKey: true })).toBe(false)
      expect(there()).toHaveLength(0)
      fireEvent.keyDown(screen.getByLabelText(label), { key: 'y', ctrlKey: true })
      expect(there()).toHaveLength(1)
    }
    const asked = new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true })
    screen.getByLabelText('cell').dispatchEvent(asked)
    expect(asked.defaultPrevented).toBe(true)
    expect(there()).toHaveLength(0)
  })

  it('[PLAN-99] leaves fields that are not of the plan to the browser', async () => {
    await onDesk(page)
    expect(fireEvent.keyDown(screen.getByLabelText('other'), { key: 'z', ctrlKey: true })).toBe(true)
  })

  it('[PLAN-99] says what can be undone, and is not there for readers', async () => {
    const { doc, unmount } = await onDesk(page)
    const undo = () => screen.getByRole('button', { name: 'Undo' })
    expect(undo().getAttribute('aria-disabled')).toBe('true')
    act(() => removeOwnSection(doc, 'none'))
    act(() => void addItem(doc, { key: 'living-map.have', shape: 'asset' }))
    await waitFor(() => expect(undo().getAttribute('aria-disabled')).toBeNull())
    unmount()
    await onDesk(page, { role: 'viewer' })
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })
})
