import { act, render, screen, waitFor } from '@testing-library/react'
import { buildPlan } from '@withy/shared/testing'
import { expect, it } from 'vitest'
import { onDesk } from '../../../live/testing-desk.tsx'
import { EasyReadSlot } from './easy-read-slot.tsx'

it('[EASY-20] a plan that is only read has its easy words at once, then with pictures and whether they were checked', async () => {
  const plan = buildPlan('area', { easy: { place: [{ words: 'It is by the mill.', picture: 'home' }] } })
  const { container } = render(<EasyReadSlot planId="p" plan={plan} section="place" />)
  expect(screen.getByText('It is by the mill.')).toBeTruthy()
  await screen.findByText('Not checked yet.', {}, { timeout: 10_000 })
  expect(screen.getByText('It is by the mill.')).toBeTruthy()
  expect(container.querySelector('img')?.getAttribute('src')).toMatch(/home.*\.svg/)
})

it('[EASY-20] a section without any has nothing of them', () => {
  const { container } = render(<EasyReadSlot planId="p" plan={buildPlan('area')} section="place" />)
  expect(container.textContent).toBe('')
})

it('[EASY-53] @B12 a plan that is only read, and the screen of a room, show its photos with what they show', async () => {
  const picture = `photo:${'x'.repeat(43)}`
  const rows = [{ words: 'Beth rings on Sundays.', picture, 'photo-words': 'My sister Beth' }]
  const plan = buildPlan('area', { easy: { place: rows } })
  render(<EasyReadSlot planId="p" plan={plan} section="place" />)
  const photo = await screen.findByRole('img', { name: 'My sister Beth' })
  expect(photo.getAttribute('src')).toBe(`/api/plans/p/photos/${'x'.repeat(43)}`)
})

it('[EASY-58] a photo that somebody takes away goes from the screen of a room at once', async () => {
  const picture = `photo:${'w'.repeat(43)}`
  const rows = [{ words: 'Beth rings on Sundays.', picture, 'photo-words': 'My sister Beth' }]
  const plan = buildPlan('area', { easy: { place: rows } })
  const { live, peer } = await onDesk(null)
  render(<EasyReadSlot planId="p" live={live} plan={plan} section="place" />)
  await screen.findByRole('img', { name: 'My sister Beth' }, { timeout: 10_000 })
  act(() => peer.say({ type: 'photo-removed', photo: 'w'.repeat(43) }))
  await waitFor(() => expect(screen.queryByRole('img')).toBeNull())
  expect(screen.getByText('My sister Beth').hidden).toBe(false)
})
