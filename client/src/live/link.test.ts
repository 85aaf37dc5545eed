import { describe, expect, it } from 'vitest'
import { type LinkFacts, linkOf, whyEnded } from './link.ts'

const calm: LinkFacts = {
  now: 100_000,
  arrived: true,
  connected: true,
  ended: null,
  acks: true,
  settled: true,
  whole: true,
  unsaved: false,
  kept: 'no',
  waitingSince: null,
  lastHeard: 99_000,
}
const saved = (facts: Partial<LinkFacts>) => linkOf({ ...calm, ...facts })

describe('the state of a link', () => {
  it('[SYNC-41] says Saved when everything is acked, the socket lives and the document is whole', () => {
    expect(saved({})).toEqual({ is: 'open', saved: 'saved' })
  })

  it('[SYNC-41] does not say Saved while something waits for its ack', () => {
    expect(saved({ settled: false, waitingSince: 99_900 })).toEqual({ is: 'open', saved: 'saving', kept: 'no' })
  })

  it('[SYNC-42] never says Saved to a server that does not ack', () => {
    expect(saved({ acks: false })).toEqual({ is: 'open', saved: 'saving', kept: 'no' })
    expect(saved({ acks: false, settled: false, waitingSince: 95_000 })).toEqual({
      is: 'open',
      saved: 'not-saved',
      kept: 'no',
    })
  })

  it('[SYNC-43] calls a change Not saved once it has waited 5 seconds, and not before', () => {
    expect(saved({ settled: false, waitingSince: 95_001 })).toEqual({ is: 'open', saved: 'saving', kept: 'no' })
    expect(saved({ settled: false, waitingSince: 95_000 })).toEqual({ is: 'open', saved: 'not-saved', kept: 'no' })
  })

  it('[SYNC-41] does not say Saved after 30 seconds without a sign of life', () => {
    expect(saved({ lastHeard: 70_001 })).toEqual({ is: 'open', saved: 'saved' })
    expect(saved({ lastHeard: 70_000 })).toEqual({ is: 'open', saved: 'not-saved', kept: 'no' })
  })

  it('[SYNC-47] does not say Saved while the document has lost its listeners', () => {
    expect(saved({ whole: false })).toEqual({ is: 'open', saved: 'not-saved', kept: 'no' })
  })

  it('[SYNC-44] is opening until the first sync has arrived, connected or not', () => {
    expect(saved({ arrived: false })).toEqual({ is: 'opening' })
    expect(saved({ arrived: false, connected: false })).toEqual({ is: 'opening' })
  })

  it('[SYNC-45] says whether words are at risk when the connection is lost', () => {
    expect(saved({ connected: false, unsaved: true })).toEqual({ is: 'lost', unsaved: true, kept: 'no' })
    expect(saved({ connected: false })).toEqual({ is: 'lost', unsaved: false, kept: 'no' })
  })

  it('[SYNC-103] says that words are kept on this device only of words that wait', () => {
    const waits = { settled: false, unsaved: true, waitingSince: 95_000, kept: 'yes' } as const
    expect(saved(waits)).toEqual({ is: 'open', saved: 'not-saved', kept: 'yes' })
    expect(saved({ ...waits, connected: false })).toEqual({ is: 'lost', unsaved: true, kept: 'yes' })
    expect(saved({ ...waits, connected: false, unsaved: false })).toEqual({ is: 'lost', unsaved: false, kept: 'no' })
    expect(saved({ kept: 'yes' })).toEqual({ is: 'open', saved: 'saved' })
  })

  it('[SYNC-103] of a plan that has ended, says so only where what is kept can be read again', () => {
    const kept = (ended: LinkFacts['ended']) => saved({ ended, unsaved: true, kept: 'yes' })
    expect(kept('epoch')).toMatchObject({ kept: 'yes' })
    for (const ended of ['role', 'sign-in', 'gone'] as const) expect(kept(ended)).toMatchObject({ kept: 'no' })
  })

  it('[SYNC-46] ends by the reason the server gave, and asks to open again for one it does not know', () => {
    expect(
      [4400, 4401, 4403, 4409, 4410, 4413, 4423, 4426, 4499].map((code) => whyEnded({ code, reason: '' })),
    ).toEqual(['bad-message', 'sign-in', 'role', 'epoch', 'gone', 'too-large', 'damaged', 'update-needed', 'reload'])
    expect(whyEnded({ code: 4413, reason: 'plan-full' })).toBe('plan-full')
    expect(whyEnded({ code: 4423, reason: 'fenced' })).toBe('fenced')
    expect(saved({ connected: false, ended: 'role', unsaved: true })).toEqual({
      is: 'ended',
      why: 'role',
      unsaved: true,
      kept: 'no',
    })
  })
})
