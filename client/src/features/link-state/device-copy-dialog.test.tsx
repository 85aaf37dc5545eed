import { act, render, screen } from '@testing-library/react'
import type { PlanFacts } from '@withy/shared/api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type LivePlan, openLivePlan } from '../../live/live-plan.ts'
import { createPeer } from '../../live/testing-peer.ts'
import { openTexts } from '../../text/language.ts'
import { DeviceCopyDialog } from './device-copy-dialog.tsx'
import { useDeviceCopy } from './use-device-copy.ts'

let live: LivePlan
beforeEach(() => openTexts('plan-dialogs'))
afterEach(() => {
  live.close()
  localStorage.clear()
  vi.unstubAllGlobals()
})

function Asked({ mayWrite }: { readonly mayWrite: boolean }) {
  const people = [{ id: 'me', role: mayWrite ? 'contributor' : 'viewer' }]
  const facts = { id: 'p', kind: 'area', epoch: 'e1', me: 'me', people } as unknown as PlanFacts
  const own = useDeviceCopy({ live, facts })
  return <DeviceCopyDialog live={live} own={own} mayWrite={mayWrite} onClose={() => {}} />
}
function ask({ secure = true, storage = true, mayWrite = true } = {}) {
  vi.stubGlobal('isSecureContext', secure)
  vi.stubGlobal('indexedDB', storage ? { open: () => new EventTarget() } : undefined)
  live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: createPeer().Socket })
  render(<Asked mayWrite={mayWrite} />)
}
const tick = () =>
  screen.queryByRole<HTMLInputElement>('checkbox', { name: /^Keep my words on this device until they are saved/ })

it('[SYNC-100] is off until somebody switches it on, for this plan on this device', async () => {
  ask()
  expect(tick()?.checked).toBe(false)
  expect(screen.getByText('Off. Nothing of this plan is kept on this device.')).toBeTruthy()
  expect(localStorage.length).toBe(0)
  vi.stubGlobal('fetch', async () => Response.json({ refused: 'not-found', sentence: '' }, { status: 404 }))
  act(() => tick()?.click())
  expect(tick()?.checked).toBe(true)
  expect(localStorage.getItem('withy.device-copies')).toBe('["p"]')
  // The server gives no key: nothing is promised, and it does not look as if it were on.
  const trouble = await screen.findByText(/^This device is not keeping your words now\./)
  expect(tick()?.indeterminate).toBe(true)
  expect(trouble.nextElementSibling?.contains(tick())).toBe(true)
})

it.each([
  ['not secure', { secure: false }, /did not come by a private way/],
  ['without storage', { storage: false }, /This browser keeps nothing\./],
])('[SYNC-100] is not offered where the page is %s, and says why', (_, where, why) => {
  ask(where)
  expect(tick()).toBeNull()
  expect(screen.getByText(why)).toBeTruthy()
})

it('[SYNC-109] says before it is switched on when kept words go for good', () => {
  ask()
  screen.getByText(/They go for good if you are taken out of the plan first\. They go too if this device forgets you\./)
})

it('[SYNC-100] is not offered to somebody who only reads', () => {
  ask({ mayWrite: false })
  expect(tick()).toBeNull()
})

it('[SYNC-100] somebody who may only read now can switch theirs off, and not on again', async () => {
  localStorage.setItem('withy.device-copies', '["p"]')
  vi.stubGlobal('fetch', async () => Response.json({ refused: 'not-found', sentence: '' }, { status: 404 }))
  ask({ mayWrite: false })
  expect(tick()?.checked).toBe(true)
  act(() => tick()?.click())
  const off = await screen.findByText('Off. Nothing of this plan is kept on this device.')
  expect(tick()).toBeNull()
  expect(document.activeElement).toBe(off)
})
