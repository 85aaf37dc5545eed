import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { ActivityList } from './activity-list.tsx'

it('[A11Y-45] [SYNC-155] @D4 @D11 shows what happened at once, in words, newest first, with times, and goes to what was changed', () => {
  const announcements = createAnnouncements()
  const went: string[] = []
  render(
    <AnnouncerContext value={announcements}>
      <ActivityList goTo={(section) => went.push(section)} />
    </AnnouncerContext>,
  )
  expect(screen.getByText('Nobody else has written since you opened this page.')).toBeTruthy()
  act(() => {
    announcements.announce({ kind: 'joined', person: 'sam', name: 'Sam' })
    announcements.announce({ kind: 'changed', name: null, section: 'My health', place: 'my-health' })
  })
  const entries = screen.getAllByRole('listitem')
  expect(entries.map((entry) => entry.querySelector('span')?.textContent)).toEqual([
    'Someone changed My health.',
    'Sam joined.',
  ])
  for (const entry of entries) expect(entry.querySelector('time')?.textContent).toMatch(/^\d{1,2}:\d\d [ap]m$/)
  fireEvent.click(screen.getByRole('button', { name: 'Show me My health' }))
  expect(went).toEqual(['my-health'])
})
