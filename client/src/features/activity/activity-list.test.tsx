import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { ActivityList } from './activity-list.tsx'

it('[A11Y-45] shows what happened at once, in words, newest first, with times', () => {
  const announcements = createAnnouncements()
  render(
    <AnnouncerContext value={announcements}>
      <ActivityList />
    </AnnouncerContext>,
  )
  expect(screen.getByText('Nobody else has written since you opened this page.')).toBeTruthy()
  act(() => {
    announcements.announce({ kind: 'joined', person: 'sam', name: 'Sam' })
    announcements.announce({ kind: 'changed', name: null, section: 'My health' })
  })
  const entries = screen.getAllByRole('listitem')
  expect(entries.map((entry) => entry.querySelector('span')?.textContent)).toEqual([
    'Someone changed My health.',
    'Sam joined.',
  ])
  for (const entry of entries) expect(entry.querySelector('time')?.textContent).toMatch(/^\d{1,2}:\d\d [ap]m$/)
})
