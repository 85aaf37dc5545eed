import { act, fireEvent, render, screen } from '@testing-library/react'
import type { PlanFacts } from '@withy/shared/api'
import type { RoomMessage, WorkshopNow } from '@withy/shared/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useJustAgreed } from '../features/room-screen/use-just-agreed.ts'
import { useScreenSetUp } from '../features/room-screen/use-screen-set-up.ts'
import { type LivePlan, openLivePlan } from '../live/live-plan.ts'
import { createPeer } from '../live/testing-peer.ts'
import { openTexts } from '../text/language.ts'
import { ScreenAgreed } from './screen-agreed.tsx'

const opened: LivePlan[] = []
beforeEach(() => openTexts('workshop'))
afterEach(() => {
  for (const live of opened.splice(0)) live.close()
  vi.unstubAllGlobals()
})

let people = 0
const said = (answer: string, more: object = {}) => ({
  ...{ name: `P${++people}`, voice: 'resident', answer, section: null, by: null, ofTheseWords: true },
  ...more,
})
const SEALED = {
  record: {
    sealedAt: '2026-11-20T10:00:00Z',
    answers: [
      ...[said('agree'), said('agree-with', { by: 'P1', acting: 'supporter' }), said('disagree'), said('stop')],
      ...[said('agree', { ofTheseWords: false }), said('agree', { section: 'place' })],
    ],
    notAnswered: [{ name: 'Eve', voice: 'carer' }],
  },
  edition: { title: 'Brackenford East' },
  code: '7K3M-Q2PX-9DRT',
}
const FACTS = {
  id: 'p',
  kind: 'area',
  title: 'East',
  me: 'me',
  people: [],
  former: [],
  shown: null,
} as unknown as PlanFacts

function Screen({ live }: { readonly live: LivePlan }) {
  const setUp = useScreenSetUp()
  const [number, letGo] = useJustAgreed(live)
  const code = { code: null, none: false, trouble: null, make: () => {} }
  const usual = <p>The plan as ever</p>
  if (number === null) return usual
  return (
    <ScreenAgreed
      {...{
        facts: FACTS,
        live,
        setUp,
        code,
        join: null,
        language: null,
        easyWords: () => null,
        number,
        onLetGo: letGo,
        meanwhile: usual,
      }}
    />
  )
}

async function open() {
  const peer = createPeer()
  const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket, screen: true })
  opened.push(live)
  await vi.waitFor(() => expect(live.link()).toEqual({ is: 'open', saved: 'saved' }))
  const asked = vi.fn()
  vi.stubGlobal('fetch', async (path: string) => {
    asked(path)
    return Response.json(SEALED)
  })
  render(<Screen live={live} />)
  const tell = (message: RoomMessage) => act(async () => peer.say(message))
  return { tell, asked }
}
const workshop = (step: string, ideas = 0): RoomMessage => ({
  type: 'workshop',
  now: { id: 'w', stage: 'open', step, called: null, ideas } as unknown as WorkshopNow,
  changed: null,
})

it('[AGREE-62] shows that the plan is agreed when the room is told: its name, the day, how many agreed to these words, the code', async () => {
  const { tell, asked } = await open()
  screen.getByText('The plan as ever')
  await tell({ type: 'sealed', number: 2 })
  await screen.findByRole('heading', { level: 1, name: 'Agreed.' })
  for (const words of ['Brackenford East', '7K3M-Q2PX-9DRT']) screen.getByText(words)
  screen.getByText('2 people agreed · 1 of them through somebody else')
  screen.getByText('1 said stop · 1 did not agree · 3 others have not agreed')
  screen.getByText(/^Friday,? 20 November 2026$/)
  expect(asked).toHaveBeenCalledWith('/api/plans/p/sealed/2')
})

it('[AGREE-62] it stays until a facilitator shows a section, moves the workshop on, or somebody at the screen shows the plan', async () => {
  const { tell } = await open()
  const agreed = () => screen.findByRole('heading', { name: 'Agreed.' })
  await tell(workshop('silent'))
  await tell({ type: 'sealed', number: 2 })
  await agreed()
  await tell(workshop('silent', 3))
  await tell({ type: 'tests' })
  await agreed()
  await tell(workshop('closing'))
  screen.getByText('The plan as ever')
  await tell({ type: 'sealed', number: 2 })
  await agreed()
  await tell({ type: 'shown', section: 'place' })
  screen.getByText('The plan as ever')
  await tell({ type: 'sealed', number: 2 })
  fireEvent.click(await screen.findByRole('button', { name: 'Show the plan' }))
  screen.getByText('The plan as ever')
})
