import 'fake-indexeddb/auto'
import { render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { createAnnouncements } from '../live/announcements.ts'
import { AnnouncerContext } from '../live/announcer-context.ts'
import { setCopyOn } from '../live/device-copy/copies-on.ts'
import { wipesSoFar, writeRows } from '../live/device-copy/store.ts'
import OpenPlan from './open-plan.tsx'

afterEach(() => vi.unstubAllGlobals())

it('[SYNC-109] says, and tells, that words went which had reached nobody, where the plan is not this person’s any more', async () => {
  setCopyOn('p', true)
  const row = {
    copy: 'me/p/e1',
    tab: 't',
    n: 1,
    kind: 'change',
    iv: new Uint8Array(12),
    bytes: new ArrayBuffer(4),
  } as const
  await writeRows([row], [], await wipesSoFar())
  vi.stubGlobal('fetch', async () => Response.json({ refused: 'not-found', sentence: 'Not here.' }, { status: 404 }))
  const announcements = createAnnouncements()
  render(
    <AnnouncerContext value={announcements}>
      <OpenPlan plan="p" words={null} meanwhile={() => null} refused={null} />
    </AnnouncerContext>,
  )
  const said = await screen.findByText(/^Words you wrote here did not reach a plan\./)
  expect(announcements.list()[0]?.notice).toEqual({ kind: 'done', sentence: said.textContent })
})
