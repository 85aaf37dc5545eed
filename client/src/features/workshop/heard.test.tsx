import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { Ideas } from './lead/ideas.tsx'
import { ideaOf, inRoom, stepOf } from './testing-page.tsx'
import { inRoom as inLeadRoom, ideaOf as shownIdea } from './testing-room.tsx'

/** What a screen reader says by itself when it comes. */
const spoken = () => [...document.querySelectorAll('[role=status], output')].map((one) => one.textContent).join(' ')

it('[WORK-180] what others do is counted where it is read, and not spoken each time', async () => {
  const { tell } = await inRoom({ now: { steps: [stepOf('welcome'), stepOf('silent')] } })
  tell({ people: 17 })
  expect(screen.getByText(/17 people/)).toBeTruthy()
  expect(spoken()).not.toContain('17')
  tell({ step: 'silent', ideas: 23 })
  expect(screen.getByText(/23 ideas/)).toBeTruthy()
  expect(spoken()).not.toContain('23')
})

it('[WORK-180] answers that ideas have are read in their place; the one that is given is spoken', async () => {
  const steps = [stepOf('silent', { shown: true }), stepOf('gather')]
  const ideas = ['A pond', 'A mill'].map((words) =>
    shownIdea(words, words, { group: 'g', fate: 'not-yet', why: 'no money' }),
  )
  const groups = [{ id: 'g', step: 'silent', name: 'Water' }]
  const announcements = createAnnouncements()
  await inLeadRoom(
    <AnnouncerContext value={announcements}>
      <Ideas />
    </AnnouncerContext>,
    { now: { steps, step: 'gather' }, ideas, groups },
  )
  fireEvent.click(screen.getByRole('button', { name: 'Answer: Water' }))
  expect(screen.getAllByText(/because no money/)).not.toHaveLength(0)
  expect(spoken()).toBe('')
  fireEvent.click(screen.getByLabelText('Not possible'))
  fireEvent.click(screen.getByRole('button', { name: 'Tell them' }))
  await waitFor(() =>
    expect(announcements.list()).toMatchObject([{ notice: { kind: 'done', sentence: 'Not possible' } }]),
  )
})

it('[WORK-181] the headings beside other words for an idea come right below the title', async () => {
  await inRoom({
    mine: { ideas: [ideaOf('i1', 'Bench', { shown: true, isOffered: true, offered: 'A place to sit' })] },
  })
  fireEvent.click(screen.getByRole('button', { name: 'My ideas' }))
  const levels = within(screen.getByRole('dialog'))
    .getAllByRole('heading')
    .map(({ tagName }) => tagName)
  expect(levels).toEqual(['H2', 'H3', 'H3'])
})
