import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { StillHidden } from './still-hidden.tsx'
import { ideaOf, inRoom, stepOf } from './testing-page.tsx'
import * as lead from './testing-room.tsx'

afterEach(() => sessionStorage.clear())

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

it.each(['silent', 'pairs'] as const)(
  '[WORK-191] ideas shown in the middle of “%s” are there for all, and keep what one writes',
  async (kind) => {
    const step = stepOf(kind)
    const mine = ideaOf('i1', 'The ford', { step: kind })
    const { know, tell, answer } = await inRoom({ now: { steps: [step], step: kind }, mine: { ideas: [mine] } })
    fireEvent.change(screen.getByRole('textbox', { name: /^Your idea/ }), { target: { value: 'Half an' } })
    expect(screen.getByText(/^Nobody else sees it/)).toBeTruthy()
    know({ ideas: [mine, ideaOf('i2', 'The bench', { step: kind, by: 'Ben' })] })
    answer({ ideas: [{ ...mine, shown: true }] })
    tell({ steps: [{ ...step, shown: true }] })
    const all = within(screen.getByRole('heading', { name: 'All ideas' }).parentElement as HTMLElement)
    expect(all.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'The fordsaid by Anna · yours',
      'The benchsaid by Ben',
    ])
    expect(screen.getAllByText('The ford')).toHaveLength(1)
    expect(screen.queryByText(/^Nobody else sees it/)).toBeNull()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Your idea/ }).value).toBe('Half an')
  },
)

it('[WORK-191] an idea that is being changed when all are shown keeps its words', async () => {
  const mine = ideaOf('i1', 'The ford')
  const { know, tell, answer } = await inRoom({
    now: { steps: [stepOf('silent')], step: 'silent' },
    mine: { ideas: [mine] },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Change: The ford' }))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Change your idea' })
  fireEvent.change(field, { target: { value: 'The long ford' } })
  know({ ideas: [mine] })
  answer({ ideas: [{ ...mine, shown: true }] })
  tell({ steps: [SILENT] })
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Change your idea' }).value).toBe('The long ford')
})

it('[WORK-191] whoever leads is told in every step whose ideas the room went on without; others are not', async () => {
  const steps = [stepOf('silent'), stepOf('round')]
  const { said } = await lead.inRoom(<StillHidden step={stepOf('round')} />, { now: { steps, step: 'round' } })
  expect(screen.getByText('The ideas of “Write your ideas” are not shown yet.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^Show them/ }))
  expect(said).toEqual([{ do: 'show', step: 'silent' }])
  cleanup()
  await inRoom({ now: { steps, step: 'round' } })
  expect(screen.queryByText(/are not shown yet/)).toBeNull()
})

it.each(['fist', 'write'] as const)(
  '[WORK-192] what got the most dots stands where “%s” is, the most first',
  async (kind) => {
    const now = { steps: [stepOf(kind)], step: kind, chosen: { i1: 1, g: 4 } }
    await inRoom({ now, ideas, groups })
    const chosen = within(screen.getByRole('heading', { name: 'What got the most dots' }).parentElement as HTMLElement)
    expect(chosen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Safe crossings4 dots',
      'The ford1 dot',
    ])
  },
)
