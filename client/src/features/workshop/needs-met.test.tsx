import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { RefusedError } from '../../api/send.ts'
import { Over } from './over.tsx'
import { inRoom as inPage, seatOf } from './testing-page.tsx'
import { deskOf, inRoom } from './testing-room.tsx'

const QUESTION = 'Did you get what you needed to take part?'
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const over = { now: { stage: 'closed' as const } }

it('[A11Y-198] whoever was there is asked once it is over, and answers only with an answer; their words stay until they are in', async () => {
  const refusal = new RefusedError({ refused: 'too-busy', sentence: 'A lot is happening here.' })
  const { take, answer } = await inPage({ ...over, refuses: [refusal] })
  const question = within(screen.getByRole('group', { name: QUESTION }))
  press('Send my answer')
  question.getByText('Choose an answer first.')
  expect(document.activeElement).toBe(question.getByRole('radio', { name: 'Yes' }))
  expect(take).not.toHaveBeenCalled()
  fireEvent.click(question.getByRole('radio', { name: 'Some of it' }))
  fireEvent.change(screen.getByLabelText('What would help next time?'), { target: { value: 'A quieter hall' } })
  press('Send my answer')
  await screen.findByText('A lot is happening here.')
  press('Send my answer')
  await screen.findByText(/^Thank you/)
  const met = { answer: 'partly' as const, words: 'A quieter hall' }
  expect(take).toHaveBeenLastCalledWith({ do: 'needs-met', met })
  answer({ met })
  press('Take my answer back')
  await screen.findByText('Your answer is gone.')
  expect(take).toHaveBeenLastCalledWith({ do: 'needs-met', met: null })
})

it('[A11Y-198] whoever only waited to be let in, or was not there, is not asked', async () => {
  const { answer } = await inPage({ ...over, mine: { people: [seatOf('me', 'Anna', { own: true, waiting: true })] } })
  expect(screen.queryByRole('group', { name: QUESTION })).toBeNull()
  answer({ people: [seatOf('edith', 'Edith')] })
  expect(screen.queryByRole('group', { name: QUESTION })).toBeNull()
  answer({ people: [seatOf('me', 'Anna', { own: true })] })
  expect(screen.getByRole('group', { name: QUESTION })).toBeTruthy()
})

it('[A11Y-198] those who lead read each answer by name, and no number of them', async () => {
  const met = [
    { person: 'ben', answer: 'no' as const, words: 'No interpreter came' },
    { person: 'me', answer: 'yes' as const, words: '' },
  ]
  await inRoom(<Over wayBack={null} />, { ...over, desk: deskOf({ met }) })
  const list = within(screen.getByRole('region', { name: 'Did people get what they needed?' }))
  expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'BenNoNo interpreter came',
    'AnnaYes',
  ])
  expect(list.queryByText(/\d|%/)).toBeNull()
  await waitFor(() => list.getByText(/^Only those who lead see this/))
})
