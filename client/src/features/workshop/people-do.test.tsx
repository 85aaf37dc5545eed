import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Taking } from '@withy/shared/api'
import { STEP_KINDS } from '@withy/shared/protocol'
import { afterEach, expect, it } from 'vitest'
import { ideaOf, inRoom, seatOf, stepOf } from './testing-page.tsx'

afterEach(() => sessionStorage.clear())

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const fill = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const anna = seatOf('me', 'Anna', { own: true })
const edith = seatOf('edith', 'Edith', { voice: 'care' })
const result = { dots: null, hands: null, test: null, said: [] }

it('[WORK-45] [WORK-155] what one said another can type: somebody here with a device of their own, or a name without one', async () => {
  const { take, peer, answer } = await inRoom()
  act(() => peer.present(7, { person: 'ben' }))
  const who = await screen.findByLabelText<HTMLSelectElement>('Who said it?')
  await waitFor(() => expect([...who.options].map(({ text }) => text)).toContain('Ben'))
  fireEvent.change(who, { target: { value: 'ben' } })
  fill('Your idea', 'The ford')
  press('Put it in')
  await waitFor(() =>
    expect(take).toHaveBeenLastCalledWith(expect.objectContaining({ do: 'idea', words: 'The ford', saidBy: 'ben' })),
  )
  fireEvent.change(who, { target: { value: 'new' } })
  fill('Their name', 'Edith')
  fill('Your idea', 'The bench')
  press('Put it in')
  // Nobody's voice is chosen for them.
  expect((await screen.findByLabelText<HTMLSelectElement>('Who are they here?')).value).toBe('')
  await screen.findByText('Choose who they are first.')
  expect(take).toHaveBeenCalledTimes(1)
  fireEvent.change(screen.getByLabelText('Who are they here?'), { target: { value: 'carer' } })
  press('Put it in')
  await waitFor(() => expect(take).toHaveBeenCalledTimes(3))
  const brought = take.mock.calls[1]?.[0] as Extract<Taking, { do: 'bring' }>
  expect(brought).toMatchObject({ do: 'bring', name: 'Edith', voice: 'carer' })
  expect(take.mock.calls[2]?.[0]).toMatchObject({ do: 'idea', words: 'The bench', saidBy: brought.id })
  answer({ ideas: [ideaOf('i1', 'The ford', { by: 'Ben', typedBy: 'Anna' })] })
  expect(screen.getByText('said by Ben')).toBeTruthy()
})

it('[WORK-47] anybody asks what a word means, namelessly, and anybody explains it for all', async () => {
  const { take, tell } = await inRoom()
  press('What does that mean?')
  fill(/Which word/, 'co-production')
  press('Ask what it means')
  await waitFor(() =>
    expect(take).toHaveBeenCalledWith({ do: 'ask-meaning', id: expect.any(String), word: 'co-production' }),
  )
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Which word/ }).value).toBe(''))
  tell({ asked: [{ id: 'a1', word: 'co-production', meaning: null }] })
  press('Explain: co-production')
  fill('What does “co-production” mean?', 'We make it together.')
  press('Give this meaning')
  await waitFor(() =>
    expect(take).toHaveBeenLastCalledWith({ do: 'explain', id: 'a1', meaning: 'We make it together.' }),
  )
  tell({ asked: [{ id: 'a1', word: 'co-production', meaning: 'We make it together.' }] })
  expect(screen.getByRole('definition').textContent).toBe('We make it together.')
})

it('[WORK-125] words that are marked in what is shown are there to ask about; what somebody had begun to type stays', async () => {
  await inRoom({ now: { steps: [stepOf('silent', { question: 'Who keeps the commons  here?' })], step: 'silent' } })
  const ask = () => {
    const button = screen.getByRole('button', { name: 'What does that mean?' })
    fireEvent.pointerDown(button)
    // As a phone does: the mark goes before the press is one.
    getSelection()?.removeAllRanges()
    fireEvent.click(button)
  }
  const mark = (from: number, to: number) => {
    const [question] = screen.getByText(/Who keeps/).childNodes
    getSelection()?.setBaseAndExtent(question as Node, from, question as Node, to)
  }
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /Which word/ })
  mark(10, 27)
  ask()
  await waitFor(() => expect(field().value).toBe('the commons here'))
  fill(/Which word/, 'the common')
  press('Done')
  mark(0, 3)
  ask()
  expect(field().value).toBe('the common')
  fill(/Which word/, '')
  press('Done')
  ask()
  expect(field().value).toBe('')
})

it('[WORK-48] my ideas say what became of each, why, and where it went in the plan', async () => {
  const places = [{ box: 'living-map.have', item: null }]
  await inRoom({
    mine: {
      ideas: [
        ideaOf('i1', 'The bench', { shown: true, fate: 'not-yet', why: 'There is no money this year.' }),
        ideaOf('i2', 'The ford', { shown: true, fate: 'in-plan', places }),
        ideaOf('i3', 'The choir'),
      ],
    },
  })
  press('My ideas')
  const all = within(screen.getByRole('dialog', { name: 'My ideas' }))
  expect(all.getByText('Not yet. Because: There is no money this year.')).toBeTruthy()
  expect(all.getByRole('link', { name: 'Living map' }).getAttribute('href')).toBe('/plans/p#living-map')
  expect(all.getByText('The room has not seen it yet.')).toBeTruthy()
})

it('[WORK-151] whoever said what was put out of sight has their words, and is told', async () => {
  await inRoom({ mine: { ideas: [ideaOf('i1', 'Bench', { shown: true, hidden: true })] } })
  press('My ideas')
  const dialog = within(screen.getByRole('dialog', { name: 'My ideas' }))
  expect(dialog.getByText('Bench')).toBeTruthy()
  expect(dialog.getByText(/^A facilitator has put this idea out of sight/)).toBeTruthy()
  expect(dialog.queryByText('It has no answer yet.')).toBeNull()
})

it('[WORK-49] other words for mine stand beside mine, and only a press of mine takes them; mine are always there', async () => {
  const was = 'A place to sit'
  const idea = ideaOf('i1', 'Bench', { shown: true, isOffered: true, offered: was })
  const { take, answer } = await inRoom({ mine: { ideas: [idea] } })
  press('My ideas')
  const dialog = within(screen.getByRole('dialog', { name: 'My ideas' }))
  expect(dialog.getAllByText('Bench')).toHaveLength(2)
  expect(dialog.getByText('A place to sit')).toBeTruthy()
  press('Keep mine')
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'answer-wording', idea: 'i1', yes: false, was }))
  press('Use theirs')
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'answer-wording', idea: 'i1', yes: true, was }))
  answer({ ideas: [{ ...idea, offered: '', isOffered: false, reworded: 'A place to sit' }] })
  expect(dialog.getByText('Bench')).toBeTruthy()
  expect(dialog.getByText('Also said as: A place to sit')).toBeTruthy()
})

it('[WORK-50] [WORK-155] one device is a table: people are added by name and voice, and each has a vote and a light of their own', async () => {
  const { take, answer } = await inRoom({ now: { steps: [stepOf('fist')] } })
  press('Me')
  press('Add them')
  expect(screen.getByText('Write their name first.')).toBeTruthy()
  expect(screen.getByText('Choose who they are first.')).toBeTruthy()
  fill('Their name', 'Edith')
  fireEvent.change(screen.getByLabelText('Who are they here?'), { target: { value: 'care' } })
  press('Add them')
  await waitFor(() =>
    expect(take).toHaveBeenCalledWith({ do: 'bring', id: expect.any(String), name: 'Edith', voice: 'care' }),
  )
  press('Done')
  const vote = { step: 'fist', as: 'me', dots: null, fingers: 4, test: null, why: '' }
  answer({ people: [anna, edith], votes: [vote] })
  const hand = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })
  fireEvent.click(hand('Anna'))
  expect(hand('4: I like it.').checked).toBe(true)
  fireEvent.click(hand('Edith'))
  expect(hand('4: I like it.').checked).toBe(false)
  fireEvent.click(hand('2: I have a small worry.'))
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'hand', step: 'fist', as: 'edith', fingers: 2 }))
  press('Slow down')
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'light', as: 'edith', light: 'slow' }))
})

it('[WORK-50] the button beside somebody at a table says what it does, and not what has happened', async () => {
  const { take } = await inRoom({ mine: { people: [anna, edith] } })
  press(/^Writing for: /)
  press('Take Edith off this device')
  const asked = within(screen.getByRole('dialog', { name: 'Take Edith off this device?' }))
  fireEvent.click(asked.getByRole('button', { name: 'Take Edith off this device' }))
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'leave', as: 'edith' }))
})

it('[WORK-51] the card of how I communicate is shown for the day to those who lead, and taken back', async () => {
  const { take, myCard, answer } = await inRoom()
  press('Me')
  expect(screen.getByText('My card')).toBeTruthy()
  const needs = { ticks: ['large-text' as const], words: 'A seat near the door' }
  const [[kept, today] = []] = myCard.mock.calls
  expect(kept).toBeNull()
  await today?.(needs)
  expect(take).toHaveBeenCalledWith({ do: 'come-in', needs })
  answer({ needs })
  expect(myCard.mock.lastCall?.[0]).toEqual(needs)
  await myCard.mock.lastCall?.[1](null)
  expect(take).toHaveBeenLastCalledWith({ do: 'come-in', needs: null })
})

it('[WORK-53] whoever gave less than three is asked, once all hands are shown, what would have to change; their words are kept', async () => {
  const vote = { step: 'fist', as: 'me', dots: null, fingers: 2, test: null, why: '' }
  const { take, tell, answer } = await inRoom({ now: { steps: [stepOf('fist')] }, mine: { votes: [vote] } })
  expect(screen.queryByRole('textbox')).toBeNull()
  const shown = { steps: [stepOf('fist', { shown: true })], results: { ...result, hands: [0, 0, 1, 0, 3, 0] } }
  tell(shown)
  expect(screen.getByText('4, like it: 3 people')).toBeTruthy()
  fill('What would have to change for you?', 'A ramp')
  press('Tell the room')
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'say-why', step: 'fist', as: 'me', words: 'A ramp' }))
  answer({ votes: [{ ...vote, why: 'A ramp' }] })
  expect(await screen.findByText('We have your words.')).toBeTruthy()
  answer({ votes: [{ ...vote, fingers: 3 }] })
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('[WORK-54] the closing round asks each person three questions, one press each, and keeps the other answers', async () => {
  const vote = { step: 'closing', as: 'me', dots: null, fingers: null, why: '' }
  const test = { informed: 'helps' as const, confident: null, connected: null }
  const { take, tell } = await inRoom({
    now: { steps: [stepOf('closing')] },
    mine: { votes: [{ ...vote, test }] },
  })
  const more = within(screen.getByRole('group', { name: 'Do you know more people here?' }))
  fireEvent.click(more.getByRole('radio', { name: 'Not sure' }))
  await waitFor(() =>
    expect(take).toHaveBeenCalledWith({
      do: 'test',
      step: 'closing',
      as: 'me',
      answers: { ...test, connected: 'not-sure' },
    }),
  )
  tell({
    steps: [stepOf('closing', { shown: true })],
    results: { ...result, test: { informed: { helps: 5 }, confident: {}, connected: {} } },
  })
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByText('5 people')).toBeTruthy()
})

it('[WORK-135] what can be decided, what is decided already and how people work can be read again in every step', async () => {
  const said = {
    decide: 'The green',
    advise: '',
    cannot: 'The road',
    decided: 'The hall stays',
    rules: 'One at a time',
  }
  const { tell } = await inRoom({
    now: { steps: STEP_KINDS.map((kind) => stepOf(kind)), ground: { ...said, pay: '' } },
  })
  for (const step of STEP_KINDS) {
    tell({ step })
    for (const words of Object.values(said)) if (words) expect(screen.getByText(words)).toBeTruthy()
  }
})

it('[WORK-134] somebody passes or speaks later on their own device, for their own voice only', async () => {
  const round = (turn: 'now' | 'passed' | 'heard', isOne = true) => ({
    round: [
      { voice: 'resident' as const, turn, isOne },
      { voice: 'care' as const, turn: 'not-yet' as const, isOne: true },
    ],
  })
  const { take, tell } = await inRoom({ now: { steps: [stepOf('round')], ...round('now') } })
  expect(screen.getAllByRole('button', { name: 'Pass' })).toHaveLength(1)
  press('Speak later')
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'turn', step: 'round', as: 'me', turn: 'not-yet' }))
  press('Pass')
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'turn', step: 'round', as: 'me', turn: 'passed' }))
  tell(round('passed'))
  expect(screen.queryByRole('button', { name: 'Pass' })).toBeNull()
  press('Speak after all')
  await waitFor(() => expect(take).toHaveBeenLastCalledWith({ do: 'turn', step: 'round', as: 'me', turn: 'not-yet' }))
  tell(round('heard'))
  expect(screen.queryByRole('button', { name: /Pass|Speak/ })).toBeNull()
  tell(round('now', false))
  expect(screen.queryByRole('button', { name: /Pass|Speak/ })).toBeNull()
  expect(screen.getByText(/This turn is for everybody/)).toBeTruthy()
})

it('[WORK-136] whoever was in the closing round sees what it came to when the workshop is over', async () => {
  const { tell } = await inRoom({ now: { steps: [stepOf('break'), stepOf('closing')] } })
  const steps = [stepOf('break'), stepOf('closing', { shown: true })]
  tell({ stage: 'closed', steps, results: { ...result, test: { informed: { helps: 5 } } } })
  expect(screen.getByRole('heading', { name: 'How it was for us' })).toBeTruthy()
  expect(screen.getByText('5 people')).toBeTruthy()
})

it('[WORK-55] a call to look at a section is an offer beside what one is doing, and can be left', async () => {
  const { tell } = await inRoom()
  const field = screen.getByRole('textbox', { name: 'Your idea' })
  field.focus()
  fill('Your idea', 'The bench by')
  tell({ called: 'living-map' })
  expect(screen.getByText('A facilitator asks everyone to look at: Living map')).toBeTruthy()
  expect(document.activeElement).toBe(field)
  press('Look at it here')
  expect(screen.getByRole('heading', { name: 'Living map' })).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'Your idea' })).toBe(field)
  press('Close it')
  press('Not now')
  expect(screen.queryByText(/asks everyone to look/)).toBeNull()
  tell({ called: 'shared-power' })
  expect(screen.getByText(/asks everyone to look at: Shared power/)).toBeTruthy()
})

it('[WORK-162] dots on an idea that was put in a group count for the group, and those on a parked one can be taken back', async () => {
  const steps = [stepOf('silent', { shown: true }), stepOf('dots')]
  const ideas = [ideaOf('i1', 'Apples', { group: 'fruit' }), ideaOf('i2', 'The bus', { parked: true })]
  const groups = [{ id: 'fruit', step: 'silent', name: 'Fruit' }]
  const vote = { step: 'dots', as: 'me', dots: { i1: 1, i2: 2 }, fingers: null, test: null, why: '' }
  const { take } = await inRoom({
    now: { steps, step: 'dots' },
    ideas,
    groups,
    mine: { people: [anna], votes: [vote] },
  })
  const card = (words: string) => within(screen.getByText(words).closest('li') as HTMLElement)
  card('Fruit').getByText('1 dot')
  card('The bus').getByText('2 dots')
  fireEvent.click(card('The bus').getByRole('button', { name: /^Take/ }))
  await waitFor(() =>
    expect(take).toHaveBeenCalledWith({ do: 'dots', step: 'dots', as: 'me', on: { fruit: 1, i2: 1 } }),
  )
})
