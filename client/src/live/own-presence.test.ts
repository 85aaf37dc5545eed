import { FRAME } from '@withy/shared/protocol'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openLivePlan } from './live-plan.ts'
import { createPeer } from './testing-peer.ts'

it('[SYNC-52] a page says where its own person is, and never says again where others are', async () => {
  const peer = createPeer()
  let said = 0
  class Counting extends peer.Socket {
    override send(data: Uint8Array<ArrayBuffer>) {
      if (data[0] === FRAME.awareness) said += 1
      super.send(data)
    }
  }
  const live = openLivePlan({ plan: 'p', epoch: 'e', server: 'ws://test/plans', Socket: Counting })
  onTestFinished(() => live.close())
  await vi.waitFor(() => expect(live.link()).toEqual({ is: 'open', saved: 'saved' }))
  const before = said
  for (const client of [1, 2, 3, 4, 5]) peer.present(client, { person: 'ben' })
  await vi.waitFor(() => expect(live.here()).toHaveLength(5))
  expect(said).toBe(before)
  live.say({ section: 'mine' })
  await vi.waitFor(() => expect(said).toBe(before + 1))
})
