import { render, screen } from '@testing-library/react'
import { buildPlan } from '@withy/shared/testing'
import { afterEach, expect, it, vi } from 'vitest'
import { personOf } from '../live/testing-desk.tsx'
import { createPeer } from '../live/testing-peer.ts'
import PlanPage from './plan-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const facts = {
  id: 'p',
  kind: 'area',
  title: 'Orchard Lane',
  epoch: 'e1',
  me: 'me',
  people: [personOf('me', 'Anna')],
  former: [],
  shown: null,
  seat: null,
}
const plan = buildPlan('area', { items: { 'living-map.have': [{ what: 'Mill Lane hall' }] } })

it('[PLAN-97] shows a plan’s words to be read before it is open, with nothing to write in, then opens it', async () => {
  const peer = createPeer()
  peer.up = false
  vi.stubGlobal('WebSocket', peer.Socket)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.stubGlobal('fetch', async (path: string) =>
    Response.json(path.endsWith('/words') ? { plan } : path.endsWith('/tests') ? { tests: [] } : facts),
  )
  render(<PlanPage plan="p" />)
  expect(await screen.findByText('Mill Lane hall')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: 'Orchard Lane' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Write here|Change/ })).toBeNull()
  peer.up = true
  expect((await screen.findAllByRole('button', { name: /^Write here/ }, { timeout: 15_000 })).length).toBeGreaterThan(
    10,
  )
}, 20_000)
