import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { WorkshopNow } from '@withy/shared/protocol'
import { useState } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { RefusedError } from '../../../api/send.ts'
import { deskOf, inRoom, nowOf, stepOf } from '../testing-room.tsx'
import { useRoom, WorkshopProvider } from '../use-workshop.ts'
import { whatChanged } from './others-changes.ts'
import { Prepare } from './prepare.tsx'

const STEPS = [stepOf('welcome'), stepOf('silent', { question: 'What is good here?' }), stepOf('closing')]
const prepare = <Prepare code={<p>The code</p>} cards={<p>The cards</p>} other={null} onOpened={() => {}} />
const NOW = { stage: 'preparing', steps: STEPS } as const
/** By its words and not by its role: on a page of so many fields that takes a tenth of the time, and the journey looks by role. */
const button = (name: string) =>
  screen.queryByLabelText(name, { selector: 'button' }) ?? screen.getByText(name, { selector: 'button' })
const press = (name: string) => fireEvent.click(button(name))
const type = (field: HTMLElement, value: string) => {
  fireEvent.change(field, { target: { value } })
  fireEvent.blur(field)
}

it('[PLAN-137] @B11 a question of ours is drawn in its own language, others in the plan’s', async () => {
  const ours = stepOf('dots', { question: 'Beth ddylem ei wneud yn gyntaf?', questionIn: 'cy' })
  await inRoom(prepare, { now: { stage: 'preparing', steps: [...STEPS, ours] } }, { lang: 'pl' })
  const langOf = (words: string) => screen.getByText(words, { selector: '.agenda-question' }).lang
  expect([langOf('Beth ddylem ei wneud yn gyntaf?'), langOf('What is good here?')]).toEqual(['cy', 'pl'])
})

let setNow: (change: (before: WorkshopNow) => WorkshopNow) => void
/** What somebody else did. */
const others = (change: (now: WorkshopNow) => Partial<WorkshopNow>) =>
  act(() => setNow((before) => ({ ...before, rev: before.rev + 1, ...change(before) })))

/** What the server waits for before it answers. */
let answers: Promise<unknown> = Promise.resolve()
beforeEach(() => {
  answers = Promise.resolve()
})

/** The page with a server that changes under it. */
function Changing() {
  const room = useRoom()
  const [now, set] = useState(room.now)
  setNow = set
  const steer = (said: Parameters<typeof room.steer>[0]) => room.steer(said).then(() => answers.then(() => {}))
  return <WorkshopProvider value={{ ...room, now, desk: deskOf(), steer }}>{prepare}</WorkshopProvider>
}
const prepared = (more: Partial<WorkshopNow> = {}) => inRoom(<Changing />, { now: { ...NOW, ...more } })

it('[WORK-135] while the room runs the page opens at the part somebody came for, and leads back in', async () => {
  history.replaceState(null, '', '#prepare-ready')
  await prepared({ stage: 'open' })
  expect(document.activeElement?.textContent).toBe('Ready for the day?')
  expect(screen.getByText('Go in', { exact: false, selector: 'a' }).getAttribute('href')).toBe('/plans/p/workshops/w')
  history.replaceState(null, '', location.pathname)
})

it('[WORK-195] a field that is too full says so and saves nothing; all that was written stays', async () => {
  const { said } = await prepared()
  const name = screen.getByLabelText<HTMLInputElement>('What is it called?')
  type(name, 'a'.repeat(123))
  expect(screen.getByText(/This is 3 letters too long/)).toBeTruthy()
  expect([name.value.length, said.filter(({ do: what }) => what === 'rename')]).toEqual([123, []])
  type(name, 'a'.repeat(120))
  await waitFor(() => expect(said.length).toBe(1))
})

it('[WORK-30] steps are added, changed, moved and taken out by buttons, each thing by itself', async () => {
  const { said } = await prepared()
  press('Change: Write your ideas')
  const step = screen.getByText('2. Write your ideas').closest('article') as HTMLElement
  expect(document.activeElement).toBe(within(step).getByLabelText('What happens in it?'))
  type(within(step).getByLabelText('What do you call it?'), ' Our strengths ')
  type(within(step).getByLabelText('How many minutes?'), '25')
  fireEvent.change(within(step).getByLabelText('Which part of the plan is it about?'), {
    target: { value: 'living-map' },
  })
  fireEvent.change(within(step).getByLabelText('What happens in it?'), { target: { value: 'pairs' } })
  press('Move up')
  await waitFor(() => expect(button('Take out').ariaDisabled).not.toBe('true'))
  press('Take out')
  fireEvent.change(screen.getByLabelText('Where does it go?'), { target: { value: 'welcome' } })
  press('Add this step')
  const change = (words: object, was: object) => ({ do: 'change-step', id: 'silent', step: words, was })
  const all = [
    change({ title: 'Our strengths' }, { title: '' }),
    change({ minutes: 25 }, { minutes: 10 }),
    change({ section: 'living-map' }, { section: null }),
    change({ kind: 'pairs' }, { kind: 'silent' }),
    { do: 'move-step', id: 'silent', way: 'up' },
    { do: 'remove-step', id: 'silent' },
  ]
  await waitFor(() => expect(said).toEqual(expect.arrayContaining(all)))
  expect(said).toContainEqual(expect.objectContaining({ do: 'add-step', after: 'welcome' }))
})

it('[WORK-30] what is no number is not sent, and it is said what to write', async () => {
  const { said } = await prepared()
  press('Change: Welcome')
  for (const words of ['0', '999', 'ten', '']) {
    type(screen.getByLabelText('How many minutes?'), words)
    expect(screen.getByText('Write a number from 1 to 240.')).toBeTruthy()
  }
  expect(said).toEqual([])
})

it('[WORK-30] how long it takes, when it ends and where a break is missing are said in words', async () => {
  await prepared({ steps: [stepOf('welcome', { minutes: 50 }), stepOf('silent', { minutes: 45 })] })
  expect(screen.getByText('All of it takes about 1 hour 35 minutes.')).toBeTruthy()
  expect(screen.getByText('It ends at about 11:35 am.')).toBeTruthy()
  const begins = screen.getByLabelText('If it begins at')
  fireEvent.change(begins, { target: { value: within(begins).getByText<HTMLOptionElement>('2:30 pm').value } })
  expect(screen.getByText('It ends at about 4:05 pm.')).toBeTruthy()
  expect(screen.getByText(/^People would sit too long here. Put a break before “Write your ideas”/)).toBeTruthy()
})

it('[WORK-31] words that could not be saved stay in their field, are said, and are brought back where they were folded away', async () => {
  const { said, server } = await prepared()
  server.refuses = new RefusedError({ refused: 'too-busy', sentence: 'Wait a moment.' })
  press('Change: Write your ideas')
  type(screen.getByLabelText('What do you ask?'), 'And what is hard?')
  press('Done')
  expect(await screen.findByText('Not saved yet. Wait a moment.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('What do you ask?').value).toBe('And what is hard?')
  server.refuses = null
  await waitFor(() => expect(button('Try again').closest('[hidden]')).toBeNull())
  press('Try again')
  await waitFor(() => expect(screen.queryByText(/Wait a moment/)).toBeNull())
  expect(said.at(-1)).toMatchObject({
    step: { question: 'And what is hard?' },
    was: { question: 'What is good here?' },
  })
})

it('[WORK-31] what another wrote in the same field is shown beside the own words, and one of them is chosen', async () => {
  const { said } = await prepared()
  const field = screen.getByLabelText<HTMLTextAreaElement>('What we can decide')
  const theirs = (decide: string) => others(({ ground }) => ({ ground: { ...ground, decide } }))
  theirs('The paint')
  expect(field.value).toBe('The paint')
  fireEvent.change(field, { target: { value: 'The paint and the seats' } })
  theirs('The paint, if it is green')
  fireEvent.blur(field)
  expect(said).toEqual([])
  expect(field.value).toBe('The paint and the seats')
  expect(screen.getByText('The paint, if it is green')).toBeTruthy()
  press('Keep mine')
  await waitFor(() =>
    expect(said).toEqual([
      { do: 'ground', ground: { decide: 'The paint and the seats' }, was: { decide: 'The paint, if it is green' } },
    ]),
  )
  theirs('The paint and the seats')
  expect(screen.queryByText('Keep mine')).toBeNull()
  fireEvent.change(field, { target: { value: 'Mine' } })
  theirs('Theirs')
  press('Take theirs')
  expect(field.value).toBe('Theirs')
})

it('[WORK-31] what is written while words are on their way goes after them, and is nobody else’s', async () => {
  const { said } = await prepared()
  let arrive = () => {}
  answers = new Promise<void>((done) => {
    arrive = done
  })
  const field = screen.getByLabelText<HTMLTextAreaElement>('What we can decide')
  type(field, 'The paint')
  type(field, 'The paint and the seats')
  expect(said).toHaveLength(1)
  arrive()
  others(({ ground }) => ({ ground: { ...ground, decide: 'The paint' } }))
  expect(screen.queryByText('Keep mine')).toBeNull()
  await waitFor(() => expect(said).toHaveLength(2), { timeout: 3_000 })
  expect(said[1]).toMatchObject({ ground: { decide: 'The paint and the seats' }, was: { decide: 'The paint' } })
})

it('[WORK-32] a step taken out can be put back; where another took it out, what was being written stays', async () => {
  const { said } = await prepared()
  press('Change: Write your ideas')
  fireEvent.change(screen.getByLabelText('What do you call it?'), { target: { value: 'Half a ti' } })
  others(({ steps }) => ({ steps: steps.filter(({ id }) => id !== 'silent') }))
  expect(screen.getByText('Taken out: Write your ideas. What was said in it is kept.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('What do you call it?').value).toBe('Half a ti')
  press('Put it back: Write your ideas')
  await waitFor(() => expect(said.at(-1)).toMatchObject({ do: 'add-step', id: 'silent', after: 'welcome' }))
  others(() => ({ steps: STEPS }))
  expect(screen.queryByText(/^Taken out/)).toBeNull()
})

it('[WORK-32] a step that was taken out before the page was opened can be put back too', async () => {
  const goneSteps = [{ step: stepOf('gather'), after: 'silent' }]
  const { said } = await inRoom(prepare, { now: NOW, desk: { goneSteps } })
  fireEvent.click(screen.getByText('1 step that was taken out'))
  press('Put it back: See all the ideas')
  await waitFor(() => expect(said).toMatchObject([{ do: 'add-step', id: 'gather', after: 'silent' }]))
})

it('[WORK-33] ground rules can begin with a ready-made list, and each tick of the readiness list goes by itself', async () => {
  const { said } = await prepared()
  press('Begin with a ready-made list')
  fireEvent.click(screen.getByText('People were told in good time'))
  fireEvent.click(screen.getByText('People wait until they are let in'))
  expect(said).toMatchObject([
    { do: 'ground', ground: { rules: expect.stringMatching(/^One person speaks at a time\.\n/) } },
    { do: 'ready', what: 'notice', on: true },
    { do: 'lobby', on: true },
  ])
})

it('[WORK-34] whoever does not facilitate reads what will happen, and has no tools', async () => {
  const ground = { ...nowOf().ground, decide: 'The paint' }
  for (const role of ['contributor', 'viewer'] as const) {
    const { unmount } = await inRoom(prepare, { now: { ...NOW, ground }, desk: null }, { role })
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Welcome',
      'Write your ideas',
      'Closing round',
    ])
    for (const words of ['What is good here?', 'The paint']) expect(screen.getByText(words)).toBeTruthy()
    for (const role of ['button', 'textbox', 'checkbox', 'combobox']) expect(screen.queryByRole(role)).toBeNull()
    unmount()
  }
})

it('[WORK-36] the room is opened with one button that says what will happen; where another is open there is the way to it', async () => {
  const onOpened = vi.fn()
  const other = { id: 'w2', title: 'The other one' }
  const page = <Prepare code={null} cards={null} other={other} onOpened={onOpened} />
  const { server } = await inRoom(page, { now: NOW })
  server.refuses = new RefusedError({ refused: 'workshop-open', sentence: 'Close that one first.' })
  expect(screen.getByText(/^People can then come in/)).toBeTruthy()
  expect(screen.getByText(/^5 things on the list .* are not ticked/)).toBeTruthy()
  expect(screen.getByText('Go to that workshop').getAttribute('href')).toBe('/plans/p/workshops/w2')
  press('Open the room')
  await screen.findByText('Close that one first.')
  expect(onOpened).not.toHaveBeenCalled()
  server.refuses = null
  press('Open the room')
  await waitFor(() => expect(onOpened).toHaveBeenCalled())
})

it('[WORK-31] what another facilitator did is told by what it was', () => {
  const before = nowOf({ steps: STEPS })
  const [welcome, silent, closing] = STEPS as [(typeof STEPS)[0], (typeof STEPS)[0], (typeof STEPS)[0]]
  const look = stepOf('look')
  const told = (steps: readonly (typeof STEPS)[0][]) => whatChanged(before, nowOf({ steps: [...steps] }))
  expect(told([welcome, look, silent, closing])).toEqual({ what: 'added', step: look })
  expect(told([welcome, closing])).toEqual({ what: 'taken-out', step: silent })
  expect(told([welcome, { ...silent, minutes: 5 }, closing]).what).toBe('changed')
  expect(told([silent, welcome, closing]).what).toBe('moved')
  expect(whatChanged(before, { ...before, rev: 2 })).toEqual({ what: 'other', step: null })
})
