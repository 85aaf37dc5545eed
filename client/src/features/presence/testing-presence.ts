import type { PlanFacts } from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import { expect, onTestFinished, vi } from 'vitest'
import { openLivePlan } from '../../live/live-plan.ts'
import { createPeer } from '../../live/testing-peer.ts'

export const person = (id: string, name: string): Person => ({
  id,
  name,
  voice: 'resident',
  role: 'contributor',
  colour: 3,
  cameBy: 'link',
  joinedAt: '2026-06-14T10:00:00Z',
  seat: false,
})
export const ME = person('me', 'Anna')
export const SAM = person('sam', 'Sam Abara')
export const PEOPLE = [ME, SAM, person('ben', 'Ben')]

export async function open() {
  const peer = createPeer()
  const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
  onTestFinished(() => live.close())
  await vi.waitFor(() => expect(live.link()).toEqual({ is: 'open', saved: 'saved' }))
  return { peer, live }
}
export const facts = {
  id: 'p',
  kind: 'area',
  me: 'me',
  people: PEOPLE,
  former: [],
  shown: null,
  workshop: null,
  lastWorkshop: null,
} as unknown as PlanFacts
