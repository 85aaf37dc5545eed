import { act, fireEvent, screen, within } from '@testing-library/react'
import { IDEAS, listRoot, readList, SHAPES, sectionsOf, TEMPLATES } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { afterEach, expect, it, vi } from 'vitest'
import { onDesk } from '../../live/testing-desk.tsx'
import { Ideas } from './ideas.tsx'
import { PickAsset } from './pick-asset.tsx'

afterEach(() => vi.unstubAllGlobals())
const section = sectionsOf(TEMPLATES.area).find(({ id }) => id === 'social-action')
if (!section) throw new Error('no such section')
const itemsIn = (doc: import('yjs').Doc, box: string, shape: 'action' | 'asset') =>
  readList(listRoot(doc, box), SHAPES[shape]).items

it('[PLAN-89] one tap makes an idea an action or an asset of its section, its origin kept', async () => {
  const { doc } = await onDesk(<Ideas section={section} />)
  expect(screen.getByText('Ideas that work elsewhere')).toBeTruthy()
  const make = await screen.findByRole('button', { name: /^Make it an action: Timebanking/, hidden: true })
  make.focus()
  act(() => make.click())
  const [action] = itemsIn(doc, 'social-action.do', 'action')
  expect(action?.cells).toEqual({
    what: `Timebanking and Time Credits. ${IDEAS.find(({ id }) => id === 'timebanking')?.sentence.en}`,
    features: ['social-action'],
  })
  expect(action?.origin).toEqual({ from: 'idea', idea: 'timebanking' })
  // The same button, which keeps the focus and takes no second press.
  expect(await screen.findByText('In the plan: Do')).toBe(make)
  expect(document.activeElement).toBe(make)
  act(() => make.click())
  expect(itemsIn(doc, 'social-action.do', 'action')).toHaveLength(1)
  act(() => screen.getByRole('button', { name: /^We have this: Timebanking/, hidden: true }).click())
  expect(itemsIn(doc, 'social-action.have', 'asset')).toHaveLength(1)
})

it('[PLAN-89] a reader sees the ideas and no buttons', async () => {
  await onDesk(<Ideas section={section} />, { role: 'viewer' })
  expect(await screen.findByText('Timebanking and Time Credits')).toBeTruthy()
  expect(screen.queryByRole('button', { hidden: true })).toBeNull()
})

it('[PLAN-90] offers the good things of area plans one may read, and keeps where one came from', async () => {
  const card = { id: 'area-1', kind: 'area', title: 'Brackenford East', role: 'viewer', people: 2, changedAt: '' }
  const plan = buildPlan('area', {
    items: { 'living-map.have': [{ what: 'Mill Lane hall', kind: 'places', where: 'Mill Lane' }] },
  })
  const have = plan.boxes['living-map.have']
  if (have?.type !== 'list') throw new Error('no list')
  const items = have.items.map((item) => ({ ...item, lang: 'cy' }))
  const inWelsh = { ...plan, boxes: { ...plan.boxes, 'living-map.have': { ...have, items } } }
  vi.stubGlobal('fetch', async (path: string) =>
    Response.json(
      path === '/api/me'
        ? { person: 'me', plans: [card, { ...card, id: 's', kind: 'support', title: 'Rosa' }], start: 'anyone' }
        : { plan: inWelsh },
    ),
  )
  const { doc } = await onDesk(<PickAsset box="goals.serves" label="What could help" />, { kind: 'support' })
  fireEvent.click(screen.getByRole('button', { name: 'Pick from an area plan: What could help' }))
  const sheet = within(await screen.findByRole('dialog', { name: 'Pick from an area plan' }))
  const pick = await sheet.findByRole('button', { name: 'Pick this: Mill Lane hall' })
  pick.focus()
  fireEvent.click(pick)
  expect(sheet.queryByText('Rosa')).toBeNull()
  const [picked] = itemsIn(doc, 'goals.serves', 'asset')
  expect(picked?.cells).toEqual({ what: 'Mill Lane hall', kind: 'places', where: 'Mill Lane' })
  expect(picked?.lang).toBe('cy')
  expect(picked?.origin).toMatchObject({ from: 'plan', plan: 'area-1', title: 'Brackenford East' })
  expect(await sheet.findByText('In your plan')).toBe(pick)
  expect(document.activeElement).toBe(pick)
  fireEvent.click(pick)
  expect(itemsIn(doc, 'goals.serves', 'asset')).toHaveLength(1)
})
