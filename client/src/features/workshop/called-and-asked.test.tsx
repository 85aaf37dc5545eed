import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { hearClock } from '../../api/server-clock.ts'
import { emptyTab } from '../../live/empty-tab.ts'
import { inRoom, stepOf } from './testing-page.tsx'

afterEach(() => {
  hearClock(new Response(null, { headers: { date: new Date().toUTCString() } }))
  emptyTab()
})

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

it('[WORK-55] a section that is called to again is offered again, also to who said “not now”', async () => {
  const { tell } = await inRoom()
  tell({ called: 'living-map' })
  press('Not now')
  expect(screen.queryByRole('button', { name: 'Not now' })).toBeNull()
  tell({ called: null })
  tell({ called: 'living-map' })
  expect(screen.getByRole('button', { name: 'Not now' })).toBeTruthy()
})

it('[WORK-173] whose explanation came second keeps it to copy, beside what the other wrote', async () => {
  const { tell } = await inRoom({ now: { asked: [{ id: 'q', word: 'commons', meaning: null }] } })
  press(/What does that mean/)
  press('Explain: commons')
  const mine = screen.getByRole('textbox', { name: /commons/ })
  fireEvent.change(mine, { target: { value: 'Land for all' } })
  tell({ asked: [{ id: 'q', word: 'commons', meaning: 'Shared land' }] })
  expect(screen.getByText('Somebody else has explained “commons”. It says: Shared land')).toBeTruthy()
  expect(screen.getByText('Land for all')).toBeTruthy()
  press('Put my words for “commons” away')
  expect(screen.queryByText('Land for all')).toBeNull()
})

it('[WORK-174] how long a step still is goes by the clock of the server, whatever that of the phone says', async () => {
  const theirs = Date.now() + 3 * 3_600_000
  hearClock(new Response(null, { headers: { date: new Date(theirs).toUTCString() } }))
  const step = stepOf('silent', { minutes: 10 })
  const { tell } = await inRoom({ now: { steps: [step], since: theirs } })
  expect(screen.getByText(/10 minutes/)).toBeTruthy()
  tell({ since: theirs - 6 * 60_000 })
  expect(screen.getByText(/4 minutes/)).toBeTruthy()
})
