import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { agreementOf, factsOf, kofi, reading } from '../features/agreement/testing-agreement.tsx'
import { createPeer } from '../live/testing-peer.ts'
import { openTexts } from '../text/language.ts'
import AgreePage from './agree-page.tsx'

beforeEach(() => openTexts('agreement'))
afterEach(() => vi.unstubAllGlobals())

it('[AGREE-52] who is taken out of the plan while it is open here reads that, and none of its words any more', async () => {
  const peer = createPeer()
  let isOut = false
  vi.stubGlobal('WebSocket', peer.Socket)
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.includes('/streams?')) throw new TypeError('no network')
    if (isOut) return Response.json({ refused: 'not-found', sentence: 'Not here.' }, { status: 404 })
    if (path.endsWith('/agreement')) return Response.json(agreementOf(null))
    if (path.endsWith('/edition')) return Response.json(reading('I like the orchard.', 1))
    return Response.json({ ...factsOf(kofi), epoch: 'e1', shown: null, workshop: null, lastWorkshop: null })
  })
  render(<AgreePage plan="p" />)
  await screen.findByRole('heading', { level: 1, name: 'Agree this plan' })
  await vi.waitFor(() => expect(peer.connected()).toBe(1))
  isOut = true
  await act(async () => peer.closeAll(4403))
  await screen.findByRole('heading', { level: 1, name: 'You were taken out of this plan' })
  screen.getByText(/^You cannot open “Rosa’s plan” any more\./)
  expect(screen.queryByText('Rosa has not asked yet.')).toBeNull()
})
