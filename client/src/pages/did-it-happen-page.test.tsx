import { fireEvent, render, screen } from '@testing-library/react'
import { actionsOf } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { takeWanted } from '../features/people/wanted-page.ts'
import { personOf } from '../live/testing-desk.tsx'
import { openTexts } from '../text/language.ts'
import DidItHappenPage from './did-it-happen-page.tsx'

beforeEach(() => openTexts('workshop', 'people'))
afterEach(() => vi.unstubAllGlobals())

const PLAN = buildPlan('area', { items: { 'living-map.do': [{ what: 'Map-walk' }, { what: 'A list' }] } })
const [WALK, LIST] = actionsOf(PLAN)
const asked = (item: string | undefined, isDue = true) => ({
  ...{ item, workshop: 'w', dueOn: '2026-07-02', isDue, mine: null },
  ...{ others: [], answered: 0, isWaiting: false },
})

function server(followUps: object[], role: 'contributor' | 'viewer' = 'contributor') {
  const facts = { id: 'p', kind: 'area', title: 'Orchard Lane', me: 'me', people: [personOf('me', 'Anna', role)] }
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method === 'PUT') return Response.json({ followUp: { ...asked(WALK?.id), mine: JSON.parse(String(body)) } })
    if (path.endsWith('/words')) return Response.json({ plan: PLAN })
    if (path.endsWith('/did-it-happen')) return Response.json({ followUps })
    return Response.json(facts)
  })
}

it('[WORK-118] asks about the actions that are in the plan, those whose day has come', async () => {
  server([asked('gone'), asked(WALK?.id), asked(LIST?.id, false)])
  render(<DidItHappenPage plan="p" />)
  await screen.findByRole('heading', { level: 2, name: 'Map-walk' })
  screen.getByText('Question 1 of 1')
  screen.getByText(/^On Thursday,? 2 July 2026 we ask/)
  fireEvent.click(screen.getByRole('radio', { name: 'Yes' }))
  fireEvent.click(screen.getByRole('button', { name: 'Keep my answer' }))
  await screen.findByRole('heading', { name: 'Thank you. That was the last question.' })
  screen.getByRole('heading', { level: 3, name: 'Map-walk' })
})

it('[WORK-118] says so where nothing is asked, and asks nothing of somebody who may only read', async () => {
  server([])
  const { unmount } = render(<DidItHappenPage plan="p" />)
  await screen.findByText(/^Nothing is asked here yet/)
  unmount()
  server([asked(WALK?.id)], 'viewer')
  render(<DidItHappenPage plan="p" />)
  await screen.findByText(/^You can read the answers/)
  expect(screen.queryByRole('radio')).toBeNull()
})

it.each(['sign-in', 'not-found'])(
  '[WORK-118] tells somebody on a device that is not known to open their private link (%s)',
  async (refused) => {
    vi.stubGlobal('fetch', async () => Response.json({ refused, sentence: 'No.' }, { status: 401 }))
    render(<DidItHappenPage plan="p" />)
    await screen.findByText(/^Open your private link here\. .* Then we bring you back to this page\.$/)
    expect(takeWanted()).toBe('/plans/p/did-it-happen')
    server([asked(WALK?.id)])
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('heading', { level: 2, name: 'Map-walk' })
  },
)
