import { fireEvent, screen, waitFor } from '@testing-library/react'
import { GUEST } from '@withy/shared/api'
import { expect, it, vi } from 'vitest'
import * as api from '../api/people.ts'
import { onDesk } from '../live/testing-desk.tsx'
import { PlanSide } from './plan-side.tsx'

it('[AGREE-46] [A11Y-273] who has said no name says it where they read who is in the plan; the focus stays there', async () => {
  const change = vi.spyOn(api, 'changePerson').mockResolvedValue({})
  const side = <PlanSide shown="people" onClose={() => {}} narrow={false} />
  const { unmount } = await onDesk(side)
  await screen.findByText(/Anna/)
  expect(screen.queryByRole('textbox')).toBeNull()
  unmount()
  await onDesk(side, { me: { name: GUEST.en, cameBy: 'example' } })
  const field = await screen.findByRole('textbox', { name: /^Your name/ }, { timeout: 9_000 })
  expect(screen.getByText('You (no name yet)')).toBeTruthy()
  expect(screen.queryByText(GUEST.en)).toBeNull()
  const keep = screen.getByRole('button', { name: 'Keep my name' })
  fireEvent.click(keep)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(change).not.toHaveBeenCalled()
  fireEvent.change(field, { target: { value: ' Kim ' } })
  fireEvent.click(keep)
  await waitFor(() => expect(change).toHaveBeenCalledWith('p', 'me', { name: 'Kim' }))
  await waitFor(() => expect(document.activeElement?.contains(screen.getByText('You (no name yet)'))).toBe(true))
  expect(document.activeElement, 'where the list is').not.toBe(document.body)
}, 20_000)
