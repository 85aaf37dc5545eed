import { act, fireEvent, screen } from '@testing-library/react'
import type { Tally } from '@withy/shared/api'
import { readPlan, retitleSection } from '@withy/shared/plan'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Doc } from 'yjs'
import * as Y from 'yjs'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext, useActivity } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { sentenceOf } from '../../live/notice-words.ts'
import { onDesk } from '../../live/testing-desk.tsx'
import { wholePlan } from '../../live/whole-plan.ts'
import { openLanguage, openTexts } from '../../text/language.ts'
import { useText } from '../../text/use-text.ts'
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
  tally: { agreed: 2, through: 0, disagree: 0, stop: 0, others: 0 },
  withdrawn: 0,
} as const

/** The server: a round or none, and a version sealed as this plan. */
function server({
  round = null as ReturnType<typeof roundOf> | null,
  sealed = true,
  figure = 1,
  plan = sealedPlan(titled),
  reminded = false,
  tally = CARD.tally as Tally,
  withdrawn = 0,
}) {
  const asked = vi.fn()
  vi.stubGlobal('fetch', async (path: string) => {
    asked(path)
    if (path.includes('/sealed/')) return Response.json({ plan })
    return Response.json({
      ...agreementOf(round, figure),
      sealed: sealed ? [{ ...CARD, tally, withdrawn }] : [],
      reminded,
    })
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

it('[AGREE-64] tells of who said stop or no when it was agreed, in Welsh too', async () => {
  server({ tally: { agreed: 2, through: 1, disagree: 1, stop: 1, others: 0 } })
  const { unmount } = await onDesk(<StandingNews />, { fill: titled })
  await screen.findByText(/Nothing has changed since\. \(1 said stop · 1 did not agree\)/)
  unmount()
  await openLanguage('cy')
  await onDesk(<StandingNews />)
  await screen.findByText(/: 1 adran \(1 wedi dweud stop · 1 ddim yn cytuno\)$/)
})

it('[AGREE-63] says so where only a name or an explained word changed; and nothing where nothing was agreed', async () => {
  server({ figure: 3 })
  const { unmount } = await onDesk(<StandingNews />, { fill: titled })
  await screen.findByText(/Only a name, an explained word or a heading of Withy’s own has changed since\./)
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
  // Whoever is further down sees it too, until they put it away.
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Say what you think' }).getAttribute('href')).toBe('/plans/p/agree')
  server({ sealed: false, round: roundOf({ asked: ['me'], answered: ['me'] }) })
  await act(async () => peer.say({ type: 'agreement' }))
  await vi.waitFor(() => expect(screen.queryByText(/asks: do you agree/)).toBeNull())
  screen.getByText(/^People are asked to agree\. 1 of 1 have said what they think of these words\./)
  server({ sealed: true })
  await act(async () => peer.say({ type: 'sealed', number: 2 }))
  await screen.findByText('This plan is agreed and sealed.')
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByText('This plan is agreed and sealed.')).toBeNull()
})

function WhatIsNew() {
  const t = useText()
  const told = useActivity().map(({ id, notice }) => <li key={id}>{sentenceOf(t, [notice])}</li>)
  return <ul aria-label="New">{told}</ul>
}

it('[AGREE-63] what happened stands under what is new: asked, sealed, and that somebody no longer agrees, without whose', async () => {
  server({})
  const both = (
    <AnnouncerContext value={createAnnouncements()}>
      <StandingNews />
      <WhatIsNew />
    </AnnouncerContext>
  )
  const { peer } = await onDesk(both, { fill: titled })
  await screen.findByText(/Nothing has changed since/)
  const told = () => [...screen.getByLabelText('New').children].map(({ textContent }) => textContent)
  expect(told()).toEqual([])
  server({ round: roundOf({ asked: ['me'], openedBy: 'ben' }) })
  await act(async () => peer.say({ type: 'agreement' }))
  await vi.waitFor(() => expect(told()).toEqual(['People are asked to agree to this plan.']))
  await act(async () => peer.say({ type: 'sealed', number: 2 }))
  await vi.waitFor(() => expect(told()[0]).toBe('This plan is agreed and sealed.'))
  server({ withdrawn: 1 })
  await act(async () => peer.say({ type: 'agreement' }))
  await screen.findByText('Somebody no longer agrees to the agreed plan.', { selector: '.standing-now' })
  expect(told()).toHaveLength(3)
  expect(told()[0]).toBe('Somebody no longer agrees to the agreed plan.')
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByText('Somebody no longer agrees to the agreed plan.', { selector: '.standing-now' })).toBeNull()
})

it('[AGREE-63] that people are asked goes from sight when they are asked no more', async () => {
  server({ sealed: false })
  const { peer, container } = await onDesk(<StandingNews />)
  server({ sealed: false, round: roundOf({ asked: ['me'], openedBy: 'ben' }) })
  await act(async () => peer.say({ type: 'agreement' }))
  await screen.findByRole('button', { name: 'Close' })
  server({ sealed: false })
  await act(async () => peer.say({ type: 'agreement' }))
  await vi.waitFor(() => expect(container.textContent).toBe(''))
})

it('[AGREE-39] the person reads in their plan that somebody was named to decide for them, in Welsh too', async () => {
  const decides = (person: string, name: string) => ({ acting: 'best-interests', person, name, words: '' }) as const
  const round = (one: ReturnType<typeof decides>) => roundOf({ asked: ['me'], openedBy: 'ben', decides: one })
  const desk = { kind: 'support', seat: true } as const
  server({ sealed: false, round: round(decides('ines', 'Ines')) })
  const { unmount } = await onDesk(<StandingNews />, desk)
  await screen.findByText('Ben says that Ines decides this for you. Is that right?')
  expect(screen.getByRole('link', { name: 'Say what you think' }).getAttribute('href')).toBe('/plans/p/agree')
  unmount()
  // Nobody else is asked that.
  const { unmount: away } = await onDesk(<StandingNews />, { kind: 'support' })
  await screen.findByText('Ben asks: do you agree to this plan?')
  away()
  await openLanguage('cy')
  server({ sealed: false, round: round(decides('ben', 'Ben')) })
  await onDesk(<StandingNews />, desk)
  await screen.findByText('Mae Ben yn dweud mai nhw sy’n penderfynu hyn drosoch chi. Ydy hynny’n iawn?')
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

it('[EXPORT-56] who was reminded that they have no copy reads it in the plan as soon as the room tells, until they have one', async () => {
  server({})
  const { peer } = await onDesk(<StandingNews />, { fill: titled })
  await screen.findByText(/Nothing has changed since/)
  expect(screen.queryByText(/You have no copy/)).toBeNull()
  server({ reminded: true })
  await act(async () => peer.say({ type: 'agreement' }))
  await screen.findByText('You have no copy of the agreed plan yet.')
  expect(screen.getByRole('link', { name: 'Choose one' }).getAttribute('href')).toBe('/plans/p/agreed/2/copies')
  server({})
  await act(async () => peer.say({ type: 'agreement' }))
  await vi.waitFor(() => expect(screen.queryByText(/You have no copy/)).toBeNull())
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
