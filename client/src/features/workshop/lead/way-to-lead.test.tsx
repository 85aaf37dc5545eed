import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { inRoom } from '../testing-page.tsx'
import { deskOf } from '../testing-room.tsx'

it('[WORK-203] a facilitator has a way to what they lead with before what the step asks, and nobody else has', async () => {
  const { know } = await inRoom({ desk: deskOf() })
  const way = screen.getByRole('link', { name: 'Lead the room' })
  const [, id = ''] = way.getAttribute('href')?.split('#') ?? []
  const lead = document.getElementById(id)
  expect(lead?.textContent).toBe('Leading the room')
  expect(lead?.tabIndex).toBe(-1)
  const words = screen.getByRole('textbox', { name: 'Your idea' })
  expect(way.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  know({ desk: null })
  expect(screen.queryByRole('link', { name: 'Lead the room' })).toBeNull()
})
