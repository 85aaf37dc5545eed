import { fireEvent, render, screen, within } from '@testing-library/react'
import type { PlanFacts } from '@withy/shared/api'
import { addOwnSection } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnnouncements, type Notice } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { caretPlaces } from '../../live/caret-places.ts'
import { DeskProvider } from '../../live/desk.tsx'
import { type LivePlan, openLivePlan } from '../../live/live-plan.ts'
import { type OthersChange, onOthersChanges, sectionOfRoot } from '../../live/others-changes.ts'
import { createPeer } from '../../live/testing-peer.ts'
import { CaretLayer } from './caret-layer.tsx'
import { createComings } from './comings.ts'
import { createDigest, type Digest } from './digest.ts'
import { HereChips } from './here-chips.tsx'
import { peopleHere } from './people-here.ts'
import { PresenceNews } from './presence-news.tsx'
import { WhoIsHere } from './who-is-here.tsx'

const person = (id: string, name: string): Person => ({
  id,
  name,
  voice: 'resident',
  role: 'contributor',
  colour: 3,
  cameBy: 'link',
  joinedAt: '2026-06-14T10:00:00Z',
  seat: false,
})
const ME = person('me', 'Anna')
const SAM = person('sam', 'Sam Abara')
const PEOPLE = [ME, SAM, person('ben', 'Ben')]

describe('who is here', () => {
  it('[SYNC-62] counts each other person once, not screens, not oneself, not strangers', () => {
    const here = peopleHere(
      [
        { client: 1, person: 'me' },
        { client: 2, person: 'sam' },
        { client: 3, person: 'sam', section: 'living-map', box: 'living-map.have' },
        { client: 4, person: 'ben', screen: true },
        { client: 5, person: 'somebody taken out' },
      ],
      PEOPLE,
      'me',
    )
    expect(here).toEqual([{ person: SAM, name: 'Sam Abara', section: 'living-map', box: 'living-map.have' }])
  })
})

const opened: LivePlan[] = []
afterEach(() => {
  for (const live of opened.splice(0)) live.close()
})
async function open() {
  const peer = createPeer()
  const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
  opened.push(live)
  await vi.waitFor(() => expect(live.link()).toEqual({ is: 'open', saved: 'saved' }))
  return { peer, live }
}
const facts = { id: 'p', kind: 'area', me: 'me', people: PEOPLE, former: [], shown: null } as unknown as PlanFacts

describe('on the page', () => {
  it('[SYNC-63] names who is in a section beside it, and goes to a person', async () => {
    const { peer, live } = await open()
    const went: string[] = []
    render(
      <DeskProvider live={live} facts={facts}>
        <section aria-label="chips">
          <HereChips section="living-map" />
        </section>
        <WhoIsHere goTo={(section) => went.push(section)} />
      </DeskProvider>,
    )
    expect(screen.getByText('Nobody else is here now.')).toBeTruthy()
    peer.present(7, { person: 'sam', section: 'living-map', box: 'living-map.have' })
    peer.present(8, { person: 'ben' })
    const go = await screen.findByRole('button', { name: 'Go to Sam Abara' })
    expect(within(screen.getByLabelText('chips')).getByText('Sam Abara is writing here')).toBeTruthy()
    expect(screen.getByText('In Living map')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Go to Ben' })).toBeNull()
    const names = () => [...document.querySelectorAll('.who-name')].map(({ textContent }) => textContent)
    expect(names()).toEqual(['Anna', 'Sam Abara', 'Ben'])
    expect(screen.getByText('(you)', { exact: false }).textContent).toBe('Anna (you)')
    expect(screen.getAllByText('Writer · I live here')).toHaveLength(3)
    go.click()
    expect(went).toEqual(['living-map'])
    peer.present(7, null)
    await vi.waitFor(() => expect(names()).toEqual(['Anna', 'Ben', 'Sam Abara']))
  })

  it('[SYNC-63] shows as somebody’s place only a section the plan has', async () => {
    const { peer, live } = await open()
    render(
      <DeskProvider live={live} facts={facts}>
        <WhoIsHere goTo={() => {}} />
      </DeskProvider>,
    )
    peer.present(7, { person: 'sam', section: 'Free drinks at evil.example' })
    expect(await screen.findByText('Looking around')).toBeTruthy()
    expect(screen.queryByText(/evil/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Go to Sam Abara' })).toBeNull()
  })

  it('[SYNC-63] says of those who came with a code that they did', async () => {
    const { peer, live } = await open()
    const people = PEOPLE.map((each) => (each.id === 'sam' ? { ...each, cameBy: 'code' as const } : each))
    render(
      <DeskProvider live={live} facts={{ ...facts, people }}>
        <section aria-label="chips">
          <HereChips section="living-map" />
        </section>
        <WhoIsHere goTo={() => {}} />
      </DeskProvider>,
    )
    peer.present(7, { person: 'sam', section: 'living-map' })
    peer.present(8, { person: 'ben', section: 'living-map' })
    const chips = within(screen.getByLabelText('chips'))
    await vi.waitFor(() => expect(chips.getByText(/Sam Abara is here/).textContent).toContain('Came with a code'))
    expect(chips.getByText(/Ben is here/).textContent).not.toContain('code')
    // Once beside the name in a chip, once in the list.
    expect(screen.getAllByText(/Came with a code/)).toHaveLength(2)
  })

  it('[SYNC-60] draws others’ carets in a hidden layer over the words, where the editor says they are', async () => {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        disconnect() {}
      },
    )
    const { peer, live } = await open()
    let place = { left: 40, top: 10, bottom: 30 }
    const off = caretPlaces.register('living-map.want', (relative) => (relative === 'here' ? place : null))
    const { container } = render(
      <DeskProvider live={live} facts={facts}>
        <div data-testid="inner" />
        <CaretLayer />
      </DeskProvider>,
    )
    const caret = { box: 'living-map.want', anchor: 'here', head: 'here' }
    peer.present(7, { person: 'sam', section: 'living-map', caret })
    peer.present(8, { person: 'ben', section: 'living-map', caret: { ...caret, head: 'gone' } })
    peer.present(9, { person: 'ben', caret, screen: true })
    await vi.waitFor(() => expect(container.querySelectorAll('.caret')).toHaveLength(1))
    expect(container.querySelector('.caret')?.textContent).toBe('Sam Abara')
    expect(container.querySelector<HTMLElement>('.caret')?.style.insetInlineStart).toBe('40px')
    expect(container.querySelector('.caret-layer')?.getAttribute('aria-hidden')).toBe('true')
    place = { left: 40, top: 90, bottom: 110 }
    // An editor that takes the whole of a small screen scrolls by itself.
    fireEvent.scroll(screen.getByTestId('inner'))
    await vi.waitFor(() => expect(container.querySelector<HTMLElement>('.caret')?.style.insetBlockStart).toBe('90px'))
    // The name goes, the bar stays.
    await vi.waitFor(() => expect(container.querySelector('.caret')?.textContent).toBe(''), { timeout: 5_000 })
    off()
    await vi.waitFor(() => expect(container.querySelectorAll('.caret')).toHaveLength(0))
  })
})

describe('comings and goings', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const sam = { person: SAM, name: 'Sam Abara', section: null, box: null }

  function watch() {
    const told: string[] = []
    return { told, comings: createComings(({ kind, name }) => told.push(`${name} ${kind}`)) }
  }

  it('[SYNC-64] are told once, going after ten seconds', () => {
    const { told, comings } = watch()
    comings.see([], true)
    comings.meet()
    comings.see([sam], true)
    comings.see([sam], true)
    comings.see([], true)
    vi.advanceTimersByTime(9_000)
    expect(told).toEqual(['Sam Abara joined'])
    vi.advanceTimersByTime(1_500)
    expect(told).toEqual(['Sam Abara joined', 'Sam Abara left'])
  })

  it('[SYNC-64] who went before our own loss of connection is told of ten seconds after it', () => {
    const { told, comings } = watch()
    comings.see([sam], true)
    comings.meet()
    comings.see([], true)
    vi.advanceTimersByTime(5_000)
    comings.see([], false)
    vi.advanceTimersByTime(60_000)
    comings.see([], true)
    vi.advanceTimersByTime(9_000)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1_500)
    expect(told).toEqual(['Sam Abara left'])
  })

  it('[SYNC-64] those who were here before are no news, nor is a reload, nor our own loss of connection', () => {
    const { told, comings } = watch()
    comings.see([sam], true)
    comings.meet()
    comings.see([], true)
    vi.advanceTimersByTime(5_000)
    comings.see([sam], true)
    comings.see([], false)
    vi.advanceTimersByTime(60_000)
    comings.see([sam], true)
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([])
  })
})

describe('what the page tells of others', () => {
  /** A page that is told of others, and what it tells of them. */
  async function listening() {
    const { peer, live } = await open()
    const told: Notice[] = []
    const announcements = { ...createAnnouncements(), announce: (notice: Notice) => void told.push(notice) }
    const page = (shown: string | null) => (
      <AnnouncerContext value={announcements}>
        <DeskProvider live={live} facts={{ ...facts, shown }}>
          <PresenceNews />
        </DeskProvider>
      </AnnouncerContext>
    )
    const { rerender } = render(page(null))
    return { peer, live, told, show: (section: string) => rerender(page(section)) }
  }
  afterEach(() => {
    vi.useRealTimers()
  })

  it('[SYNC-64] nobody leaves while this page itself is not connected, also who went just before', async () => {
    const { peer, live, told } = await listening()
    peer.present(7, { person: 'sam' })
    await vi.waitFor(() => expect(live.here()).toHaveLength(1))
    vi.useFakeTimers()
    peer.present(7, null)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(live.here()).toHaveLength(0)
    peer.up = false
    peer.closeAll(1006)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(live.link().is).toBe('lost')
    expect(told).toEqual([])
    peer.up = true
    await vi.advanceTimersByTimeAsync(30_000)
    expect(live.link().is).toBe('open')
    expect(told).toEqual([{ kind: 'left', person: 'sam', name: 'Sam Abara' }])
  })

  it('[SYNC-63] names no place and no section the plan does not have', async () => {
    const { peer, live, told, show } = await listening()
    const made = addOwnSection(peer.doc, { title: '' })
    await vi.waitFor(() => expect(live.doc.getMap('plan.sections').size).toBe(1))
    vi.useFakeTimers()
    peer.present(4711, { person: 'sam' })
    await vi.advanceTimersByTimeAsync(1_000)
    peer.doc.clientID = 4711
    peer.doc.getText('living-map.want').insert(0, 'by sam')
    peer.doc.getText('own:never-made.text').insert(0, 'by sam')
    await vi.advanceTimersByTimeAsync(10_000)
    for (const section of ['Free drinks at evil.example', `own:${made}`, 'own:never-made']) show(section)
    expect(told.filter(({ kind }) => kind === 'changed' || kind === 'shown')).toEqual([
      { kind: 'changed', name: 'Sam Abara', section: 'Living map' },
      { kind: 'shown', section: 'Our section' },
    ])
  })
})

describe('who changed what', () => {
  it('[SYNC-65] is told once a person and section, after a pause', () => {
    vi.useFakeTimers()
    const told: Digest[] = []
    const digest = createDigest((each) => told.push(each))
    for (let i = 0; i < 10; i += 1) {
      digest.changed('living-map', i % 2 ? ['sam'] : ['ben', null])
      vi.advanceTimersByTime(500)
    }
    expect(told).toEqual([])
    vi.advanceTimersByTime(4_000)
    expect(told).toEqual([
      { person: 'ben', section: 'living-map' },
      { person: 'sam', section: 'living-map' },
    ])
    vi.useRealTimers()
  })

  it('[SYNC-65] is told after half a minute while somebody goes on writing', () => {
    vi.useFakeTimers()
    const told: Digest[] = []
    const digest = createDigest((each) => told.push(each))
    for (let i = 0; i < 62; i += 1) {
      digest.changed('living-map', ['sam'])
      vi.advanceTimersByTime(500)
    }
    expect(told).toEqual([{ person: 'sam', section: 'living-map' }])
    digest.stop()
    vi.useRealTimers()
  })

  it('[SYNC-61] names the person whose words came, by the identity the server bound to their client', async () => {
    const { peer, live } = await open()
    const changes: OthersChange[] = []
    onOthersChanges(live, (each) => changes.push(...each))
    peer.present(peer.doc.clientID, null)
    peer.present(4711, { person: 'sam' })
    await vi.waitFor(() => expect(live.here()).toHaveLength(1))
    peer.doc.clientID = 4711
    peer.doc.getText('living-map.want').insert(0, 'by sam')
    await vi.waitFor(() => expect(changes).toEqual([{ root: 'living-map.want', people: ['sam'] }]))
  })

  it('[SYNC-61] names nobody where nobody can tell: an unknown hand, or words taken out with two people there', async () => {
    const { peer, live } = await open()
    const changes: OthersChange[] = []
    peer.doc.getText('living-map.want').insert(0, 'long here')
    await vi.waitFor(() => expect(live.doc.getText('living-map.want').toString()).toBe('long here'))
    onOthersChanges(live, (each) => changes.push(...each))
    peer.present(1, { person: 'sam', box: 'living-map.want' })
    await vi.waitFor(() => expect(live.here()).toHaveLength(1))
    peer.doc.getText('living-map.want').delete(0, 5)
    await vi.waitFor(() => expect(changes.at(-1)).toEqual({ root: 'living-map.want', people: ['sam'] }))
    peer.present(2, { person: 'ben', box: 'living-map.want/item' })
    await vi.waitFor(() => expect(live.here()).toHaveLength(2))
    peer.doc.getText('living-map.want').delete(0, 1)
    await vi.waitFor(() => expect(changes.at(-1)).toEqual({ root: 'living-map.want', people: [null] }))
    peer.doc.getText('living-map.want').insert(0, 'unknown hand')
    await vi.waitFor(() => expect(changes).toHaveLength(3))
    expect(changes.at(-1)).toEqual({ root: 'living-map.want', people: [null] })
  })

  it('[SYNC-61] does not tell of what is typed here', async () => {
    const { live } = await open()
    const changes: OthersChange[] = []
    onOthersChanges(live, (each) => changes.push(...each))
    live.doc.getText('living-map.want').insert(0, 'mine')
    await vi.waitFor(() => expect(live.link()).toEqual({ is: 'open', saved: 'saved' }))
    expect(changes).toEqual([])
  })

  it('[SYNC-65] knows which section a root belongs to', () => {
    expect(['living-map.have', 'own:a1.text', 'plan.titles', 'odd'].map(sectionOfRoot)).toEqual([
      'living-map',
      'own:a1',
      null,
      null,
    ])
  })
})
