import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Role } from '@withy/shared/access'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { onDesk, personOf } from '../../live/testing-desk.tsx'
import { TogetherBars, TogetherProvider, WaitingHere, WriteFor } from './together-slots.tsx'
import { IDLE } from './use-alone.ts'

afterEach(() => vi.unstubAllGlobals())

async function open(role: Role = 'contributor') {
  vi.stubGlobal('requestIdleCallback', (then: () => void) => queueMicrotask(then))
  const announcements = createAnnouncements()
  const desk = await onDesk(
    <AnnouncerContext value={announcements}>
      <TogetherProvider calm={false} goTo={() => {}}>
        <h1 tabIndex={-1}>The plan</h1>
        <ul>
          <li aria-label="Ben">
            <WriteFor person="ben" name="Ben" />
          </li>
          <li aria-label="Tom">
            <WriteFor person="tom" name="Tom" />
          </li>
        </ul>
        <TogetherBars />
        <div data-testid="covering">
          <WaitingHere />
        </div>
      </TogetherProvider>
    </AnnouncerContext>,
    { more: [personOf('tom', 'Tom')], role },
  )
  onTestFinished(() => desk.live.close())
  return {
    ...desk,
    type: () => act(() => void desk.doc.getText('living-map.have').insert(0, 'a')),
    /** What went to the server, from here on. */
    sent: () => desk.peer.order.splice(0),
    said: () => announcements.list().flatMap(({ notice }) => ('sentence' in notice ? notice.sentence : [])),
  }
}
const begin = () => screen.findByRole('button', { name: 'Write what they say: Tom' }, { timeout: 5_000 })
const bar = () => screen.queryByRole('region', { name: 'You write what Tom says.' })

it('[SYNC-161] somebody who may write says whose words they write, and all that follows is said to be theirs', async () => {
  const page = await open()
  const button = await begin()
  page.sent()
  fireEvent.click(button)
  // Before a word is written: others see it from then on.
  expect(page.sent()).toEqual(['for tom'])
  expect(page.said()[0]).toBe('You write what Tom says. The plan says: said by Tom, typed by you. Tom can see this.')
  expect(screen.getByTestId('covering').textContent).toBe('You write what Tom says.')
  screen.getByRole('button', { name: 'Stop writing what they say: Tom' })
  page.type()
  expect(page.sent()).toEqual(['update'])
  fireEvent.click(within(bar() as HTMLElement).getByRole('button', { name: 'Stop' }))
  expect(bar()).toBeNull()
  expect(page.said()[0]).toBe('You write your own words again.')
  expect(page.sent()).toEqual(['for '])
  page.type()
  expect(page.sent()).toEqual(['update'])
})

it('[SYNC-161] it ends after ten minutes without writing, and with the person’s place in the plan', async () => {
  const page = await open()
  const button = await begin()
  vi.useFakeTimers({ shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  fireEvent.click(button)
  await act(() => vi.advanceTimersByTimeAsync(IDLE - 1_000))
  page.type()
  await act(() => vi.advanceTimersByTimeAsync(IDLE - 1_000))
  expect(bar()).toBeTruthy()
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  expect(bar()).toBeNull()
  expect(page.said()[0]).toBe('You wrote nothing for 10 minutes. From now on you write your own words again.')
  fireEvent.click(button)
  page.peer.say({ type: 'not-typing-for', person: 'tom' })
  await waitFor(() => expect(bar()).toBeNull())
  expect(page.said()[0]).toBe('Tom is not in the plan any more. You write your own words again.')
})

it('[SYNC-161] nobody’s words are written in secret: they are told, and all see it in the list of people', async () => {
  const page = await open()
  await begin()
  page.peer.present(71, { person: 'ben', typesFor: 'me' })
  page.peer.present(72, { person: 'tom', typesFor: 'ben' })
  await within(screen.getByRole('listitem', { name: 'Ben' })).findByText('Ben writes what you say')
  await within(screen.getByRole('listitem', { name: 'Tom' })).findByText('Tom writes what Ben says')
  expect(page.said()).toEqual(['Ben writes what you say now. If you did not say it, you can say so below the words.'])
})

it('[SYNC-161] whoever may not write writes nobody’s words', async () => {
  const page = await open('viewer')
  page.peer.present(71, { person: 'ben', typesFor: 'tom' })
  await screen.findByText('Ben writes what Tom says', undefined, { timeout: 5_000 })
  expect(screen.queryByRole('button', { name: /Write what they say/ })).toBeNull()
})
