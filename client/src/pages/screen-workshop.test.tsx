import { act, fireEvent, render, screen } from '@testing-library/react'
import type { PlanFacts, WorkshopShared } from '@withy/shared/api'
import type { AgendaStep, IdeaShown, StepKind, WorkshopNow } from '@withy/shared/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useScreenSetUp } from '../features/room-screen/use-screen-set-up.ts'
import { useFollowed } from '../features/workshop-screen/use-followed.ts'
import { type LivePlan, openLivePlan } from '../live/live-plan.ts'
import { createPeer } from '../live/testing-peer.ts'
import { openTexts } from '../text/language.ts'
import { ScreenWorkshop } from './screen-workshop.tsx'

const opened: LivePlan[] = []
beforeEach(() => openTexts('workshop'))
afterEach(() => {
  for (const live of opened.splice(0)) live.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const KINDS: readonly StepKind[] = ['welcome', 'look', 'silent', 'gather', 'dots', 'fist', 'round', 'break', 'closing']
const step = (kind: StepKind): AgendaStep => ({
  ...{ id: kind, kind, title: '', question: '', minutes: 10, section: null, dots: 3, shown: false, stage: 'alone' },
})
const now = (more: Partial<WorkshopNow> = {}): WorkshopNow => ({
  ...{ id: 'w', rev: 1, stage: 'open', title: 'The May meeting', chair: 'Farah' },
  ground: { decide: 'How the hall is used', advise: '', cannot: '', decided: '', rules: '', pay: '' },
  steps: KINDS.map(step),
  ...{ step: 'welcome', since: Date.now(), more: 0, people: 12, ideas: 0, answered: 0 },
  ...{ lights: { stop: 0, slow: 0, agree: 0 }, round: [], results: null, asked: [] },
  ...{ caption: '', frozen: false, called: null, chosen: {}, lowered: 0 },
  ...more,
})
const idea = (id: string, words: string, group: string | null = null): IdeaShown => ({
  ...{ id, step: 'silent', words, by: 'Rosa Lightfoot', typedBy: null, group, parked: false },
  ...{ fate: null, why: '', places: [], reworded: '', isOffered: false },
})

const FACTS = {
  ...{ id: 'p', kind: 'area', title: 'Orchard Lane', me: 'me', former: [], shown: null },
  people: [{ id: 'me', name: 'Farah', role: 'facilitator' }],
  workshop: { id: 'w', title: 'The May meeting' },
} as unknown as PlanFacts

type Standing = { readonly facts: PlanFacts; readonly live: LivePlan }

function Standing({ facts, live }: Standing) {
  const setUp = useScreenSetUp()
  const [workshop, letGo] = useFollowed(facts, setUp.isHeld)
  if (workshop === null) return <p>The plan</p>
  const code = { code: null, none: false, trouble: null, make: () => {} }
  return (
    <ScreenWorkshop
      {...{ facts, live, workshop, setUp, code, join: null, language: null, easyWords: () => null, onLetGo: letGo }}
    />
  )
}

/** A screen at a workshop as it is `first`; `tell` says what the room is told next. */
async function open(first: Partial<WorkshopNow> = {}, more: Partial<WorkshopShared> = {}) {
  const peer = createPeer()
  const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket, screen: true })
  opened.push(live)
  await vi.waitFor(() => expect(live.link()).toEqual({ is: 'open', saved: 'saved' }))
  const asked: string[] = []
  const answer: WorkshopShared = { now: now(first), ideas: [], groups: [], ...more }
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return Response.json(answer)
  })
  const page = render(<Standing facts={FACTS} live={live} />)
  await screen.findByRole('list', { name: 'Traffic lights' })
  vi.useFakeTimers()
  await pass(1_000)
  let rev = 1
  const say = (next: Partial<WorkshopNow>) =>
    act(() => {
      const changed = { from: rev, ideas: [], groups: [], gone: [] }
      rev += 1
      peer.say({ type: 'workshop', now: now({ ...first, ...next, rev }), changed })
    })
  const tell = async (next: Partial<WorkshopNow>) => {
    say(next)
    // A second, and the frame in which the change before was drawn.
    await pass(1_020)
  }
  const words = () => page.container.textContent ?? ''
  const choose = (facts: Partial<PlanFacts>) => page.rerender(<Standing facts={{ ...FACTS, ...facts }} live={live} />)
  return { peer, live, page, asked, say, tell, words, choose }
}

/** Time passes, and all that it brings is on the screen. */
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

describe('the room screen in a workshop', () => {
  it('[WORK-70] changes at most once a second, and shows the newest in the end', async () => {
    const { page, say } = await open({ step: 'silent' })
    const changes: number[] = []
    const watching = new MutationObserver(() => changes.push(Date.now()))
    watching.observe(page.container, { childList: true, characterData: true, attributes: true, subtree: true })
    for (let ideas = 1; ideas <= 40; ideas++) {
      say({ step: 'silent', ideas, caption: `Line ${ideas}`, lights: { stop: ideas, slow: 0, agree: 0 } })
      await pass(100)
    }
    await pass(2_000)
    watching.disconnect()
    const moments = [...new Set(changes)]
    expect(moments.length).toBeGreaterThan(3)
    expect(Math.min(...moments.slice(1).map((at, i) => at - (moments[i] ?? 0)))).toBeGreaterThanOrEqual(1_000)
    expect(screen.getByText('40 ideas so far.')).toBeTruthy()
    expect(screen.getByText('Line 40')).toBeTruthy()
  })

  it('[WORK-71] asks for what everybody may see and for nothing else, and has no way to move the room', async () => {
    const { asked, tell } = await open()
    await tell({ step: 'silent' })
    screen.getByText('No ideas yet.')
    fireEvent.keyDown(document.body, { key: 'PageDown' })
    expect(new Set(asked)).toEqual(new Set(['/api/plans/p/workshops/w/shared']))
    expect(screen.queryByRole('button', { name: /step|section/i })).toBeNull()
  })

  it('[WORK-78] a clicker turns no more than pages', async () => {
    const { asked } = await open({ step: 'silent' })
    for (const key of ['PageDown', 'PageUp', 'PageDown']) fireEvent.keyDown(document.body, { key })
    expect(asked).toHaveLength(1)
  })

  it('[WORK-72] held still at the screen it keeps exactly what it shows, and then shows what is newest', async () => {
    const { page, tell } = await open({ step: 'silent', ideas: 3, caption: 'Good morning' })
    const stands = () => page.container.querySelector('.screen-words')?.textContent
    const before = stands()
    fireEvent.click(screen.getByRole('button', { name: 'Hold this screen still' }))
    await tell({ step: 'fist', answered: 5, caption: 'Now the vote', lights: { stop: 2, slow: 0, agree: 0 } })
    expect(stands()).toBe(before)
    expect(screen.getByText('Good morning')).toBeTruthy()
    expect(screen.getByText('This screen is held still')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Hold this screen still' }))
    expect(screen.getByRole('heading', { level: 1, name: 'How much do you agree?' })).toBeTruthy()
    expect(screen.getByText('Now the vote')).toBeTruthy()
  })

  it('[WORK-72] held still by who leads it keeps what it shows, and says who holds it', async () => {
    const { tell } = await open({ step: 'silent', ideas: 3 })
    await tell({ step: 'silent', ideas: 9, frozen: true })
    expect(screen.getByText('Held by a facilitator')).toBeTruthy()
    await tell({ step: 'dots', frozen: true })
    expect(screen.getByText('3 ideas so far.')).toBeTruthy()
    await tell({ step: 'dots', frozen: false })
    expect(screen.getByRole('heading', { level: 1, name: 'Vote with dots' })).toBeTruthy()
  })

  it('[WORK-73] shows the step, its number, about how long and what is asked', async () => {
    const steps = KINDS.map((kind) => ({ ...step(kind), question: kind === 'silent' ? 'What is good here?' : '' }))
    await open({ step: 'silent', steps, since: Date.now() - 4 * 60_000 })
    expect(screen.getByRole('heading', { level: 1, name: 'Write your ideas' })).toBeTruthy()
    expect(screen.getByText('Step 3 of 9')).toBeTruthy()
    expect(screen.getByText('About 6 minutes left')).toBeTruthy()
    expect(screen.getByText('What is good here?')).toBeTruthy()
  })

  it('[WORK-73] draws the section of a step in which it is read, and the one everybody is called to', async () => {
    const steps = KINDS.map((kind) => ({ ...step(kind), section: kind === 'look' ? 'living-map' : null }))
    const { tell } = await open({ steps, step: 'look' })
    expect(screen.getByRole('heading', { level: 1, name: 'Living map' })).toBeTruthy()
    expect(screen.getByText('Look together')).toBeTruthy()
    await tell({ steps, step: 'silent', called: 'shared-power' })
    expect(screen.getByRole('heading', { level: 1, name: 'Shared power' })).toBeTruthy()
    expect(screen.getByText('Please look at this part of the plan together.')).toBeTruthy()
    await tell({ steps, step: 'silent' })
    expect(screen.getByRole('heading', { level: 1, name: 'Write your ideas' })).toBeTruthy()
  })

  it('[WORK-73] has what the group can decide in its welcome, and in reach in every step', async () => {
    const { tell } = await open()
    expect(screen.getByText('How the hall is used')).toBeTruthy()
    await tell({ step: 'silent' })
    expect(screen.queryByText('How the hall is used')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'What we can decide' }))
    expect(screen.getByText('How the hall is used')).toBeTruthy()
  })

  it('[WORK-73] says the turn of each voice in a round in words, and when a break ends in UK time', async () => {
    const round = (['resident', 'carer', 'professional', 'group'] as const).map((voice, i) => ({
      voice,
      turn: (['now', 'heard', 'passed', 'not-yet'] as const)[i] ?? 'now',
      isOne: true,
    }))
    const { tell } = await open({ step: 'round', round })
    const turns = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(turns).toEqual(
      expect.arrayContaining([
        'I live here speaking now',
        'Family or unpaid carer heard',
        'Professional passed',
        'Community group not heard yet',
      ]),
    )
    await tell({ step: 'break', since: Date.parse('2026-06-14T10:00:00Z'), more: 5 })
    expect(screen.getByText('Back at 11:15 am')).toBeTruthy()
  })

  it('[WORK-74] shows ideas by group, without the names of who said them', async () => {
    const ideas = [idea('1', 'The orchard', 'g'), idea('2', 'Late buses'), idea('3', 'The mill', 'g')]
    const { words } = await open({ step: 'gather' }, { ideas, groups: [{ id: 'g', step: 'silent', name: 'Places' }] })
    expect(screen.getByRole('heading', { level: 2, name: 'Places' }).parentElement?.textContent).toBe(
      'PlacesThe orchardThe mill',
    )
    expect(screen.getByText('Late buses')).toBeTruthy()
    expect(words()).not.toContain('Rosa')
  })

  it('[WORK-74] shows only how many gave dots, then the dots, most first', async () => {
    const ideas = [idea('1', 'The orchard'), idea('2', 'Late buses'), idea('3', 'The mill')]
    const { tell } = await open({ step: 'dots', answered: 7 }, { ideas })
    expect(screen.getByText('7 people have given dots.')).toBeTruthy()
    const steps = KINDS.map((kind) => ({ ...step(kind), shown: kind === 'dots' }))
    await tell({ step: 'dots', steps, results: { dots: { 1: 2, 2: 5 }, hands: null, test: null, said: [] } })
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(rows.slice(0, 3)).toEqual(['Late buses 5 dots', 'The orchard 2 dots', 'The mill 0 dots'])
  })

  it('[WORK-162] counts dots for the group their idea was put in since, and keeps those of a parked one', async () => {
    const ideas = [idea('1', 'The orchard', 'g'), { ...idea('2', 'Late buses'), parked: true }]
    const steps = KINDS.map((kind) => ({ ...step(kind), shown: kind === 'dots' }))
    const results = { dots: { 1: 2, 2: 5 }, hands: null, test: null, said: [] }
    await open({ step: 'dots', steps, results }, { ideas, groups: [{ id: 'g', step: 'silent', name: 'Places' }] })
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(rows.slice(0, 2)).toEqual(['Late buses 5 dots', 'Places 2 dots'])
  })

  it('[WORK-74] shows only how many have answered, then six rows, and words without names', async () => {
    const { tell, words } = await open({ step: 'fist', answered: 4 })
    expect(screen.getByText('4 people have answered.')).toBeTruthy()
    const steps = KINDS.map((kind) => ({ ...step(kind), shown: kind === 'fist' }))
    const said = [{ by: 'Rosa Lightfoot', words: 'It costs too much' }]
    await tell({ step: 'fist', steps, results: { dots: null, hands: [0, 0, 1, 3, 0, 8], test: null, said } })
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent?.trim())
    expect(rows.slice(0, 4)).toEqual([
      '5, will lead: 8 people',
      '4, like it: 0 people',
      '3, can live with it: 3 people',
      '2, a small worry: 1 person',
    ])
    expect(screen.getByText('It costs too much')).toBeTruthy()
    expect(words()).not.toContain('Rosa')
  })

  it('[WORK-73] says how far a step alone, in twos, in fours, all has come', async () => {
    const at = (stage: AgendaStep['stage']) => [{ ...step('pairs'), stage }]
    const { tell } = await open({ step: 'pairs', steps: at('alone') })
    expect(screen.getByText('Now: think and write on your own.')).toBeTruthy()
    await tell({ steps: at('fours') })
    expect(screen.getByText('Now in fours: which ideas come up again?')).toBeTruthy()
  })

  it('[WORK-74] [WORK-139] shows what people thought of the workshop once it is shown', async () => {
    const { tell } = await open({ step: 'closing', answered: 9 })
    expect(screen.getByText('9 people have answered.')).toBeTruthy()
    const test = { informed: { helps: 8, harms: 1 }, confident: {}, connected: {} }
    await tell({ answered: 9, results: { dots: null, hands: null, test, said: [] } })
    const asked = screen.getByRole('heading', { name: 'Do you know more than before?' }).parentElement
    expect(asked?.textContent).toMatch(/before\?Yes: 8 people.*No, less than before: 1 person/)
  })

  it('[WORK-75] counts traffic lights in words', async () => {
    await open({ lights: { stop: 2, slow: 1, agree: 30 } })
    const lights = screen.getByRole('list', { name: 'Traffic lights' })
    expect(lights.textContent).toBe(' 2 Stop, I have a question 1 Slow down 30 I agree')
  })

  it('[WORK-76] closing leaves thanks and where “You said, we did” is, until a section is chosen', async () => {
    const { tell, choose } = await open()
    await tell({ stage: 'closed' })
    choose({ workshop: null })
    expect(screen.getByRole('heading', { level: 1, name: 'Thank you' })).toBeTruthy()
    expect(screen.getByText('12 people took part.')).toBeTruthy()
    expect(screen.getByText(/press “You said, we did”/)).toBeTruthy()
    choose({ workshop: null, shown: 'living-map' })
    expect(screen.getByText('The plan')).toBeTruthy()
  })

  it('[WORK-76] is let go at the screen', async () => {
    const { tell, choose } = await open()
    await tell({ stage: 'closed' })
    choose({ workshop: null })
    fireEvent.click(screen.getByRole('button', { name: 'Show the plan' }))
    expect(screen.getByText('The plan')).toBeTruthy()
  })

  it('[WORK-77] without a connection says so and keeps what it shows', async () => {
    const { peer } = await open({ step: 'silent', ideas: 3 })
    peer.up = false
    act(() => peer.closeAll(1006))
    await pass(1_000)
    expect(screen.getByText('Not connected. This may be old.')).toBeTruthy()
    expect(screen.getByText('3 ideas so far.')).toBeTruthy()
  })
})
