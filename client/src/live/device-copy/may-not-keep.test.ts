import { describe, expect, it, vi } from 'vitest'
import { createPeer } from '../testing-peer.ts'
import { isCopyOn, mayHaveCopies, setCopyOn } from './copies-on.ts'
import { becomes, inSeconds, open, rows, SAVED, typesAndDies } from './testing-pages.ts'
import { holdsWords, wipeAllBut, wipeDevice, wipePlan } from './wipe.ts'

describe('what a device may not keep', () => {
  it('[ACCESS-81] goes when it is forgotten, and nothing tells that there ever was any', async () => {
    await typesAndDies(createPeer(), 'An orchard')
    expect(await holdsWords()).toBe(true)
    expect(await wipeDevice()).toEqual(['p'])
    expect(await rows()).toEqual([])
    expect([mayHaveCopies(), localStorage.length]).toEqual([false, 0])
  })

  it('[ACCESS-81] goes of one plan, and of everybody and everything else than the person and plans that are known', async () => {
    await typesAndDies(createPeer(), 'An orchard')
    expect(await wipeAllBut('anna', ['p', 'q'])).toEqual([])
    expect((await rows()).length).toBe(1)
    expect([await wipeAllBut('ben', ['p']), await rows()]).toEqual([[], []])
    await typesAndDies(createPeer(), 'An orchard')
    expect(await wipeAllBut('anna', ['q'])).toEqual(['p'])
    await typesAndDies(createPeer(), 'An orchard')
    expect(await wipePlan('p')).toEqual(['p'])
    expect([isCopyOn('p'), await rows()]).toEqual([false, []])
  })

  /** A page that has begun to lock what was typed, and goes on when it is told to. */
  async function locking() {
    const peer = createPeer()
    const page = open(peer)
    await page.attached
    await becomes(page.live, SAVED)
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle)
    const begun = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(async (...asked) => {
      begun.resolve()
      await goOn.promise
      return encrypt(...asked)
    })
    peer.up = false
    peer.closeAll(1012)
    page.type('An orchard')
    await begun.promise
    return { page, goOn: goOn.resolve }
  }

  it('[ACCESS-81] is not written after it was forgotten, also where it was being locked just then', async () => {
    const { page, goOn } = await locking()
    await wipeDevice()
    goOn()
    await becomes(page.live, { is: 'lost', unsaved: true, kept: 'no' })
    inSeconds(6)
    page.type('More ')
    await becomes(page.live, { kept: 'no' })
    expect([await rows(), mayHaveCopies()]).toEqual([[], false])
  })

  it('[SYNC-103] is another plan’s: the light is right meanwhile, and the next try keeps all there is', async () => {
    const { page, goOn } = await locking()
    await wipePlan('q')
    goOn()
    await becomes(page.live, { is: 'lost', unsaved: true, kept: 'no' })
    inSeconds(6)
    page.type('More ')
    await becomes(page.live, { kept: 'yes' })
    expect((await rows()).map(({ copy, kind }) => [copy, kind])).toEqual([['anna/p/e1', 'whole']])
    setCopyOn('p', false)
  })
})
