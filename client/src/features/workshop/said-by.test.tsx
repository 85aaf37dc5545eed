import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { emptyTab } from '../../live/empty-tab.ts'
import { everyoneElse } from '../../live/here.ts'
import { personOf } from '../../live/testing-desk.tsx'
import { OfflineError } from '../../ui/reach.ts'
import { inRoom, seatOf } from './testing-page.tsx'

afterEach(() => emptyTab())

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const fill = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const anna = seatOf('me', 'Anna', { own: true })

it('[WORK-45] whose words are written is said by the field, and after each idea it is oneself again', async () => {
  const { take, peer, live, answer } = await inRoom({ more: [personOf('vi', 'Vi', 'viewer')] })
  act(() => {
    peer.present(7, { person: 'ben' })
    peer.present(8, { person: 'vi' })
  })
  const who = await screen.findByLabelText<HTMLSelectElement>('Who said it?')
  await waitFor(() => expect([...who.options].map(({ text }) => text)).toContain('Ben'))
  // Who may only read has no words here; whose phone sleeps has.
  expect([...who.options].map(({ text }) => text)).not.toContain('Vi')
  act(() => peer.present(7, null))
  await waitFor(() => expect(everyoneElse(live.awareness).map(({ person }) => person)).not.toContain('ben'))
  fireEvent.change(who, { target: { value: 'ben' } })
  expect(screen.getByText('You are writing for Ben.')).toBeTruthy()
  fill('Your idea', 'The ford')
  press('Put it in')
  await waitFor(() => expect(take).toHaveBeenLastCalledWith(expect.objectContaining({ saidBy: 'ben' })))
  await waitFor(() => expect(who.value).toBe('me'))
  expect(screen.queryByText(/You are writing for/)).toBeNull()
  fireEvent.change(who, { target: { value: 'ben' } })
  fill('Your idea', 'The weir')
  take.mockRejectedValueOnce(new OfflineError('away'))
  press('Put it in')
  expect(await screen.findByText(/It goes in by itself/)).toBeTruthy()
  await waitFor(() => expect(who.value).toBe('me'), { timeout: 5_000 })
  // Somebody without a device has a seat here from then on, and the next idea is not theirs.
  fireEvent.change(who, { target: { value: 'new' } })
  fill('Their name', 'Edith')
  fireEvent.change(screen.getByLabelText('Who are they here?'), { target: { value: 'care' } })
  expect(screen.getByText('You are writing for Edith.')).toBeTruthy()
  fill('Your idea', 'The bench')
  take.mockImplementation(async (said) => {
    if (said.do === 'bring') answer({ people: [anna, seatOf(said.id, 'Edith')] })
  })
  press('Put it in')
  await waitFor(() => expect(take).toHaveBeenLastCalledWith(expect.objectContaining({ words: 'The bench' })))
  await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Who said it?').value).toBe('me'))
})
