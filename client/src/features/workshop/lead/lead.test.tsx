import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { FromPage } from '../from-page.ts'
import { ideaOf, inRoom, sat, stepOf } from '../testing-room.tsx'
import { Lead } from './lead.tsx'

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
/** Cards as another feature draws them: here whose they are and what was ticked. */
const drawCards: FromPage['drawCards'] = (cards) =>
  cards.map(({ person, card }) => <p key={person}>{`${person}: ${card.ticks.join(' ')} ${card.words}`}</p>)
const lead = <Lead cards={[]} drawCards={drawCards} />
const steps = [stepOf('welcome'), stepOf('silent'), stepOf('gather')]

describe('leading the room', () => {
  it('[WORK-60] goes on, back and to any step, from the step that was seen', async () => {
    const { said } = await inRoom(lead, { now: { steps, step: 'silent' } })
    press(/^Next step/)
    press('Back a step')
    press('Go here: Welcome')
    press(/^Show to everyone/)
    press('5 more minutes')
    expect(said).toEqual([
      { do: 'go', from: 'silent', to: 'gather' },
      { do: 'go', from: 'silent', to: 'welcome' },
      { do: 'go', from: 'silent', to: 'welcome' },
      { do: 'show', step: 'silent' },
      { do: 'more-time', step: 'silent', minutes: 5 },
    ])
    expect(screen.getByText('Step 2 of 3: Write your ideas')).toBeTruthy()
  })

  it('[WORK-66] asks before it closes, and says how many ideas are owed an answer', async () => {
    const { said } = await inRoom(lead, {
      now: { steps },
      ideas: [ideaOf('a', 'The orchard'), ideaOf('b', 'The mill', { fate: 'not-yet' })],
    })
    press('Close the workshop')
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.queryByText(/closing round/)).toBeNull()
    expect(dialog.getByText(/^1 idea still has no answer/)).toBeTruthy()
    fireEvent.click(dialog.getByRole('button', { name: 'Not yet' }))
    expect(said).toEqual([])
    press('Close the workshop')
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close the workshop' }))
    await waitFor(() => expect(said).toEqual([{ do: 'close' }]))
  })

  it('[WORK-136] says before it closes that the answers of the closing round are shown then', async () => {
    await inRoom(lead, { now: { steps: [...steps, stepOf('closing')] } })
    press('Close the workshop')
    expect(
      within(screen.getByRole('dialog')).getByText(
        /^Everybody then sees how many gave each answer in the closing round\./,
      ),
    ).toBeTruthy()
  })

  it('[WORK-62] lists who asks to stop first, and of those who has waited longest', async () => {
    const people = [
      sat('a', 'Abi', { light: 'agree', lightAt: 1 }),
      sat('b', 'Bo', { light: 'stop', lightAt: 9 }),
      sat('c', 'Cai', { light: 'stop', lightAt: 4 }),
      sat('d', 'Dee'),
    ]
    await inRoom(lead, { desk: { people } })
    const lit = within(screen.getByRole('region', { name: 'Who needs you' })).getAllByRole('listitem')
    expect(lit.map((one) => one.querySelector('span')?.textContent?.replace(/\W+/g, ' ').trim())).toEqual([
      'Cai Stop I have a question',
      'Bo Stop I have a question',
      'Abi I agree',
    ])
  })

  it('[WORK-201] lowers a card that has been answered, as it was seen', async () => {
    const { said } = await inRoom(lead, { desk: { people: [sat('b', 'Bo', { light: 'stop', lightAt: 9 })] } })
    press('Answered: Bo')
    await waitFor(() => expect(said).toEqual([{ do: 'answered', who: 'b', since: 9 }]))
  })

  it('[WORK-62] lets in one of those who wait, or all', async () => {
    const people = [sat('a', 'Abi', { waiting: true }), sat('b', 'Bo', { waiting: true }), sat('c', 'Cai')]
    const { said } = await inRoom(lead, { desk: { people } })
    press('Let in Bo')
    await waitFor(() => expect(said).toEqual([{ do: 'let-in', who: 'b' }]))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Let all 2 in' }).ariaDisabled).toBeNull())
    press('Let all 2 in')
    await waitFor(() => expect(said.slice(1)).toEqual(['a', 'b'].map((who) => ({ do: 'let-in', who }))))
  })

  it('[WORK-62] [A11Y-196] shows the cards for the day and those kept with the plan, one a person, and people by table', async () => {
    const people = [
      sat('a', 'Abi', { needs: { ticks: ['interpreter'], words: 'BSL please' } }),
      sat('t', 'Edith', { person: 'a', voice: 'carer' }),
    ]
    const cards = [
      { person: 'a', card: { ticks: ['breaks' as const], words: '' } },
      { person: 'z', card: { ticks: ['slow' as const], words: 'Please' } },
    ]
    await inRoom(<Lead cards={cards} drawCards={drawCards} />, { desk: { people } })
    expect(screen.getByText('a: interpreter BSL please')).toBeTruthy()
    expect(screen.getByText('z: slow Please')).toBeTruthy()
    expect(screen.queryByText(/breaks/)).toBeNull()
    expect(screen.getByRole('heading', { name: 'What people need' }).nextSibling?.textContent).toBe('2 people')
    expect(screen.getByText('2 together at one table')).toBeTruthy()
  })

  it('[WORK-152] takes out of the room, after asking, anybody but a facilitator', async () => {
    const people = [sat('me', 'Anna'), sat('ben', 'Ben'), sat('t', 'Edith', { person: 'ben', own: false })]
    const { said } = await inRoom(lead, { desk: { people } })
    expect(screen.queryByRole('button', { name: 'Take Anna out of the room' })).toBeNull()
    press('Take Edith out of the room')
    expect(screen.queryByText('Everyone else at their table goes too.')).toBeNull()
    press('Go back')
    press('Take Ben out of the room')
    const dialog = within(screen.getByRole('dialog', { name: 'Take Ben out of the room?' }))
    expect(dialog.getByText('Everyone else at their table goes too.')).toBeTruthy()
    expect(said).toEqual([])
    fireEvent.click(dialog.getByRole('button', { name: 'Take out' }))
    await waitFor(() => expect(said).toEqual([{ do: 'out', who: 'ben' }]))
  })

  it('[WORK-63] gives turns by voice', async () => {
    const now = {
      steps: [stepOf('round')],
      step: 'round',
      round: [{ voice: 'carer', turn: 'not-yet', isOne: true }],
    } as const
    const { said } = await inRoom(lead, { now: { ...now, steps: [...now.steps], round: [...now.round] } })
    const turn = within(screen.getByRole('group', { name: /^Family or unpaid carer/ }))
    fireEvent.click(turn.getByRole('button', { name: 'Passed' }))
    expect(said).toEqual([{ do: 'turn', step: 'round', voice: 'carer', turn: 'passed' }])
  })

  it('[WORK-60] moves people from alone to twos, fours and all', async () => {
    const { said } = await inRoom(lead, { now: { steps: [stepOf('pairs')], step: 'pairs' } })
    expect(screen.getByRole('button', { name: 'Alone' }).ariaPressed).toBe('true')
    press('In fours')
    expect(said).toEqual([{ do: 'stage', step: 'pairs', stage: 'fours' }])
  })

  it('[WORK-64] any facilitator takes the chair, without asking who has it', async () => {
    const { said } = await inRoom(lead, { now: { chair: 'Ben' }, desk: { chair: 'ben' } })
    expect(screen.getByText('Ben leads now.')).toBeTruthy()
    press('I will lead now')
    expect(said).toEqual([{ do: 'chair', person: 'me' }])
  })

  it('[WORK-135] what was prepared is in reach while the room runs: the list, what can be decided and how people work', async () => {
    await inRoom(lead, { now: { steps, step: 'silent' } })
    const links = ['Ready for the day?', 'What can be decided', 'How we work'].map((name) =>
      screen.getByRole('link', { name }).getAttribute('href'),
    )
    expect(links).toEqual(['ready', 'power', 'rules'].map((part) => `/plans/p/workshops/w/prepare#prepare-${part}`))
  })

  it('[WORK-61] a word that waits is explained, and stays in its field until the server has it', async () => {
    const asked = [{ id: 'q', word: 'commission', meaning: null }]
    const { said, server } = await inRoom(lead, { now: { asked } })
    const field = screen.getByLabelText<HTMLInputElement>('What does “commission” mean?')
    server.refuses = new TypeError('no network')
    fireEvent.change(field, { target: { value: 'To pay for a service' } })
    press('Tell everyone')
    await waitFor(() => expect(said).toEqual([{ do: 'explain', id: 'q', meaning: 'To pay for a service' }]))
    await screen.findByText(/^We cannot reach Withy/)
    expect(field.value).toBe('To pay for a service')
  })
})

describe('a facilitator’s notes', () => {
  it('[WORK-195] that are too long are not cut, say so, and go once they fit', async () => {
    const { said } = await inRoom(lead)
    const notes = screen.getByLabelText<HTMLTextAreaElement>('Only you see these')
    fireEvent.change(notes, { target: { value: 'a'.repeat(20_002) } })
    await screen.findByText(/This is 2 letters too long/)
    await screen.findByText(/Not kept yet/, {}, { timeout: 2_000 })
    expect(said).toEqual([])
    fireEvent.change(notes, { target: { value: 'a'.repeat(20_000) } })
    await waitFor(() => expect(said.length).toBe(1), { timeout: 2_000 })
  })

  it('[WORK-61] are kept as they are typed, and go again where the server did not take them', async () => {
    const { said, server, unmount } = await inRoom(lead)
    const notes = screen.getByLabelText<HTMLTextAreaElement>('Only you see these')
    server.refuses = new TypeError('no network')
    fireEvent.change(notes, { target: { value: 'Ask Rosa' } })
    await screen.findByText(/^Not kept yet/, undefined, { timeout: 3_000 })
    expect(JSON.parse(sessionStorage.getItem('withy.notes.w') ?? '')).toEqual({ words: 'Ask Rosa', was: '' })
    unmount()
    // The page that comes next finds the words on its shelf and sends them.
    server.refuses = null
    const next = await inRoom(lead)
    await waitFor(() => expect(next.said).toEqual([{ do: 'note', words: 'Ask Rosa', was: '' }]))
    await waitFor(() => expect(sessionStorage.getItem('withy.notes.w')).toBeNull())
    expect(said[0]).toEqual({ do: 'note', words: 'Ask Rosa', was: '' })
  })
})
