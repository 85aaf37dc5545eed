import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { RefusedError } from '../../api/send.ts'
import { OfflineError } from '../../ui/reach.ts'
import { draftsOf } from './drafts.ts'
import { ideaOf, inRoom, stepOf } from './testing-page.tsx'

afterEach(() => sessionStorage.clear())

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your idea' })
const write = (words: string) => {
  field().focus()
  fireEvent.change(field(), { target: { value: words } })
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const heading = () => screen.getByRole('heading', { level: 1 }).textContent

it('[WORK-40] words stay in the field until the server has them, and after it said no', async () => {
  const { take, workshop } = await inRoom()
  write('The orchard')
  take.mockRejectedValueOnce(new RefusedError({ refused: 'too-busy', sentence: 'Wait a little.' }))
  press('Put it in')
  expect(await screen.findByText('Wait a little.')).toBeTruthy()
  expect(field().value).toBe('The orchard')
  expect(JSON.parse(sessionStorage.getItem(`withy.drafts.${workshop}`) ?? '')['idea/silent'].words).toBe('The orchard')
  press('Put it in')
  await waitFor(() => expect(field().value).toBe(''))
  expect(take).toHaveBeenLastCalledWith(expect.objectContaining({ do: 'idea', words: 'The orchard', saidBy: 'me' }))
  expect(draftsOf(workshop)).toEqual({})
})

it('[WORK-41] what is put in without a connection goes once there is one, once, with the words as they are then', async () => {
  const { take, peer, live, tell } = await inRoom()
  write('The choir')
  take.mockRejectedValueOnce(new OfflineError('away'))
  peer.up = false
  act(() => peer.closeAll(1006))
  await waitFor(() => expect(live.link().is).toBe('lost'))
  press('Put it in')
  expect(await screen.findByText(/It goes in by itself/)).toBeTruthy()
  const first = take.mock.lastCall?.[0]
  // The room moves on meanwhile: what waits goes all the same.
  act(() => field().blur())
  tell({ step: 'gather' })
  expect(heading()).toBe('See all the ideas')
  peer.up = true
  await waitFor(() => expect(take).toHaveBeenCalledTimes(2), { timeout: 5_000 })
  expect(take.mock.lastCall?.[0]).toEqual(first)
})

it('[WORK-41] an answer that was lost makes no second idea, and newer words take the place of the first', async () => {
  const { take } = await inRoom()
  write('The choir')
  take.mockRejectedValueOnce(new OfflineError('away'))
  press('Put it in')
  await screen.findByText(/It goes in by itself/)
  const first = take.mock.lastCall?.[0]
  press('Change: The choir')
  write('The choir of the hall')
  press('Put it in')
  await waitFor(() => expect(field().value).toBe(''))
  const id = first && 'id' in first ? first.id : ''
  expect(take.mock.calls.slice(1).map(([said]) => said)).toEqual([
    { do: 'idea', id, step: 'silent', words: 'The choir of the hall', saidBy: 'me' },
    { do: 'change-idea', id, words: 'The choir of the hall' },
  ])
})

it('[WORK-42] the page follows the room, and its heading takes the focus; not from somebody who is writing', async () => {
  const { tell, take } = await inRoom()
  field().focus()
  tell({ step: 'gather' })
  expect(heading()).toBe('See all the ideas')
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  tell({ step: 'silent' })
  write('The bench by the')
  tell({ step: 'gather' })
  expect(heading()).toBe('Write your ideas')
  expect(document.activeElement).toBe(field())
  expect(screen.getByText(/The room has gone on to: See all the ideas/)).toBeTruthy()
  // Once it is in, nothing holds them here.
  press('Put it in')
  await waitFor(() => expect(heading()).toBe('See all the ideas'))
  expect(take).toHaveBeenCalledWith(expect.objectContaining({ step: 'silent', words: 'The bench by the' }))
})

it('[WORK-42] words of a step that was left are there when somebody comes back to it, also after the page was loaded anew', async () => {
  const { tell, workshop } = await inRoom()
  write('The bench')
  act(() => field().blur())
  tell({ step: 'gather' })
  expect(screen.queryByRole('textbox')).toBeNull()
  tell({ step: 'silent' })
  expect(field().value).toBe('The bench')
  vi.resetModules()
  const anew = await import('./drafts.ts')
  expect(anew.draftsOf(workshop)['idea/silent']?.words).toBe('The bench')
})

it('[WORK-42] a step that is taken out of the agenda while somebody writes in it stays for them', async () => {
  const { tell, take } = await inRoom()
  write('The bench')
  tell({ steps: [stepOf('gather')], step: 'gather' })
  expect(heading()).toBe('Write your ideas')
  press('Put it in')
  await waitFor(() => expect(heading()).toBe('See all the ideas'))
  expect(take).toHaveBeenCalledWith(expect.objectContaining({ step: 'silent', words: 'The bench' }))
})

it('[WORK-43] anybody can stay at a step or look at another, is told where the room is, and goes there by one press', async () => {
  const { tell } = await inRoom({ now: { steps: [stepOf('welcome'), stepOf('silent'), stepOf('gather')] } })
  press('Stay at this step')
  tell({ step: 'silent' })
  expect(heading()).toBe('Welcome')
  expect(screen.getByText(/The room is at: Write your ideas/)).toBeTruthy()
  press('See all the ideas')
  expect(heading()).toBe('See all the ideas')
  press('Go to where the room is')
  expect(heading()).toBe('Write your ideas')
  tell({ step: 'gather' })
  expect(heading()).toBe('See all the ideas')
})

it('[WORK-44] an idea can be changed or taken back until the room has seen it', async () => {
  const idea = ideaOf('i1', 'The bench')
  const { tell, take, answer } = await inRoom({ mine: { ideas: [idea] } })
  press('Change: The bench')
  const change = screen.getByRole('textbox', { name: 'Change your idea' })
  expect(document.activeElement).toBe(change)
  fireEvent.change(change, { target: { value: 'The long bench' } })
  press('Keep this change')
  await waitFor(() => expect(take).toHaveBeenCalledWith({ do: 'change-idea', id: 'i1', words: 'The long bench' }))
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Change your idea' })).toBeNull())
  press('Take back: The bench')
  press('Yes, take it back')
  await waitFor(() => expect(take).toHaveBeenCalledWith({ do: 'take-back', id: 'i1' }))
  answer({ ideas: [{ ...idea, shown: true }] })
  // Also in a step whose ideas all see as they are written, which is never shown by anybody.
  expect(screen.queryByRole('button', { name: /The bench|take it back/ })).toBeNull()
  tell({ steps: [stepOf('silent', { shown: true }), stepOf('gather')] })
  expect(screen.queryByRole('button', { name: /The bench|take it back/ })).toBeNull()
  expect(screen.getByText('The bench')).toBeTruthy()
})

it('[WORK-46] a traffic light is one press, in words and a shape; pressed again it goes off', async () => {
  const { take, answer } = await inRoom()
  press('Stop, I have a question')
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'light', as: 'me', light: 'stop' }))
  answer({ lights: { me: 'stop' } })
  const stop = screen.getByRole('button', { name: 'Stop, I have a question' })
  expect(stop.getAttribute('aria-pressed')).toBe('true')
  expect(stop.querySelector('path')?.getAttribute('d')).not.toBe(
    screen.getByRole('button', { name: 'Slow down' }).querySelector('path')?.getAttribute('d'),
  )
  fireEvent.click(stop)
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'light', as: 'me', light: null }))
})

it('[WORK-52] who opens the page of an open workshop is in it; in the lobby they are told, and can do nothing yet', async () => {
  const { take, answer } = await inRoom({ mine: { people: [] } })
  await waitFor(() => expect(take).toHaveBeenCalledWith({ do: 'come-in' }))
  answer({ people: [{ id: 'me', name: 'Anna', voice: 'resident', own: true, waiting: true }] })
  expect(screen.getByText('A facilitator will let you in soon.')).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Slow down' })).toBeNull()
  answer({ people: [{ id: 'me', name: 'Anna', voice: 'resident', own: true, waiting: false }] })
  expect(field()).toBeTruthy()
})

it('[WORK-52] who may only read looks on, and is told whom to ask', async () => {
  const { take } = await inRoom({ role: 'viewer', mine: { people: [] } })
  expect(screen.getByText(/ask a facilitator/)).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(take).not.toHaveBeenCalled()
})
