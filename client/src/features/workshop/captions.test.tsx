import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { LIMIT } from '@withy/shared/api'
import { afterEach, expect, it } from 'vitest'
import { RoomScreen } from './lead/room-screen.tsx'
import { inRoom } from './testing-page.tsx'
import { inRoom as inLeadRoom } from './testing-room.tsx'

afterEach(() => sessionStorage.clear())

it('[WORK-184] captions never stop: however much is typed or pasted the last words go, and what was typed stays', async () => {
  const { said } = await inLeadRoom(<RoomScreen />)
  const field = screen.getByLabelText<HTMLTextAreaElement>('Words along the foot of the room screen')
  const all = Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ')
  expect(field.maxLength).toBe(-1)
  fireEvent.change(field, { target: { value: all } })
  await waitFor(() => expect(said).toHaveLength(1), { timeout: 3_000 })
  const [first] = said
  const words = first?.do === 'caption' ? first.words : ''
  expect(words.length).toBeLessThanOrEqual(LIMIT.caption)
  expect(words.length).toBeGreaterThan(LIMIT.caption - 10)
  expect(words).toMatch(/^word\d+ .* word399$/)
  expect(field.value).toBe(all)
})

it('[WORK-184] @B13 whoever is at home, or cannot hear, has the captions on their own device, in a fold that stays as they left it', async () => {
  const { tell } = await inRoom()
  expect(screen.queryByText('What is being said')).toBeNull()
  tell({ caption: 'The ford floods' })
  const fold = () => screen.getByText('What is being said').closest('details')
  expect(fold()?.open).toBe(false)
  // A native fold: Enter and Space on its first line turn it on and off.
  expect(screen.getByText('What is being said').matches('details > summary:first-child')).toBe(true)
  expect(fold()?.textContent).toContain('The ford floods')
  act(() => {
    const opened = fold()
    if (opened) opened.open = true
  })
  await waitFor(() => expect(fold()?.open).toBe(true))
  fireEvent(fold() as Element, new Event('toggle'))
  tell({ caption: '' })
  tell({ caption: 'The bridge too', step: 'gather' })
  expect(fold()?.open).toBe(true)
  expect(fold()?.textContent).toContain('The bridge too')
  expect(fold()?.closest('[aria-live], [role=status]'), 'they are read where somebody wants them').toBeNull()
})
