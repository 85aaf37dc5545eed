import 'fake-indexeddb/auto'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { setCopyOn } from '../live/device-copy/copies-on.ts'
import { wipesSoFar, writeRows } from '../live/device-copy/store.ts'
import PlanPage from './plan-page.tsx'

it('[A11Y-264] whoever is on a button where a plan is refused stays on it when the rest of the page comes', async () => {
  setCopyOn('p', true)
  const row = { tab: 't', n: 1, kind: 'change', iv: new Uint8Array(12), bytes: new ArrayBuffer(8) } as const
  await writeRows([{ ...row, copy: 'me/p/e1' }], [], await wipesSoFar())
  const asked = vi.fn(async () => Response.json({ refused: 'not-found', sentence: 'Not here.' }, { status: 404 }))
  vi.stubGlobal('fetch', asked)
  render(<PlanPage plan="p" />)
  const again = await screen.findByRole('button', { name: 'Try again' })
  again.focus()
  expect(screen.queryByText(/^Words you wrote here did not reach a plan\./), 'the rest is still to come').toBeNull()
  expect(await screen.findByText(/^Words you wrote here did not reach a plan\./, {}, { timeout: 15_000 })).toBeTruthy()
  expect(document.activeElement).toBe(again)
  const before = asked.mock.calls.length
  fireEvent.click(again)
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(before))
  expect(document.activeElement).toBe(again)
}, 20_000)
