import { fireEvent, render, screen, within } from '@testing-library/react'
import type { FollowUp } from '@withy/shared/api'
import { actionsOf } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onDesk } from '../../live/testing-desk.tsx'
import { openLanguage, openTexts } from '../../text/language.ts'
import { DayToRemember } from './day-to-remember.tsx'
import { ActionFollowUp, PlanFollowUps } from './in-plan.tsx'
import { QuestionByQuestion } from './question-by-question.tsx'
import { FollowUpsContext, usePlanFollowUps } from './use-follow-ups.ts'

beforeEach(async () => {
  // The page here has nothing better to do: it does not wait to be idle.
  vi.stubGlobal('requestIdleCallback', (idle: () => void) => queueMicrotask(idle))
  await openTexts('workshop')
})
afterEach(() => vi.unstubAllGlobals())

const asked = (more: Partial<FollowUp> = {}): FollowUp => ({
  ...{ item: 'a1', workshop: 'w', dueOn: '2026-07-02', isDue: true, mine: null },
  ...{ others: [], answered: 0, isWaiting: false },
  ...more,
})

/** The server: what it lists, and what it makes of an answer. */
function server(list: FollowUp[], answers: (said: FollowUp['mine']) => Response | Promise<Response>) {
  const put = vi.fn()
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method !== 'PUT') return Response.json({ followUps: list })
    put(path, JSON.parse(String(body)))
    return answers(JSON.parse(String(body)))
  })
  return put
}
const keeps = (said: FollowUp['mine']) => Response.json({ followUp: asked({ mine: said?.answer ? said : null }) })

const PLAN = buildPlan('area', { items: { 'living-map.do': [{ what: 'Map-walk' }] } })
const [WALK] = actionsOf(PLAN)
const item = WALK?.id ?? ''

function Desk() {
  return (
    <FollowUpsContext value={usePlanFollowUps()}>
      <ActionFollowUp item="a1" name="Map-walk" />
      <PlanFollowUps plan={PLAN} />
    </FollowUpsContext>
  )
}
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const write = (words: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: words } })

it('[WORK-115] says beside an action from which day on it is asked, in the language shown, and asks nothing before', async () => {
  server([asked({ isDue: false })], keeps)
  await onDesk(<Desk />)
  await screen.findByText(/^We will ask on Thursday,? 2 July 2026: did it happen\?$/)
  expect(screen.queryByRole('radio')).toBeNull()
  await openLanguage('cy')
  await screen.findByText('Byddwn yn gofyn a ddigwyddodd. Y diwrnod: Dydd Iau 2 Gorffennaf 2026.')
})

it('[WORK-115] [WORK-112] asks from that day on, keeps one answer with its words, and lets it be changed or taken back', async () => {
  const put = server([asked()], keeps)
  await onDesk(<Desk />)
  await screen.findByRole('group', { name: 'Did it happen? Map-walk' })
  expect(screen.queryByRole('textbox')).toBeNull()
  choose('Partly')
  write('Two of three')
  press('Keep my answer')
  const change = await screen.findByRole('button', { name: 'Change my answer: Map-walk' })
  expect(document.activeElement).toBe(change)
  expect(put).toHaveBeenLastCalledWith('/api/plans/p/did-it-happen/w/a1', { answer: 'partly', words: 'Two of three' })
  expect(screen.getByText('Two of three')).toBeTruthy()
  fireEvent.click(change)
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Two of three')
  press('Take my answer back')
  await vi.waitFor(() => expect(put).toHaveBeenLastCalledWith(expect.anything(), { answer: null, words: '' }))
  await vi.waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
  expect(screen.getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).checked)).toEqual([])
})

it('[A11Y-31] whoever goes on while their answer is on its way stays where they went', async () => {
  const put = server([asked()], keeps)
  await onDesk(
    <>
      <Desk />
      <button type="button">Elsewhere</button>
    </>,
  )
  await screen.findByRole('group', { name: 'Did it happen? Map-walk' })
  const elsewhere = screen.getByRole('button', { name: 'Elsewhere' })
  choose('Yes')
  press('Keep my answer')
  elsewhere.focus()
  const change = await screen.findByRole('button', { name: 'Change my answer: Map-walk' })
  expect(document.activeElement).toBe(elsewhere)
  fireEvent.click(change)
  const back = screen.getByRole('button', { name: 'Take my answer back' })
  back.focus()
  fireEvent.click(back)
  elsewhere.focus()
  await vi.waitFor(() => expect(put).toHaveBeenLastCalledWith(expect.anything(), { answer: null, words: '' }))
  await vi.waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
  expect(document.activeElement).toBe(elsewhere)
})

it('[A11Y-31] the next question takes the focus from nobody who has gone on', async () => {
  server([], keeps)
  const all = ['a1', 'a2'].map((item) => ({ followUp: asked({ item }), name: item }))
  let answered = () => {}
  await onDesk(
    <>
      <QuestionByQuestion asked={all} onAnswer={() => new Promise((resolve) => (answered = resolve))} />
      <button type="button">Elsewhere</button>
    </>,
  )
  const elsewhere = screen.getByRole('button', { name: 'Elsewhere' })
  choose('Yes')
  press('Keep my answer')
  elsewhere.focus()
  answered()
  const next = await screen.findByRole('heading', { name: 'a2' })
  expect(document.activeElement).toBe(elsewhere)
  screen.getByRole('radio', { name: 'No' }).focus()
  choose('No')
  press('Keep my answer')
  answered()
  await vi.waitFor(() => expect(next.isConnected).toBe(false))
  expect(document.activeElement?.tagName).toBe('H2')
})

it('[WORK-119] keeps answer and words in the form until the server has them, and says what to do', async () => {
  let isAway = true
  const put = server([asked()], (said) => (isAway ? Promise.reject(new TypeError('no network')) : keeps(said)))
  await onDesk(<Desk />)
  await screen.findByRole('radio', { name: 'No' })
  choose('No')
  write('The key was lost')
  press('Keep my answer')
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/connection/))
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'The key was lost')
  isAway = false
  press('Keep my answer')
  await screen.findByRole('button', { name: /Change my answer/ })
  expect(put).toHaveBeenLastCalledWith(expect.anything(), { answer: 'no', words: 'The key was lost' })
})

it('[WORK-113] [WORK-115] shows others’ answers by voice, and how many wait for those it touches', async () => {
  const others = [
    { voice: 'resident', answer: 'yes', words: '' },
    { voice: 'resident', answer: 'yes', words: '' },
    { voice: 'carer', answer: 'no', words: 'Not on our street' },
  ] as const
  server([asked({ others: [...others], answered: 3 })], keeps)
  const { unmount } = await onDesk(<Desk />)
  await screen.findByText('I live here (2)')
  screen.getByText('Yes (2)')
  screen.getByText('Not on our street')
  unmount()
  server([asked({ answered: 1, isWaiting: true })], keeps)
  await onDesk(<Desk />)
  await screen.findByText(/^One other person has answered\. It shows after/)
})

it('[WORK-112] a reader is asked nothing, and reads what was answered', async () => {
  const others = [{ voice: 'carer', answer: 'no', words: '' } as const]
  server([asked({ others, answered: 1 })], keeps)
  await onDesk(<Desk />, { role: 'viewer' })
  await screen.findByText('Family or unpaid carer')
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

it('[WORK-115] asks again when the room says that something changed, and draws nothing where nothing is asked', async () => {
  const list = vi.fn(async () => Response.json({ followUps: [] as FollowUp[] }))
  vi.stubGlobal('fetch', list)
  const { peer, container } = await onDesk(<Desk />)
  await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(1))
  await list.mock.results[0]?.value
  expect(container.textContent).toBe('')
  server([asked({ isDue: false })], keeps)
  peer.say({ type: 'follow-ups' })
  await screen.findByText(/^We will ask on/)
})

it('[WORK-115] [WORK-117] the end of the plan says the next day, gives it for a calendar, and leads to what waits', async () => {
  server([asked({ item, isDue: false })], keeps)
  const { unmount } = await onDesk(<Desk />)
  const calendar = await screen.findByRole('link', { name: 'Put the day in your calendar' })
  expect(calendar.getAttribute('href')).toBe('/api/plans/p/workshops/w/calendar?lang=en')
  screen.getByText(/^On Thursday,? 2 July 2026 we ask about 1 action of this plan/)
  unmount()
  render(<DayToRemember plan="p" followUps={[asked(), asked({ item: 'a2' })]} mayAnswer={true} />)
  screen.getByText('2 questions wait for your answer.')
  expect(screen.getByRole('link', { name: 'Answer now' }).getAttribute('href')).toBe('/plans/p/did-it-happen')
  expect(screen.queryByRole('link', { name: /calendar/ })).toBeNull()
})

it('[WORK-118] asks one question at a time, goes on by itself, and comes back to what was left', async () => {
  const all = [asked(), asked({ item: 'a2' }), asked({ item: 'a3', mine: { answer: 'no', words: '' } })]
  const answered = vi.fn(async () => undefined)
  const draw = (followUps: FollowUp[]) => (
    <QuestionByQuestion
      asked={followUps.map((followUp) => ({ followUp, name: `Action ${followUp.item}` }))}
      onAnswer={answered}
    />
  )
  const { rerender } = render(draw(all))
  screen.getByText('Question 1 of 2')
  press('Keep my answer')
  screen.getByText('Choose an answer first.')
  expect(answered).not.toHaveBeenCalled()
  press('Leave this one for now')
  const next = screen.getByRole('heading', { name: 'Action a2' })
  expect(document.activeElement).toBe(next)
  choose('Not any more')
  press('Keep my answer')
  const done = await screen.findByRole('heading', { name: 'Thank you. That was the last question.' })
  expect(document.activeElement).toBe(done)
  expect(answered).toHaveBeenCalledWith(all[1], { answer: 'not-any-more', words: '' })
  rerender(draw([asked(), asked({ item: 'a2', mine: { answer: 'not-any-more', words: '' } }), asked({ item: 'a3' })]))
  screen.getByText('You left 2 questions. They wait here.')
  press('Answer now')
  within(screen.getByRole('region', { name: 'Action a1' })).getByText('Question 1 of 2')
})
