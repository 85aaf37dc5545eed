import { describe, expect, it, vi } from 'vitest'
import { createPeer } from '../testing-peer.ts'
import { becomes, inSeconds, open, rows, SAVED } from './testing-pages.ts'

describe('a store that does not work', () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const broken = [
    ['cannot be opened', 'full', () => vi.stubGlobal('indexedDB', { open: full })],
    ['never answers', 'did not answer', () => vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() })],
  ] as const
  it.each(broken)('[SYNC-104] that %s leaves the plan as it is, and the light honest', async (_, why, break_) => {
    vi.resetModules()
    const fresh = await import('./attach.ts')
    await (await import('../../text/language.ts')).openLanguage('en')
    break_()
    const peer = createPeer()
    const { live, type, attached } = open(peer, { attach: fresh.attachCopy })
    await becomes(live, SAVED)
    type('An orchard')
    await becomes(live, SAVED)
    await expect(attached).rejects.toThrow(why)
    peer.up = false
    peer.closeAll(1012)
    type('More ')
    expect(live.link()).toMatchObject({ is: 'lost', unsaved: true, kept: 'no' })
    peer.up = true
    await becomes(live, SAVED)
    expect(peer.doc.getText('map.have').toString()).toBe('More An orchard')
  })

  it('[SYNC-104] that is full says so, and keeps all there is once there is room again', async () => {
    const peer = createPeer()
    const { live, type, attached } = open(peer)
    const { copy } = await attached
    await becomes(live, SAVED)
    const keep = vi.spyOn(copy, 'keep').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
    peer.up = false
    peer.closeAll(1012)
    type('An orchard')
    await becomes(live, { is: 'lost', unsaved: true, kept: 'no' })
    keep.mockRestore()
    type('And ')
    inSeconds(6)
    await becomes(live, { kept: 'yes' })
    expect((await rows()).map(({ kind }) => kind)).toEqual(['whole'])
  })
})
