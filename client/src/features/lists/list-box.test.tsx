import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { addItem, listRoot, moveItem, readList, removeItem, SHAPES, setCell, setTick } from '@withy/shared/plan'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import type { Here } from '../../live/here.ts'
import { onDesk } from '../../live/testing-desk.tsx'
import { ListBox } from './list-box.tsx'
import { steadyOrder } from './steady-order.ts'
import { FeaturesCell, PeopleCell } from './ticks-cell.tsx'

const BOX = 'living-map.do'
const list = <ListBox box={BOX} shape="action" section="living-map" label="Living map, Do" features={['living-map']} />
let ids: string[]
beforeEach(() => {
  ids = []
})
afterEach(() => vi.restoreAllMocks())
const three = (doc: Y.Doc) => {
  for (const what of ['Map-walk', 'A list', 'A keeper'])
    ids.push(addItem(doc, { key: BOX, shape: 'action', cells: { what } }))
}
const names = () => screen.getAllByRole('article').map((item) => item.getAttribute('aria-label'))
const itemsIn = (doc: Y.Doc) => readList(listRoot(doc, BOX), SHAPES.action).items
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const focused = () => document.activeElement

describe('a list', () => {
  it('[A11Y-24] @C7 adding opens the new item at its first field; Done goes back to its Change button', async () => {
    const { doc } = await onDesk(list)
    press(/^Add an action/)
    const what = await screen.findByRole('textbox', { name: 'What will be done' })
    expect(focused()).toBe(what)
    fireEvent.input(what, { target: { value: 'Walk the map' } })
    press('Done')
    await waitFor(() => expect(focused()?.getAttribute('aria-label')).toBe('Change: Walk the map'))
    expect(itemsIn(doc)[0]?.cells).toEqual({ what: 'Walk the map', features: ['living-map'] })
  })

  it('[PLAN-101] a new action asks for what, who, by when and a first step; the rest is under More', async () => {
    const { doc } = await onDesk(list)
    press(/^Add an action/)
    await screen.findByRole('textbox', { name: 'What will be done' })
    expect(screen.getByRole('textbox', { name: 'First small step' })).toBeTruthy()
    const far = screen.getByLabelText<HTMLSelectElement>('How far it is')
    expect(far.closest('details')?.open).toBe(false)
    expect(screen.queryByLabelText('If it stopped, why')).toBeNull()
    expect(itemsIn(doc)).toHaveLength(0)
    fireEvent.change(far, { target: { value: 'stopped' } })
    expect(await screen.findByLabelText('If it stopped, why')).toBeTruthy()
    expect(itemsIn(doc)[0]?.cells.status).toBe('stopped')
  })

  it('[PLAN-138] @B11 an item says in which language its words are, while it is written and read', async () => {
    const { doc } = await onDesk(list, { fill: three })
    press('Change: A list')
    const summary = await screen.findByText('Language: Nobody has said')
    fireEvent.click(summary)
    fireEvent.change(screen.getByLabelText(/What language are these words in/), { target: { value: 'cy' } })
    expect(itemsIn(doc).map(({ lang }) => lang)).toEqual([undefined, 'cy', undefined])
    expect(await screen.findByText(/^Language: Welsh/)).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'What will be done' }).getAttribute('lang')).toBe('cy')
    press('Done')
    await waitFor(() => expect(screen.getByText('A list').closest('[lang]')?.getAttribute('lang')).toBe('cy'))
    expect(screen.getByText('Map-walk').closest('[lang]')).toBe(document.documentElement)
  })

  it('[PLAN-86] a reader is told where nothing is written', async () => {
    await onDesk(list, { role: 'viewer' })
    expect(screen.getByText('Nothing is written here yet.')).toBeTruthy()
  })

  it('[A11Y-24] a new item is in the plan with its first letter, and in nobody’s plan before, whatever becomes of the page', async () => {
    const { doc, others, meet } = await onDesk(list, { fill: three })
    press('Change: A list')
    press(/^Add an action/)
    const what = await screen.findByRole('textbox', { name: 'What will be done' })
    expect(names()).toEqual(['Map-walk', 'A list', 'A keeper', 'action'])
    expect(screen.queryByText(/Someone took this out/)).toBeNull()
    for (const way of ['Move up', 'Move down'])
      expect(screen.getByRole('button', { name: way }).getAttribute('aria-disabled')).toBe('true')
    // Nothing more of this page: this is what others have, and what is on disk.
    meet()
    expect(itemsIn(others)).toHaveLength(3)
    fireEvent.input(what, { target: { value: 'D' } })
    await waitFor(() => expect(itemsIn(doc)).toHaveLength(4))
    meet()
    expect(itemsIn(others).at(-1)?.cells.what).toBe('D')
    expect(focused()).toBe(what)
    fireEvent.input(what, { target: { value: '' } })
    press('Done')
    await waitFor(() => expect(itemsIn(doc)).toHaveLength(3))
  })

  it('[A11Y-24] what was typed in the moment the page went is in the plan', async () => {
    const { doc, unmount } = await onDesk(list)
    press(/^Add an action/)
    fireEvent.input(await screen.findByRole('textbox', { name: 'What will be done' }), { target: { value: 'Dig' } })
    unmount()
    expect(itemsIn(doc)[0]?.cells.what).toBe('Dig')
  })

  it('[A11Y-24] an item left blank is not kept', async () => {
    const { doc } = await onDesk(list)
    press(/^Add an action/)
    await screen.findByRole('textbox', { name: 'What will be done' })
    press('Done')
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(itemsIn(doc)).toHaveLength(0)
    expect(screen.queryByText(/taken out/i)).toBeNull()
    expect(focused()).toBe(screen.getByRole('button', { name: /^Add an action/ }))
    press(/^Add an action/)
    await screen.findByRole('textbox', { name: 'What will be done' })
    press('Take out')
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(itemsIn(doc)).toHaveLength(0)
    expect(focused()).toBe(screen.getByRole('button', { name: /^Add an action/ }))
  })

  const wiped = async (change: string) => {
    press(change)
    const what = await screen.findByRole('textbox', { name: 'What will be done' })
    fireEvent.input(what, { target: { value: '' } })
  }

  it('[A11Y-24] an item whose words were taken out again is not kept when another is opened instead, or the list goes from the page', async () => {
    const { doc, unmount } = await onDesk(list, { fill: three })
    await wiped('Change: Map-walk')
    expect(itemsIn(doc)).toHaveLength(3)
    press('Change: A list')
    await waitFor(() => expect(itemsIn(doc)).toHaveLength(2))
    expect(focused()).toBe(screen.getByRole('textbox', { name: 'What will be done' }))
    await wiped('Change: A keeper')
    unmount()
    expect(itemsIn(doc)).toHaveLength(1)
  })

  it('[A11Y-24] a blank item somebody else has open stays for them', async () => {
    const { doc, live } = await onDesk(list, {
      fill: (doc) => addItem(doc, { key: BOX, shape: 'action', cells: { what: 'x' } }),
    })
    await wiped('Change: x')
    const box = `${BOX}/${itemsIn(doc)[0]?.id}`
    vi.spyOn(live, 'here').mockReturnValue([{ box } as Here])
    press('Done')
    expect(itemsIn(doc)).toHaveLength(1)
    await waitFor(() => expect(focused()?.getAttribute('aria-label')).toBe('Change: action'))
  })

  it('[A11Y-24] @C7 moving keeps the focus on the button that was pressed', async () => {
    await onDesk(list, { fill: three })
    press('Change: Map-walk')
    const down = await screen.findByRole('button', { name: 'Move down' })
    down.focus()
    fireEvent.click(down)
    await waitFor(() => expect(names()).toEqual(['A list', 'Map-walk', 'A keeper']))
    expect(focused()?.textContent).toBe('Move down')
  })

  it('[PLAN-88] [A11Y-24] @C7 what is taken out is said, kept, and put back from where the focus went', async () => {
    const { doc } = await onDesk(list, { fill: three })
    press('Change: A list')
    press('Take out')
    const back = await screen.findByRole('button', { name: 'Put it back: A list' })
    await waitFor(() => expect(focused()).toBe(back))
    expect(names()).toEqual(['Map-walk', 'A keeper'])
    fireEvent.click(back)
    await waitFor(() => expect(names()).toEqual(['Map-walk', 'A list', 'A keeper']))
    expect(focused()).toBe(screen.getByRole('button', { name: /^Add an action/ }))
    expect(itemsIn(doc)).toHaveLength(3)
  })

  it('[A11Y-24] @C7 the focus goes to the way back of each item taken out, one after the other', async () => {
    await onDesk(list, { fill: three })
    for (const name of ['A list', 'A keeper']) {
      press(`Change: ${name}`)
      press('Take out')
      const back = await screen.findByRole('button', { name: `Put it back: ${name}` })
      await waitFor(() => expect(focused()).toBe(back))
    }
  })

  it('[PLAN-88] what somebody else took out can be put back by anyone who writes', async () => {
    const { others, meet } = await onDesk(list, { fill: three })
    removeItem(others, BOX, ids[1] as string)
    act(meet)
    await screen.findByText('One taken out')
    press('Put it back: A list')
    await waitFor(() => expect(names()).toHaveLength(3))
  })

  it('[PLAN-86] gives whoever may only read no button', async () => {
    await onDesk(list, { fill: three, role: 'viewer' })
    expect(screen.getAllByRole('article')).toHaveLength(3)
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('an item that is being written in', () => {
  it('[PLAN-87] stays where it is, with its field, while another person moves it', async () => {
    const { others, meet } = await onDesk(list, { fill: three })
    press('Change: Map-walk')
    const what = await screen.findByRole('textbox', { name: 'What will be done' })
    moveItem(others, BOX, ids[0] as string, 'down')
    addItem(others, { key: BOX, shape: 'action', cells: { what: 'New' }, after: ids[2] as string })
    act(meet)
    await waitFor(() => expect(names()).toEqual(['Map-walk', 'A list', 'A keeper', 'New']))
    expect(what.isConnected && focused() === what).toBe(true)
    press('Done')
    await waitFor(() => expect(names()).toEqual(['A list', 'Map-walk', 'A keeper', 'New']))
  })

  it('[PLAN-87] stays when another person takes it out, says so, and keeps what is typed', async () => {
    const { doc, others, meet } = await onDesk(list, { fill: three })
    press('Change: Map-walk')
    const what = (await screen.findByRole('textbox', { name: 'What will be done' })) as HTMLTextAreaElement
    removeItem(others, BOX, ids[0] as string)
    act(meet)
    await screen.findByText(/Someone took this out/)
    expect(focused()).toBe(what)
    fireEvent.input(what, { target: { value: 'Map-walk in May' } })
    press('Put it back')
    expect(itemsIn(doc)[0]?.cells.what).toBe('Map-walk in May')
  })

  it('[A11Y-24] Done on one that another person took out leaves the focus at the list', async () => {
    const { others, meet } = await onDesk(list, { fill: three })
    press('Change: Map-walk')
    await screen.findByRole('textbox', { name: 'What will be done' })
    removeItem(others, BOX, ids[0] as string)
    act(meet)
    await screen.findByText(/Someone took this out/)
    press('Done')
    await waitFor(() => expect(focused()).toBe(screen.getByRole('button', { name: /^Add an action/ })))
  })

  it('[PLAN-87] the order drawn holds every item once, whatever others do', () => {
    const item = fc.constantFrom(...'abcdefg')
    const some = fc.uniqueArray(item)
    fc.assert(
      fc.property(some, some, item, (held, live, writing) => {
        const drawn = steadyOrder(held, live, writing)
        expect(new Set(drawn)).toEqual(new Set([writing, ...live]))
        expect(drawn).toHaveLength(new Set(drawn).size)
        const kept = held.filter((id) => drawn.includes(id))
        expect(drawn.filter((id) => kept.includes(id))).toEqual(kept)
      }),
    )
  })

  it('[A11Y-25] every field is a native control with its words in sight', async () => {
    const { doc } = await onDesk(list, { fill: three })
    press('Change: Map-walk')
    const item = within(await screen.findByRole('article', { name: 'Map-walk' }))
    fireEvent.change(item.getByRole('combobox', { name: 'How far it is' }), { target: { value: 'doing' } })
    fireEvent.change(item.getByLabelText('By when'), { target: { value: '2026-06-14' } })
    fireEvent.click(item.getByRole('checkbox', { name: 'Ben' }))
    expect(itemsIn(doc)[0]?.cells).toMatchObject({ status: 'doing', by: '2026-06-14', who: ['ben'] })
    for (const field of item.getAllByRole('textbox')) expect((field as HTMLTextAreaElement).labels).toHaveLength(1)
  })

  it('[PLAN-103] a tick of somebody else that comes in the same moment stays', async () => {
    const { doc, others, meet } = await onDesk(list, { fill: three })
    press('Change: Map-walk')
    const ben = await screen.findByRole('checkbox', { name: 'Ben' })
    setTick(others, BOX, ids[0] as string, 'who', 'me', true)
    // Not drawn yet when this person ticks.
    meet()
    fireEvent.click(ben)
    expect(itemsIn(doc)[0]?.cells.who).toEqual(['ben', 'me'])
  })

  it('[A11Y-25] a group of ticks is described by its hint', async () => {
    const about = { hint: 'Everyone who helps', value: [], onTick: () => undefined }
    await onDesk(
      <>
        <PeopleCell label="Who" {...about} />
        <FeaturesCell label="Part of" {...about} />
      </>,
    )
    for (const name of ['Who', 'Part of']) {
      const note = screen.getByRole('group', { name, hidden: true }).getAttribute('aria-describedby')
      expect(document.getElementById(note ?? '')?.textContent).toBe('Everyone who helps')
    }
  })

  it('[A11Y-25] a field that is needed says so beside its name, and stops nobody', async () => {
    const box = 'if-things-change.contingencies'
    const { doc } = await onDesk(
      <ListBox box={box} shape="contingency" section="if-things-change" label="If things change" features={[]} />,
      { kind: 'support' },
    )
    press(/^Add a plan for a change/)
    const trigger = await screen.findByRole('textbox', { name: 'If this happens (needed)' })
    expect(trigger.hasAttribute('required') || trigger.hasAttribute('aria-invalid')).toBe(false)
    fireEvent.input(screen.getByRole('textbox', { name: 'What not to do' }), { target: { value: 'Ring the bell' } })
    press('Done')
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
    const { items } = readList(listRoot(doc, box), SHAPES.contingency)
    expect(items.map(({ cells }) => cells)).toEqual([{ 'not-do': 'Ring the bell' }])
  })

  it('[A11Y-25] a year that is still being typed is not kept', async () => {
    const { doc } = await onDesk(list, { fill: three })
    setCell(doc, BOX, ids[0] as string, 'by', '2026-06-14')
    press('Change: Map-walk')
    const by = await screen.findByLabelText('By when')
    fireEvent.change(by, { target: { value: '0002-06-14' } })
    expect(itemsIn(doc)[0]?.cells.by).toBe('2026-06-14')
    fireEvent.change(by, { target: { value: '2027-06-14' } })
    expect(itemsIn(doc)[0]?.cells.by).toBe('2027-06-14')
  })
})
