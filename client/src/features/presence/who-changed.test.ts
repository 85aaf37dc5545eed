import { describe, expect, it, onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import { createDigest, type Digest } from '../../live/digest.ts'
import { openLivePlan } from '../../live/live-plan.ts'
import { type OthersChange, onOthersChanges, sectionOfRoot } from '../../live/others-changes.ts'
import { createPeer } from '../../live/testing-peer.ts'
import { open } from './testing-presence.ts'

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

  it('[SYNC-61] names each for their own place alone where what several wrote comes at once, as after a lost connection', async () => {
    const { peer, live } = await open()
    const changes: OthersChange[] = []
    peer.present(4711, { person: 'sam' })
    peer.present(4712, { person: 'ben' })
    await vi.waitFor(() => expect(live.here()).toHaveLength(2))
    onOthersChanges(live, (each) => changes.push(...each))
    peer.doc.transact(() => {
      peer.doc.clientID = 4711
      peer.doc.getText('living-map.want').insert(0, 'by sam')
      peer.doc.clientID = 4712
      peer.doc.getText('living-map.have').insert(0, 'by ben')
    })
    await vi.waitFor(() => expect(changes).toHaveLength(2))
    expect(Object.fromEntries(changes.map(({ root, people }) => [root, people]))).toEqual({
      'living-map.want': ['sam'],
      'living-map.have': ['ben'],
    })
  })

  it('[A11Y-260] tells nothing of what was there before, also where it comes in parts after the plan has opened', async () => {
    const peer = createPeer()
    const stored = new Y.Doc()
    stored.getText('living-map.want').insert(0, 'long here')
    peer.tail = [Y.encodeStateAsUpdate(stored)]
    const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
    onTestFinished(() => live.close())
    const changes: OthersChange[] = []
    onOthersChanges(live, (each) => changes.push(...each))
    await vi.waitFor(() => expect(live.doc.getText('living-map.want').toString()).toBe('long here'))
    await vi.waitFor(() => expect(live.hasAnswer()).toBe(true))
    expect(changes).toEqual([])
    peer.doc.getText('living-map.have').insert(0, 'new')
    await vi.waitFor(() => expect(changes).toEqual([{ root: 'living-map.have', people: [null] }]))
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
