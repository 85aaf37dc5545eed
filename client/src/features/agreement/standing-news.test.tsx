import { act, fireEvent, screen } from '@testing-library/react'
import { readPlan, retitleSection } from '@withy/shared/plan'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Doc } from 'yjs'
import * as Y from 'yjs'
import { useDesk } from '../../live/desk.tsx'
import { onDesk } from '../../live/testing-desk.tsx'
import { wholePlan } from '../../live/whole-plan.ts'
import { openLanguage, openTexts } from '../../text/language.ts'
import { StandingNews } from './standing-news.tsx'
import { agreementOf, answerOf, print, roundOf } from './testing-agreement.tsx'
import { useChangedNote } from './use-changed-note.ts'

beforeEach(() => openTexts('standing'))
afterEach(() => vi.unstubAllGlobals())

const titled = (doc: Doc) => retitleSection(doc, 'place', 'Our edges')
const sealedPlan = (fill?: (doc: Doc) => void) => {
  const doc = new Y.Doc()
  fill?.(doc)
  return readPlan(doc, 'area')
}
const CARD = {
  id: 'v2',
  number: 2,
  sealedAt: '2026-11-20T10:00:00Z',
  code: 'c',
  fingerprint: print(1),
  answers: {},
  withdrawn: 0,
} as const

/** The server: a round or none, and a version sealed as this plan. */
function server({
  round = null as ReturnType<typeof roundOf> | null,
  sealed = true,
  figure = 1,
  plan = sealedPlan(titled),
}) {
  const asked = vi.fn()
  vi.stubGlobal('fetch', async (path: string) => {
    asked(path)
    if (path.includes('/sealed/')) return Response.json({ plan })
    return Response.json({ ...agreementOf(round, figure), sealed: sealed ? [CARD] : [] })
  })
  return asked
}

it('[AGREE-63] says that nothing has changed, and a little after something does, how many sections and which', async () => {
  server({})
  const { doc } = await onDesk(<StandingNews />, { fill: titled })
  await screen.findByText(/^Agreed on Friday,? 20 November 2026\. Nothing has changed since\./)
  act(() => {
    retitleSection(doc, 'place', 'Where we are')
    retitleSection(doc, 'power', 'Who decides')
  })
  await screen.findByText(/^Changed since we agreed on .*: 2 sections$/, undefined, { timeout: 5_000 })
  expect(screen.getByRole('link', { name: 'Where we are', hidden: true }).getAttribute('href')).toBe('#place')
  expect(screen.getByRole('link', { name: 'Compare word by word', hidden: true }).getAttribute('href')).toBe(
    '/plans/p/history/v2/now',
  )
  expect(screen.getByRole('link', { name: 'See what was agreed', hidden: true }).getAttribute('href')).toBe(
    '/plans/p/agreed/2',
  )
})

it('[AGREE-63] says so where only a name or an explained word changed; and nothing where nothing was agreed', async () => {
  server({ figure: 3 })
  const { unmount } = await onDesk(<StandingNews />, { fill: titled })
  await screen.findByText(/Since then a name or an explained word has changed\./)
  unmount()
  const asked = server({ sealed: false })
  const { container } = await onDesk(<StandingNews />)
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())
  await asked.mock.results[0]?.value
  expect(container.textContent).toBe('')
})

it('[AGREE-63] who is asked to agree reads that, as soon as the room tells, until they have answered', async () => {
  server({ sealed: false })
  const { peer } = await onDesk(<StandingNews />)
  expect(screen.queryByRole('link')).toBeNull()
  server({ sealed: false, round: roundOf({ asked: ['me'], openedBy: 'ben' }) })
  await act(async () => peer.say({ type: 'agreement' }))
  await screen.findByText('Ben asks: do you agree to this plan?')
  expect(screen.getByRole('link', { name: 'Say what you think' }).getAttribute('href')).toBe('/plans/p/agree')
  server({ sealed: false, round: roundOf({ asked: ['me'], answered: ['me'] }) })
  await act(async () => peer.say({ type: 'agreement' }))
  await vi.waitFor(() => expect(screen.queryByText(/asks: do you agree/)).toBeNull())
})

it('[AGREE-63] who was answered for reads by whom, in Welsh too, until they have said that it is right', async () => {
  const through = answerOf('me', { by: 'ben', acting: 'supporter' })
  const round = (answers = [through]) => roundOf({ asked: ['me'], answered: ['me'], answers })
  server({ sealed: false, round: round() })
  const { peer, unmount } = await onDesk(<StandingNews />)
  await screen.findByText('Ben answered for you.')
  expect(screen.getByRole('link', { name: 'Look at it' }).getAttribute('href')).toBe('/plans/p/agree')
  server({ sealed: false, round: round([{ ...through, by: null, acting: null }]) })
  await act(async () => peer.say({ type: 'agreement' }))
  await vi.waitFor(() => expect(screen.queryByRole('link')).toBeNull())
  unmount()
  server({ sealed: false, round: round() })
  await openLanguage('cy')
  await onDesk(<StandingNews />)
  await screen.findByText('Atebodd Ben drosoch chi.')
})

function Later() {
  const [isThere, setIsThere] = useState(false)
  const { live } = useDesk()
  wholePlan(live.doc, 'area')
  return isThere ? <StandingNews /> : <button type="button" onClick={() => setIsThere(true)} />
}

it('[AGREE-63] coming to a plan that has just arrived, it compares all of it', async () => {
  server({})
  const { doc } = await onDesk(<Later />)
  titled(doc)
  fireEvent.click(screen.getByRole('button'))
  expect((await screen.findByText(/agreed on|Agreed on/)).textContent).toMatch(/Nothing has changed since\./)
})

function Note() {
  const { id, template, people, live } = useDesk()
  return <p>{useChangedNote({ id, kind: template.kind, people: [...people] }, live) ?? 'as agreed'}</p>
}

it('[AGREE-63] the screen of a room says how many sections have changed, and nothing where none has', async () => {
  const asked = server({})
  const { unmount } = await onDesk(<Note />)
  await screen.findByText(/^Changed since we agreed on Friday,? 20 November 2026: 1 section$/)
  unmount()
  await onDesk(<Note />, { fill: titled })
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(4))
  await new Promise((done) => setTimeout(done))
  screen.getByText('as agreed')
})
