import { describe, expect, it, vi } from 'vitest'
import { createPeer } from '../testing-peer.ts'
import { becomes, inSeconds, open, rows, SAVED, typesAndDies } from './testing-pages.ts'
import { wipeDevice } from './wipe.ts'

describe('what cannot simply go over', () => {
  it('[SYNC-106] are a draft, and not in the plan, after it was put back from a copy', async () => {
    const peer = createPeer()
    peer.doc.getText('map.have').insert(0, 'and a choir')
    const page = open(peer)
    await page.attached
    await becomes(page.live, SAVED)
    peer.up = false
    peer.closeAll(1012)
    page.type('An orchard ')
    // Long enough for all of the plan to be kept with them.
    inSeconds(3)
    await vi.waitFor(async () => expect((await rows()).map(({ kind }) => kind)).toEqual(['whole']))
    page.live.close()
    const restored = createPeer()
    restored.doc.getText('map.have').insert(0, 'as it was')
    const again = open(restored, { epoch: 'e2' })
    const { drafts } = await again.attached
    expect(drafts.map(({ draft }) => draft.boxes)).toEqual([
      [{ root: 'map.have', title: 'map.have', words: 'An orchard and a choir' }],
    ])
    await becomes(again.live, SAVED)
    expect(restored.doc.getText('map.have').toString()).toBe('as it was')
    const all = await rows()
    expect(all.map(({ copy, kind }) => [copy, kind])).toEqual([['anna/p/e2', 'draft']])
    again.live.close()
    expect((await open(restored, { epoch: 'e2' }).attached).drafts).toHaveLength(1)
  })

  it('[SYNC-106] can be read in another epoch also where all of the plan was not kept with them yet', async () => {
    const peer = createPeer()
    peer.doc.getText('map.have').insert(0, 'and a choir')
    await typesAndDies(peer, 'An orchard ')
    const { drafts } = await open(createPeer(), { epoch: 'e2' }).attached
    expect(drafts.flatMap(({ draft }) => draft.boxes.map(({ words }) => words))).toEqual(['An orchard'])
  })

  it('[SYNC-106] can be read there also where they are titles, dates and numbers; what cannot be read is counted', async () => {
    const gives = async (entries: Record<string, unknown>) => {
      const peer = createPeer()
      const page = open(peer)
      await becomes(page.live, SAVED)
      page.type('Saved before')
      const map = page.live.doc.getMap('plan.titles')
      const type = () =>
        page.live.doc.transact(() => {
          for (const [at, said] of Object.entries(entries)) map.set(at, said)
        })
      await typesAndDies(peer, '', { ...page, type })
      const { drafts, unreadable } = await open(createPeer(), { epoch: 'e2' }).attached
      return [drafts.flatMap(({ draft }) => draft.boxes.flatMap(({ words }) => words.split(/\s+/))), unreadable]
    }
    const said = { order: 'a0', map: 'Our map', when: '2026-12-01', scale: 7, ticked: true, lang: 'cy' }
    expect(await gives(said)).toEqual([['Our', 'map', '2026-12-01', '7'], 0])
    await wipeDevice()
    expect(await gives({ ticked: true })).toEqual([[], 1])
  })

  it('[SYNC-106] are a draft of somebody who may only read now', async () => {
    const peer = createPeer()
    await typesAndDies(peer, 'An orchard')
    const { drafts } = await open(peer, { mayWrite: false }).attached
    expect(drafts[0]?.draft.boxes.map(({ words }) => words)).toEqual(['An orchard'])
    expect(peer.doc.getText('map.have').toString()).toBe('')
  })

  it('[SYNC-106] which the server has refused are not sent to it again each time the plan is opened', async () => {
    const peer = createPeer()
    const page = open(peer)
    await page.attached
    await becomes(page.live, SAVED)
    peer.acks = 'held'
    page.type('An orchard')
    await vi.waitFor(async () => expect(await rows()).not.toEqual([]), { interval: 5 })
    inSeconds(1)
    peer.closeAll(4413)
    await becomes(page.live, { is: 'ended', why: 'too-large', kept: 'yes' })
    await vi.waitFor(async () => expect((await rows()).map(({ kind }) => kind)).toContain('refused'))
    page.live.close()
    const other = createPeer()
    const again = open(other)
    expect((await again.attached).drafts[0]?.draft.boxes[0]?.words).toBe('An orchard')
    expect(other.doc.getText('map.have').toString()).toBe('')
    expect((await rows()).map(({ kind }) => kind)).toEqual(['draft'])
  })

  it('[SYNC-106] which the server refuses before they lie on the device are marked there too', async () => {
    const peer = createPeer()
    const { live, type, attached } = open(peer)
    await attached
    await becomes(live, SAVED)
    peer.acks = 'held'
    type('An orchard')
    peer.closeAll(4413)
    const kinds = async () => (await rows()).map(({ kind }) => kind).sort()
    await vi.waitFor(async () => expect(await kinds()).toEqual(['change', 'refused']))
  })
})
