import { act, fireEvent, screen, within } from '@testing-library/react'
import { type ActionTests, TEST_QUESTIONS, type TestAnswers } from '@withy/shared/api'
import { actionsOf } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { afterEach, expect, it, vi } from 'vitest'
import { onDesk } from '../../live/testing-desk.tsx'
import { noConnection } from '../../ui/testing-connection.ts'
import { ActionTest } from './action-test.tsx'
import { FailingActions } from './failing-actions.tsx'
import { TestsContext, usePlanTests } from './use-tests.ts'

afterEach(() => vi.unstubAllGlobals())
const none: TestAnswers = { informed: null, confident: null, connected: null, shows: null }
const tests = (given: Partial<ActionTests>): ActionTests => ({
  item: 'a1',
  mine: null,
  others: [],
  answered: 0,
  waiting: [],
  failing: false,
  ...given,
})

function Page({ children }: { readonly children: React.ReactNode }) {
  return <TestsContext value={usePlanTests()}>{children}</TestsContext>
}
function server(first: ActionTests[]) {
  const put = vi.fn()
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method !== 'PUT') return Response.json({ tests: first })
    put(path, JSON.parse(String(body)))
    return Response.json({ tests: tests({ mine: JSON.parse(String(body)) }) })
  })
  return put
}
const mine = (
  <Page>
    <ActionTest item="a1" name="Map-walk" />
  </Page>
)
/** The tests of the action, unfolded. */
async function opened(...of: Parameters<typeof onDesk>) {
  const shown = await onDesk(...of)
  for (const folded of document.querySelectorAll('details')) folded.open = true
  return shown
}
const question = (name: RegExp) => within(screen.getByRole('group', { name, hidden: true }))

it('[PLAN-92] asks four plain questions and sends this person’s own answers', async () => {
  const put = server([])
  await opened(mine)
  await screen.findByRole('group', { name: /know more/, hidden: true })
  const answer = (about: RegExp, name: string) =>
    fireEvent.click(question(about).getByRole('radio', { name, hidden: true }))
  answer(/know more/, 'Yes, it helps')
  answer(/better connected/, 'Not sure')
  fireEvent.click(screen.getByRole('button', { name: 'Keep my answers', hidden: true }))
  expect(await screen.findByText('Your answers are kept.')).toBeTruthy()
  expect(put).toHaveBeenCalledWith('/api/plans/p/tests/a1', { ...none, informed: 'helps', connected: 'not-sure' })
  expect(screen.getAllByRole('radio', { hidden: true })).toHaveLength(20)
})

it('[PLAN-92] shows others’ answers by voice and never by name, after those it touches have answered', async () => {
  server([tests({ answered: 2, waiting: TEST_QUESTIONS.map((each) => ({ question: each, answered: 2 })) })])
  const { unmount } = await opened(mine)
  expect(await screen.findByText(/^2 others have answered. They show after/)).toBeTruthy()
  unmount()
  const carer = { voice: 'carer' as const, answers: { ...none, informed: 'harms' as const } }
  server([tests({ answered: 2, others: [carer, carer] })])
  await opened(mine)
  expect(await screen.findByText('Family or unpaid carer (2)')).toBeTruthy()
  expect(screen.getAllByText('It makes it worse:', { exact: false }).length).toBeGreaterThan(0)
})

it('[PLAN-92] shows the questions that were answered by those it touches, and says which still wait', async () => {
  const carer = { voice: 'carer' as const, answers: { ...none, informed: 'harms' as const } }
  server([tests({ answered: 2, others: [carer], waiting: [{ question: 'shows', answered: 1 }] })])
  await opened(mine)
  expect(await screen.findByText('Family or unpaid carer')).toBeTruthy()
  expect(screen.getByText(/^One other person has answered. It shows after/)).toBeTruthy()
})

it('[PLAN-92] a reader is asked nothing', async () => {
  server([])
  await opened(mine, { role: 'viewer' })
  expect(screen.queryByRole('radio', { hidden: true })).toBeNull()
})

it('[PLAN-93] lists the actions that do not pass yet, with a way to each', async () => {
  const plan = buildPlan('area', { items: { 'living-map.do': [{ what: 'Map-walk' }, { what: 'A list' }] } })
  const [walk] = actionsOf(plan)
  server([tests({ item: walk?.id ?? '', failing: true })])
  const { unmount } = await onDesk(
    <Page>
      <FailingActions plan={plan} />
    </Page>,
  )
  const link = await screen.findByRole('link', { name: 'Map-walk' })
  expect(link.getAttribute('href')).toBe('#living-map')
  expect(screen.getByRole('heading', { name: 'One action does not pass the test yet' })).toBeTruthy()
  unmount()
  server([])
  await onDesk(
    <Page>
      <FailingActions plan={plan} />
    </Page>,
  )
  expect(screen.queryByRole('heading')).toBeNull()
})

it('[PLAN-92] shows the answers that were kept, also where they come late, and keeps those that were not changed', async () => {
  const kept = { ...none, informed: 'helps' as const, shows: 'no-change' as const }
  const put = server([tests({ mine: kept })])
  await opened(mine)
  const radio = async (about: RegExp, name: string) =>
    within(await screen.findByRole('group', { name: about, hidden: true })).getByRole('radio', { name, hidden: true })
  await vi.waitFor(async () => expect(await radio(/know more/, 'Yes, it helps')).toHaveProperty('checked', true))
  fireEvent.click(await radio(/better connected/, 'Not sure'))
  fireEvent.click(screen.getByRole('button', { name: 'Keep my answers', hidden: true }))
  await vi.waitFor(() => expect(put).toHaveBeenCalledWith('/api/plans/p/tests/a1', { ...kept, connected: 'not-sure' }))
})

it('[PLAN-92] asks nothing while the answers that were kept are not here, says so, and tries again', async () => {
  noConnection()
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
  await opened(mine)
  expect(await screen.findByText(/We could not get the answers/)).toBeTruthy()
  expect(screen.queryByRole('radio', { hidden: true })).toBeNull()
  server([tests({ mine: { ...none, informed: 'helps' } })])
  fireEvent.click(screen.getByRole('button', { name: 'Try again', hidden: true }))
  await vi.waitFor(() =>
    expect(question(/know more/).getByRole('radio', { name: 'Yes, it helps', hidden: true })).toHaveProperty(
      'checked',
      true,
    ),
  )
})

it('[PLAN-92] says that there is no connection where the answers never came, and asks when it is back', async () => {
  // Nothing answers: neither yes nor no.
  const waiting: ((no: TypeError) => void)[] = []
  vi.stubGlobal('fetch', () => new Promise((_, no) => void waiting.push(no)))
  const { peer } = await opened(mine)
  expect(await screen.findByText('Opening…')).toBeTruthy()
  peer.up = false
  act(() => peer.closeAll(1006))
  await screen.findByText(/^We cannot reach Withy just now/)
  expect(screen.queryByText('Opening…')).toBeNull()
  server([])
  for (const end of waiting) end(new TypeError('no network'))
  peer.up = true
  await screen.findByRole('group', { name: /know more/, hidden: true }, { timeout: 8_000 })
  expect(screen.queryByText(/^We cannot reach Withy/)).toBeNull()
})

it('[PLAN-92] says that it opens, and no more, as long as the plan is opening', async () => {
  server([])
  const { peer } = await opened(mine, { up: false })
  expect(await screen.findByText('Opening…')).toBeTruthy()
  expect(screen.queryByText(/^We cannot reach Withy/)).toBeNull()
  peer.up = true
  await screen.findByRole('group', { name: /know more/, hidden: true }, { timeout: 8_000 })
})

it('[PLAN-92] asks again when the connection is back: what others answered meanwhile was not told', async () => {
  server([])
  const { peer, live } = await opened(mine)
  await screen.findByRole('group', { name: /know more/, hidden: true })
  server([tests({ answered: 1, waiting: [{ question: 'informed', answered: 1 }] })])
  peer.closeAll(1006)
  await vi.waitFor(() => expect(live.link().is).toBe('lost'))
  expect(await screen.findByText(/^One other person has answered/, {}, { timeout: 5_000 })).toBeTruthy()
})

/** A server that keeps one person's answers, as they may be changed on another device too. */
function keeping(kept: TestAnswers | null, others = 0) {
  const state = { kept, gets: 0, hold: null as Promise<void> | null }
  const now = () => tests({ mine: state.kept, answered: others })
  const put = vi.fn()
  vi.stubGlobal('fetch', async (_path: string, { method, body }: RequestInit) => {
    if (method === 'PUT') {
      const sent = JSON.parse(String(body))
      put(sent)
      state.kept = Object.values(sent).some((answer) => answer !== null) ? sent : null
      return Response.json({ tests: now() })
    }
    state.gets += 1
    const list = state.kept || others > 0 ? [now()] : []
    await state.hold
    return Response.json({ tests: list })
  })
  return { state, put }
}
const isChosen = (about: RegExp, name: string) =>
  expect(question(about).getByRole('radio', { name, hidden: true })).toHaveProperty('checked', true)
const choose = (about: RegExp, name: string) =>
  fireEvent.click(question(about).getByRole('radio', { name, hidden: true }))
const keep = () => fireEvent.click(screen.getByRole('button', { name: 'Keep my answers', hidden: true }))

it('[PLAN-92] shows after keeping what another device keeps, and does not keep the old over it', async () => {
  const { state, put } = keeping({ ...none, informed: 'helps' })
  const { peer } = await opened(mine)
  await vi.waitFor(() => isChosen(/know more/, 'Yes, it helps'))
  choose(/better connected/, 'Not sure')
  keep()
  await vi.waitFor(() => expect(put).toHaveBeenCalledTimes(1))
  state.kept = { ...none, connected: 'harms' }
  peer.say({ type: 'tests' })
  await vi.waitFor(() => isChosen(/better connected/, 'It makes it worse'))
  choose(/show that/, 'No change')
  keep()
  await vi.waitFor(() => expect(put).toHaveBeenLastCalledWith({ ...none, connected: 'harms', shows: 'no-change' }))
})

it('[PLAN-92] keeps what is chosen while others are on their way to be kept', async () => {
  const { put } = keeping(null)
  await opened(mine)
  await screen.findByRole('group', { name: /know more/, hidden: true })
  choose(/know more/, 'Yes, it helps')
  keep()
  choose(/show that/, 'No change')
  await screen.findByText('One person has answered.')
  isChosen(/show that/, 'No change')
  keep()
  await vi.waitFor(() => expect(put).toHaveBeenLastCalledWith({ ...none, informed: 'helps', shows: 'no-change' }))
})

it('[PLAN-92] lets an answer be taken back, and all of them', async () => {
  const { put } = keeping({ ...none, informed: 'helps', shows: 'harms' })
  await opened(mine)
  await vi.waitFor(() => isChosen(/know more/, 'Yes, it helps'))
  isChosen(/better connected/, 'No answer')
  choose(/know more/, 'No answer')
  keep()
  await vi.waitFor(() => expect(put).toHaveBeenCalledWith({ ...none, shows: 'harms' }))
  await vi.waitFor(() => isChosen(/know more/, 'No answer'))
  choose(/show that/, 'No answer')
  await vi.waitFor(() => {
    // Not taken while the answers before are on their way.
    keep()
    expect(put).toHaveBeenLastCalledWith(none)
  })
  expect(await screen.findByText('Nobody has answered yet.')).toBeTruthy()
})

it('[PLAN-92] keeps nothing where nothing was changed', async () => {
  const { put } = keeping({ ...none, informed: 'helps' })
  await opened(mine)
  await vi.waitFor(() => isChosen(/know more/, 'Yes, it helps'))
  keep()
  choose(/better connected/, 'Not sure')
  keep()
  await vi.waitFor(() => expect(put).toHaveBeenCalled())
  expect(put.mock.calls).toEqual([[{ ...none, informed: 'helps', connected: 'not-sure' }]])
})

it('[ACCESS-74] an answer to what was asked before one kept does not hide what was kept', async () => {
  const { state, put } = keeping(null)
  const { peer } = await opened(mine)
  await screen.findByRole('group', { name: /know more/, hidden: true })
  const late = Promise.withResolvers<void>()
  state.hold = late.promise
  peer.say({ type: 'tests' })
  await vi.waitFor(() => expect(state.gets).toBe(2))
  choose(/know more/, 'Yes, it helps')
  keep()
  await vi.waitFor(() => expect(put).toHaveBeenCalled())
  await screen.findByText('One person has answered.')
  late.resolve()
  await vi.waitFor(() => expect(state.gets).toBe(3))
  isChosen(/know more/, 'Yes, it helps')
})

it('[ACCESS-74] asks once for a hundred changes', async () => {
  const { state } = keeping({ ...none, informed: 'helps' })
  const { peer } = await opened(mine)
  await vi.waitFor(() => isChosen(/know more/, 'Yes, it helps'))
  state.kept = { ...none, informed: 'harms' }
  for (let n = 0; n < 100; n++) peer.say({ type: 'tests' })
  await vi.waitFor(() => isChosen(/know more/, 'It makes it worse'))
  expect(state.gets).toBe(2)
})
