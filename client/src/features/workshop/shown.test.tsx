import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { StillHidden } from './still-hidden.tsx'
import { ideaOf, inRoom, stepOf } from './testing-page.tsx'
import * as lead from './testing-room.tsx'

const SILENT = stepOf('silent', { shown: true })
const PAIRS = stepOf('pairs', { title: 'In twos' })
const ideas = [ideaOf('i1', 'The ford'), ideaOf('i2', 'The bench', { group: 'g' })]
const groups = [{ id: 'g', step: 'silent', name: 'Safe crossings' }]

it('[WORK-190] a vote is on all that is shown, whichever step it came from, and says whose ideas are not', async () => {
  const { know, take, tell } = await inRoom({
    now: { steps: [SILENT, PAIRS, stepOf('dots')], step: 'dots' },
    ideas,
    groups,
  })
  expect(screen.getByText('The ford')).toBeTruthy()
  expect(screen.getByText('The ideas of “In twos” are not shown yet.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Give a dot to: Safe crossings' }))
  await waitFor(() => expect(take).toHaveBeenCalled())
  know({ ideas: [...ideas, ideaOf('i3', 'The choir', { step: 'pairs' })] })
  tell({ steps: [SILENT, { ...PAIRS, shown: true }, stepOf('dots')] })
  expect(screen.getByText('The choir')).toBeTruthy()
  expect(screen.queryByText(/are not shown yet/)).toBeNull()
})

it('[WORK-190] whoever leads shows them there', async () => {
  const { said } = await lead.inRoom(<StillHidden step={stepOf('dots')} />, {
    now: { steps: [SILENT, PAIRS, stepOf('dots')], step: 'dots' },
  })
  const row = screen.getByText('The ideas of “In twos” are not shown yet.').parentElement as HTMLElement
  fireEvent.click(within(row).getByRole('button', { name: 'Show them: the ideas of “In twos”' }))
  expect(said).toEqual([{ do: 'show', step: 'pairs' }])
})
