import { render } from '@testing-library/react'
import { addOwnSection } from '@withy/shared/plan'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnnouncements, type Notice } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { DeskProvider } from '../../live/desk.tsx'
import { createComings } from './comings.ts'
import { PresenceNews } from './presence-news.tsx'
import { facts, open, SAM } from './testing-presence.ts'

describe('comings and goings', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const sam = { person: SAM, name: 'Sam Abara', section: null, box: null, alone: null }

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
      { kind: 'changed', name: 'Sam Abara', section: 'Living map', place: 'living-map' },
      { kind: 'shown', section: 'Our section' },
    ])
  })
})
