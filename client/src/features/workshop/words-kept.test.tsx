import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { RefusedError } from '../../api/send.ts'
import { emptyTab } from '../../live/empty-tab.ts'
import { OfflineError } from '../../ui/reach.ts'
import { ideaOf, inRoom } from './testing-page.tsx'

afterEach(() => {
  vi.useRealTimers()
  emptyTab()
})

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your idea' })
const write = (words: string) => {
  field().focus()
  fireEvent.change(field(), { target: { value: words } })
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const heading = () => screen.getByRole('heading', { level: 1 }).textContent
const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const refused = (refused: 'too-busy' | 'not-in-room' | 'workshop-full', sentence: string) =>
  new RefusedError({ refused, sentence })

/** Fake time from here on, without the room's own moving on. */
const quickly = () => vi.useFakeTimers({ shouldAdvanceTime: true })

it('[WORK-195] a field takes all that is pasted, says how much is too long, and sends nothing of it until it fits', async () => {
  const { take } = await inRoom()
  write('a'.repeat(2_001))
  expect(field().maxLength).toBe(-1)
  expect(screen.getByText(/This is 1 letter too long/)).toBeTruthy()
  press('Put it in')
  expect(field().validationMessage).toMatch(/Everything you wrote is still here/)
  expect(take.mock.calls.filter(([said]) => said.do === 'idea')).toEqual([])
  expect(field().value.length).toBe(2_001)
  write('a'.repeat(2_000))
  expect(screen.queryByText(/too long/)).toBeNull()
  press('Put it in')
  await waitFor(() => expect(take.mock.calls.filter(([said]) => said.do === 'idea').length).toBe(1))
})

it('[WORK-41] an idea that was lost while the page stayed connected goes again by itself, also from a server with too much to do', async () => {
  quickly()
  const { take, live } = await inRoom()
  write('The choir')
  take.mockRejectedValueOnce(new OfflineError('away'))
  press('Put it in')
  expect(await screen.findByText(/It goes in by itself/)).toBeTruthy()
  expect(live.link().is).toBe('open')
  take.mockRejectedValueOnce(refused('too-busy', 'Wait a little.'))
  await later(4_100)
  await later(4_100)
  const ideas = take.mock.calls.map(([said]) => said).filter((said) => said.do === 'idea')
  expect(ideas.length).toBeGreaterThan(2)
  expect(new Set(ideas.map((said) => JSON.stringify(said))).size).toBe(1)
  expect(field().value).toBe('')
})

it('[WORK-196] without a connection each idea waits by itself, goes by itself, and can be had back to write on', async () => {
  quickly()
  const { take } = await inRoom()
  const put = async (words: string) => {
    write(words)
    take.mockRejectedValueOnce(new OfflineError('away'))
    press('Put it in')
    await waitFor(() => expect(field().value).toBe(''))
  }
  await put('The choir')
  await put('The orchard')
  expect(screen.getByText(/Your 2 ideas are kept here/)).toBeTruthy()
  press('Change: The choir')
  expect(field().value).toBe('The choir')
  // What is written there is not lost for the other one.
  expect(screen.queryByRole('button', { name: 'Change: The orchard' })).toBeNull()
  await put('The choir and the band')
  take.mockClear()
  await later(4_100)
  const went = take.mock.calls.map(([said]) => said).filter((said) => said.do === 'idea' || said.do === 'change-idea')
  expect(went.map((said) => 'words' in said && said.words)).toEqual(['The orchard', 'The choir and the band'])
  expect(screen.queryByText(/kept here/)).toBeNull()
})

it('[WORK-41] an idea that waited and is refused is told of, with what to do, and its words stay', async () => {
  quickly()
  const { take } = await inRoom()
  write('The choir')
  take.mockRejectedValueOnce(new OfflineError('away'))
  take.mockRejectedValueOnce(refused('not-in-room', 'Come in first.'))
  press('Put it in')
  await later(4_100)
  expect(screen.getByText(/did not go in\. Come in first\. .*in the step: Write your ideas/)).toBeTruthy()
  expect(field().value).toBe('The choir')
  press('I have read this')
  expect(screen.queryByText(/Come in first/)).toBeNull()
})

it('[WORK-42] [WORK-170] a room that closes takes no field from somebody who writes; they go on by one press, with their words to copy', async () => {
  const { tell } = await inRoom({ mine: { ideas: [ideaOf('i1', 'The bench')] } })
  write('The orchard by')
  const before = field()
  tell({ stage: 'closed' })
  expect(field()).toBe(before)
  expect(document.activeElement).toBe(before)
  expect(screen.getByText(/Ideas cannot go in now/)).toBeTruthy()
  press('Go on')
  expect(heading()).toBe('Our hall')
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  expect(screen.getByRole('heading', { name: 'These words did not go in' }).closest('section')?.textContent).toContain(
    'The orchard by',
  )
})

it('[WORK-170] who does not write is at the end at once, and words that are in are no loss', async () => {
  const { tell, take, answer } = await inRoom()
  write('The choir')
  take.mockRejectedValueOnce(new OfflineError('away'))
  press('Put it in')
  await screen.findByText(/It goes in by itself/)
  const sent = take.mock.calls.map(([said]) => said).find((said) => said.do === 'idea')
  act(() => field().blur())
  take.mockRejectedValue(new OfflineError('away'))
  tell({ stage: 'closed' })
  expect(heading()).toBe('Our hall')
  expect(screen.getByText('The choir')).toBeTruthy()
  // It had arrived after all: only the answer was lost.
  answer({ ideas: [ideaOf(sent && 'id' in sent ? sent.id : '', 'The choir')] })
  expect(screen.queryByRole('heading', { name: 'These words did not go in' })).toBeNull()
})

it('[WORK-52] who cannot come in is told why, and is asked for again', async () => {
  quickly()
  const { take, answer } = await inRoom({
    mine: { people: [] },
    refuses: [new OfflineError('away'), refused('workshop-full', 'The room is full.')],
  })
  expect(await screen.findByText(/You are not in the room yet/)).toBeTruthy()
  await later(5_100)
  expect(screen.getByText(/The room is full\./)).toBeTruthy()
  press('Try again')
  await waitFor(() => expect(take).toHaveBeenCalledTimes(3))
  answer({ people: [{ id: 'me', name: 'Anna', voice: 'resident', own: true, waiting: false }] })
  expect(screen.queryByText(/not in the room yet/)).toBeNull()
})
