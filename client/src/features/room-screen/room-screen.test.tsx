import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Role } from '@withy/shared/access'
import type { Invitation, PlanFacts } from '@withy/shared/api'
import { addItem, addOwnSection, cellWords, easyKey, type Plan, readPlan, TEMPLATES } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { type LivePlan, openLivePlan } from '../../live/live-plan.ts'
import { createPeer } from '../../live/testing-peer.ts'
import { openTexts } from '../../text/language.ts'
import { RoomScreen } from './room-screen.tsx'
import { stepBeside, stepsOf } from './steps.ts'
import { newestOwnCode } from './use-own-code.ts'
import { useScreenSetUp } from './use-screen-set-up.ts'

beforeEach(() => openTexts('workshop'))

describe('the steps of a room screen', () => {
  it('[SYNC-70] are all sections in reading order, the group’s own last', () => {
    const doc = new Y.Doc()
    const own = addOwnSection(doc, { title: 'Our river' })
    const steps = stepsOf(readPlan(doc, 'area'), TEMPLATES.area, 'en')
    expect(steps).toHaveLength(17)
    expect(steps.at(-1)).toEqual({ id: `own:${own}`, title: 'Our river' })
    expect(stepBeside(steps, null, 1)).toBe(steps[0])
    expect(stepBeside(steps, null, -1)).toBeNull()
    expect(stepBeside(steps, steps[3]?.id ?? '', -1)).toBe(steps[2])
    expect(stepBeside(steps, `own:${own}`, 1)).toBeNull()
  })
})

describe('how to join', () => {
  const invitation = (more: Partial<Invitation>): Invitation => ({
    id: 'i',
    kind: 'code',
    role: 'contributor',
    voice: 'resident',
    link: 'http://hall.test/join',
    code: 'ABCD EFGH',
    madeAt: '2026-06-14T10:00:00Z',
    expiresAt: '2026-06-14T20:00:00Z',
    joined: 0,
    madeBy: 'Anna',
    mine: true,
    ...more,
  })
  const NOW = Date.parse('2026-06-14T12:00:00Z')

  it('[SYNC-75] shows only a code of one’s own that still works, the newest', () => {
    const newest = invitation({ id: 'newest', madeAt: '2026-06-14T11:00:00Z' })
    const others = [
      invitation({ mine: false, madeAt: '2026-06-14T11:30:00Z' }),
      invitation({ kind: 'link', code: null }),
      invitation({ kind: 'seat', code: null }),
      invitation({ expiresAt: '2026-06-14T11:59:00Z', madeAt: '2026-06-14T11:40:00Z' }),
    ]
    expect(newestOwnCode([...others, invitation({}), newest], NOW)).toBe(newest)
    expect(newestOwnCode(others, NOW)).toBeNull()
  })
})

const opened: LivePlan[] = []
afterEach(() => {
  for (const live of opened.splice(0)) live.close()
  localStorage.clear()
  vi.unstubAllGlobals()
})

const person = (id: string, role: Role): Person => ({
  id,
  name: `Person ${id}`,
  voice: 'resident',
  role,
  colour: 1,
  cameBy: 'link',
  joinedAt: '2026-06-14T10:00:00Z',
  seat: false,
})

async function open(role: Role, shown: string | null = 'living-map') {
  const peer = createPeer()
  const item = addItem(peer.doc, { key: 'living-map.have', shape: 'asset' })
  cellWords(peer.doc, 'living-map.have', item, 'what')?.insert(0, 'Mill Lane hall')
  const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket, screen: true })
  opened.push(live)
  await vi.waitFor(() => expect(live.link()).toEqual({ is: 'open', saved: 'saved' }))
  const facts = {
    id: 'p',
    kind: 'area',
    title: 'Orchard Lane',
    me: 'me',
    people: [person('me', role), person('other', 'contributor')],
    former: [],
    shown,
  } as unknown as PlanFacts
  const asked: { url: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    asked.push({ url, body: JSON.parse(body) })
    return Response.json({})
  })
  const code = { code: null, none: true, trouble: null, make: () => {} }
  const draw = (now: Partial<PlanFacts> = {}) => (
    <Standing
      facts={{ ...facts, ...now }}
      live={live}
      join={null}
      code={code}
      language={null}
      easyWords={easyWords}
      note="Changed since"
    />
  )
  const page = render(draw())
  return { peer, live, asked, show: (now: Partial<PlanFacts>) => page.rerender(draw(now)), page }
}

const easyWords = (plan: Plan, section: string) => {
  const rows = plan.boxes[easyKey(section)]
  return rows?.type === 'list' && rows.items.map(({ id, cells }) => <p key={id}>{String(cells.words)}</p>)
}

const Standing = (props: Omit<ComponentProps<typeof RoomScreen>, 'setUp'>) => (
  <RoomScreen {...props} setUp={useScreenSetUp()} />
)

describe('the room screen', () => {
  it('[SYNC-70] shows the section the facilitator chose, and follows', async () => {
    const { show } = await open('viewer')
    expect(await screen.findByRole('heading', { level: 1, name: 'Living map' })).toBeTruthy()
    expect(screen.getByText('Section 5 of 16')).toBeTruthy()
    expect(screen.getByText('Mill Lane hall')).toBeTruthy()
    show({ shown: 'shared-power' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Shared power' })).toBeTruthy()
    expect(screen.queryByText('Mill Lane hall')).toBeNull()
  })

  it('[EASY-37] shows the easy words of a section that has some, where the screen is set up so', async () => {
    const { peer, show } = await open('viewer')
    const row = addItem(peer.doc, { key: easyKey('living-map'), shape: 'easy' })
    cellWords(peer.doc, easyKey('living-map'), row, 'words')?.insert(0, 'The hall is for all of us.')
    fireEvent.click(await screen.findByRole('button', { name: 'Set up' }))
    fireEvent.click(screen.getByRole('button', { name: 'Show easy words where there are some' }))
    expect(await screen.findByText('The hall is for all of us.', {}, { timeout: 5_000 })).toBeTruthy()
    expect(screen.queryByText('Mill Lane hall')).toBeNull()
    show({ shown: 'shared-power' })
    expect(await screen.findByText('Nothing is written here yet.')).toBeTruthy()
    expect(screen.queryByText('The hall is for all of us.')).toBeNull()
  })

  it('[SYNC-170] is set up as it was when it is opened again at this device', async () => {
    const { page } = await open('viewer')
    const pressed = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed')
    fireEvent.click(await screen.findByRole('button', { name: 'Set up' }))
    expect(pressed('Show easy words where there are some')).toBe('false')
    fireEvent.click(screen.getByRole('button', { name: 'Show easy words where there are some' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Far' }))
    page.unmount()

    const again = await open('viewer')
    expect(again.page.container.querySelector('.screen-far')).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: 'Set up' }))
    expect(pressed('Show easy words where there are some')).toBe('true')
    fireEvent.click(screen.getByRole('radio', { name: 'Near' }))
    expect(again.page.container.querySelector('.screen-near')).toBeTruthy()
    expect(pressed('Show easy words where there are some')).toBe('true')
  })

  it('[SYNC-170] is set up as usual where what the device keeps is nothing it knows', async () => {
    localStorage.setItem('withy.screen', '{"distance":"moon","isEasy":"yes"}')
    const { page } = await open('viewer')
    expect(page.container.querySelector('.screen-middle')).toBeTruthy()
  })

  it('[SYNC-70] asks whether everyone can read it while nothing is chosen', async () => {
    await open('viewer', null)
    expect(screen.getByRole('heading', { level: 1, name: 'Orchard Lane' })).toBeTruthy()
    expect(screen.getByText('Can everyone read this? Hands up if not.')).toBeTruthy()
  })

  it('[SYNC-70] says how to begin to whoever chooses, where to make a code, and the way back', async () => {
    await open('facilitator', null)
    expect(await screen.findByText('Press “Next section” to begin.')).toBeTruthy()
    const href = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href')
    expect(href(/^Make a code under Share/)).toBe('/plans/p/share')
    expect(href(/^Back to the plan/)).toBe('/plans/p')
  })

  it('[SYNC-73] lets facilitators go on and back, by button and by a clicker, and others only watch', async () => {
    const { asked } = await open('facilitator')
    fireEvent.click(await screen.findByRole('button', { name: 'Next section' }))
    fireEvent.keyDown(document.body, { key: 'PageUp' })
    expect(asked).toEqual([
      { url: '/api/plans/p/shown', body: { section: 'shared-power' } },
      { url: '/api/plans/p/shown', body: { section: 'who-takes-part' } },
    ])
  })

  it('[SYNC-73] gives those who may not choose no way to', async () => {
    const { asked } = await open('contributor')
    await screen.findByText('Mill Lane hall')
    expect(screen.queryByRole('button', { name: /section/i })).toBeNull()
    fireEvent.keyDown(document.body, { key: 'PageDown' })
    expect(asked).toEqual([])
  })

  it('[SYNC-72] [AGREE-63] held still it follows neither words nor choice, and says so', async () => {
    const { show, peer } = await open('facilitator')
    await screen.findByText('Mill Lane hall')
    screen.getByText('Changed since')
    fireEvent.click(screen.getByRole('button', { name: 'Hold this screen still' }))
    expect(screen.queryByText('Changed since'), 'it would perhaps not be true').toBeNull()
    show({ shown: 'shared-power' })
    act(() => peer.doc.getMap('living-map.have').clear())
    expect(screen.getByText('This screen is held still')).toBeTruthy()
    expect(screen.getByText('Mill Lane hall')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Hold this screen still' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Shared power' })).toBeTruthy()
  })

  it('[SYNC-74] holds the names of people, carets and invitations of nobody', async () => {
    const { peer, page } = await open('facilitator')
    await screen.findByText('Mill Lane hall')
    peer.present(7, { person: 'other', section: 'living-map', box: 'living-map.have' })
    await vi.waitFor(() => expect(opened[0]?.here()).toHaveLength(1))
    expect(page.container.textContent).not.toContain('Person')
    expect(page.container.querySelector('svg[role="img"]')).toBeNull()
  })

  it('[SYNC-76] makes its words larger for a far back row', async () => {
    const { page } = await open('viewer')
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true
    }
    HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
      this.open = false
    }
    fireEvent.click(screen.getByRole('button', { name: 'Set up' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Far' }))
    expect(page.container.querySelector('.screen')?.className).toContain('screen-far')
  })
})
