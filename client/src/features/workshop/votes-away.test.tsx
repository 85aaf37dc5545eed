import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { RefusedError } from '../../api/send.ts'
import { emptyTab } from '../../live/empty-tab.ts'
import { OfflineError } from '../../ui/reach.ts'
import { ideaOf, inRoom, stepOf } from './testing-page.tsx'

afterEach(() => emptyTab())

const WAITS = /We will send it when you are back/
const LOST = /did not get there/
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))

/** A page that has lost its connection, and how it comes back. */
async function away(...given: Parameters<typeof inRoom>) {
  const room = await inRoom(...given)
  room.take.mockImplementation(async () => {
    throw new OfflineError('away')
  })
  room.peer.up = false
  act(() => room.peer.closeAll(1006))
  await waitFor(() => expect(room.live.link().is).toBe('lost'))
  const back = () => {
    room.take.mockClear()
    room.take.mockImplementation(async () => {})
    room.peer.up = true
  }
  return { ...room, back }
}

it('[WORK-131] a hand given without a connection goes once there is one: the newest, once', async () => {
  const { take, back } = await away({ now: { steps: [stepOf('fist')] } })
  choose('4: I like it.')
  expect(await screen.findByText(WAITS)).toBeTruthy()
  choose('2: I have a small worry.')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '2: I have a small worry.' }).checked).toBe(true)
  back()
  await waitFor(() => expect(take).toHaveBeenCalled(), { timeout: 5_000 })
  await waitFor(() => expect(screen.queryByText(WAITS)).toBeNull())
  expect(take.mock.calls).toEqual([[{ do: 'hand', step: 'fist', as: 'me', fingers: 2, late: true }]])
})

it('[WORK-131] dots add up while there is no connection, and go together', async () => {
  const ideas = [ideaOf('i1', 'The bench'), ideaOf('i2', 'The ford')]
  const steps = [stepOf('silent', { shown: true }), stepOf('dots')]
  const { take, back } = await away({ now: { steps, step: 'dots' }, ideas })
  press('Give a dot to: The bench')
  press('Give a dot to: The bench')
  press('Give a dot to: The ford')
  expect(await screen.findByText(WAITS)).toBeTruthy()
  back()
  await waitFor(() => expect(take).toHaveBeenCalled(), { timeout: 5_000 })
  await waitFor(() => expect(screen.queryByText(WAITS)).toBeNull())
  expect(take.mock.lastCall?.[0]).toEqual({ do: 'dots', step: 'dots', as: 'me', on: { i1: 2, i2: 1 }, late: true })
})

it('[WORK-131] what was given in a step the room has gone on from is not sent, and the person is told', async () => {
  const { take, tell, back } = await away({ now: { steps: [stepOf('fist'), stepOf('gather')] } })
  choose('4: I like it.')
  expect(await screen.findByText(WAITS)).toBeTruthy()
  tell({ step: 'gather' })
  back()
  expect(await screen.findByText(LOST, {}, { timeout: 5_000 })).toBeTruthy()
  expect(take).not.toHaveBeenCalled()
  press('I have read this')
  expect(screen.queryByText(LOST)).toBeNull()
})

it('[WORK-131] where only the server knows that the room has gone on, the person is told the same', async () => {
  const { take, back } = await away({ now: { steps: [stepOf('fist')] } })
  choose('4: I like it.')
  expect(await screen.findByText(WAITS)).toBeTruthy()
  back()
  take.mockRejectedValue(new RefusedError({ refused: 'room-went-on', sentence: 'The room has gone on.' }))
  expect(await screen.findByText(LOST, {}, { timeout: 5_000 })).toBeTruthy()
  expect(take).toHaveBeenCalledTimes(1)
})
