import { fireEvent, renderHook, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useActivity } from '../../live/announcer-context.ts'
import { emptyTab } from '../../live/empty-tab.ts'
import { openLanguage, openTexts } from '../../text/language.ts'
import {
  agreementOf,
  answerOf,
  choose,
  draw,
  factsOf,
  kofi,
  petra,
  press,
  print,
  reading,
  rosa,
  roundOf,
  server,
  TELLS,
  write,
  yours,
} from './testing-agreement.tsx'

beforeEach(() => openTexts('agreement'))
afterEach(() => {
  vi.unstubAllGlobals()
  emptyTab()
})

const refused = (word: string) => Response.json({ refused: word, sentence: `No: ${word}` }, { status: 409 })

it('[AGREE-52] says to the words that were read; where they have changed it says so, shows what, keeps what was typed, and asks again', async () => {
  let figure = 1
  const kept = {
    round: roundOf({ answers: [answerOf('kofi', { answer: 'disagree', words: 'Too soon' })], answered: ['kofi'] }),
  }
  const sent = server(({ method, path, body }) => {
    if (method === 'PUT')
      return (body as { fingerprint: string }).fingerprint === print(figure)
        ? Response.json(kept)
        : refused('plan-changed')
    if (path.endsWith('/edition')) return Response.json(reading('I like the old garden.', 2))
    return Response.json(agreementOf(roundOf(), figure))
  })
  draw()
  choose('I do not agree, because')
  write('What do you not agree with, and why?', 'Too soon')
  figure = 2
  press('Give my answer')
  const changed = within(await screen.findByRole('region', { name: 'The words have changed since you read them' }))
  expect(changed.getByText('orchard', { selector: 'del', exact: false }).textContent).toBe('taken out: orchard (end) ')
  expect(changed.getByText('garden', { selector: 'ins', exact: false })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Give my answer' })).toBeNull()
  expect(screen.getByLabelText(/What do you not agree/)).toHaveProperty('value', 'Too soon')
  // Until it has been looked at, the page shows what was read.
  expect(screen.getByText('I like the orchard.')).toBeTruthy()
  press('I have read what changed')
  expect(screen.getByText('I like the old garden.')).toBeTruthy()
  press('Give my answer')
  await screen.findByText('Your answer is kept.')
  const [first, second] = sent.mock.calls.map(([, body]) => body)
  expect(first).toEqual({
    ...{ section: null, answer: 'disagree', words: 'Too soon', acting: null, advocate: '' },
    fingerprint: print(1),
  })
  expect(second).toEqual({ ...first, fingerprint: print(2) })
})

it('[AGREE-52] where the words are again as they were read, nothing says any more that what changed has to be looked at', async () => {
  let figure = 2
  server(({ method, path }) => {
    if (method === 'PUT') return refused('plan-changed')
    if (path.endsWith('/edition'))
      return Response.json(reading(figure === 1 ? 'I like the orchard.' : 'The lake.', figure))
    return Response.json(agreementOf(roundOf(), figure))
  })
  draw()
  choose('I agree')
  press('Give my answer')
  await screen.findByText('No: plan-changed')
  figure = 1
  press(TELLS)
  await screen.findByRole('button', { name: 'Give my answer' })
  expect(screen.queryByText('No: plan-changed')).toBeNull()
})

it('[AGREE-52] shows what changed as soon as the room tells of it, and says nothing where nothing did', async () => {
  let figure = 1
  const asked = vi.fn()
  server(({ path }) => {
    asked(path)
    return path.endsWith('/edition')
      ? Response.json(reading('I like the lake.', 2))
      : Response.json(agreementOf(roundOf(), figure))
  })
  draw()
  press(TELLS)
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
  expect(screen.queryByText('The words have changed since you read them')).toBeNull()
  figure = 2
  press(TELLS)
  await screen.findByRole('link', { name: 'See what changed' })
  expect(asked.mock.calls.flat()).toEqual(['/api/plans/p/agreement', '/api/plans/p/agreement', '/api/plans/p/edition'])
})

it('[A11Y-221] who gives no answer is told what is missing, with the focus at the first choice', () => {
  const told = renderHook(useActivity).result
  server(() => Response.json({}))
  draw()
  press('Give my answer')
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'I agree' }))
  const missing = { kind: 'done', sentence: 'Choose an answer first.' }
  expect(told.current.map(({ notice }) => notice).filter(({ kind }) => kind === 'done')).toEqual([missing])
})

it('[AGREE-53] asks for an answer, and for words where it is nothing without; keeps all of it until the server has it', async () => {
  let isAway = true
  const round = roundOf({
    answers: [answerOf('kofi', { answer: 'agree-with', words: 'Ask me first' })],
    answered: ['kofi'],
  })
  const sent = server(() => {
    if (isAway) throw new TypeError('no network')
    return Response.json({ round })
  })
  draw()
  press('Give my answer')
  screen.getByText('Choose an answer first.')
  choose('I agree, with this said')
  press('Give my answer')
  screen.getByText('Write a few words first.')
  expect(sent).not.toHaveBeenCalled()
  write('What do you want to add?', 'Ask me first')
  press('Give my answer')
  await screen.findByText(/^We cannot reach Withy just now/)
  expect(screen.getByLabelText(/What do you want to add/)).toHaveProperty('value', 'Ask me first')
  isAway = false
  press('Give my answer')
  await screen.findByText('Your answer is kept.')
  expect(yours().getByText('I agree, with this said')).toBeTruthy()
  expect(yours().getByText('Ask me first')).toBeTruthy()
})

it('[AGREE-53] [EXPORT-71] an answer can be changed, and taken back whatever was changed meanwhile', async () => {
  const mine = roundOf({ answers: [answerOf('kofi', { answer: 'stop', words: 'No' })], answered: ['kofi'] })
  const sent = server(() => Response.json({ round: roundOf() }))
  draw(kofi, mine)
  press('Change my answer')
  expect(screen.getByRole('radio', { name: 'Stop – not like this' })).toHaveProperty('checked', true)
  press('Leave it as it was')
  press('Take my answer back')
  await screen.findByText('Your answer is taken back.')
  choose('Stop – not like this')
  expect(screen.getByLabelText(/What must change/)).toHaveProperty('value', 'No')
  expect(sent.mock.calls[0]?.[1]).toMatchObject({ answer: null, words: '' })
})

it('[AGREE-53] what is chosen and typed is there again when the page is loaded anew, and not once it was given', async () => {
  const kept = roundOf({ answers: [answerOf('kofi', { answer: 'disagree', words: 'Too soon' })], answered: ['kofi'] })
  server(() => Response.json({ round: kept }))
  const { unmount } = draw()
  choose('I do not agree, because')
  write('What do you not agree with, and why?', 'Too soon')
  unmount()
  const again = draw()
  expect(screen.getByLabelText(/What do you not agree/)).toHaveProperty('value', 'Too soon')
  press('Give my answer')
  await screen.findByText('Your answer is kept.')
  again.unmount()
  draw()
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
})

it('[AGREE-53] what was said to earlier words is shown as that, and asked again', () => {
  server(() => refused('trouble'))
  draw(kofi, roundOf({ answers: [answerOf('kofi', { ofTheseWords: false, fingerprint: print(0) })] }))
  expect(yours().getByText(/^The words have changed since you answered/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Give my answer' })).toBeTruthy()
  // Nobody agrees to new words by pressing what is there.
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
})

it('[AGREE-55] shows who answered what, through whom, to which words; and what is hidden until the first word', async () => {
  const through = answerOf('rosa', {
    answer: 'more-time',
    words: 'After the choir',
    by: 'kofi',
    acting: 'supporter',
    advocate: 'Nia',
  })
  const { unmount } = draw(
    petra,
    roundOf({ answers: [through, answerOf('kofi', { ofTheseWords: false })], answered: ['rosa'] }),
  )
  const [first, second, third] = within(screen.getByRole('region', { name: 'Who has answered' })).getAllByRole(
    'listitem',
  )
  expect(first?.textContent).toBe(
    'RosaI need more timeAfter the choirKofi passed this on for themWith an advocate: NiaThey have not said themselves that this is right.',
  )
  expect(second?.textContent).toBe('KofiI agreeThis was said to earlier words. The plan has changed since.')
  expect(third?.textContent).toBe('PetraHas not answered yet')
  unmount()
  draw(petra, roundOf({ answered: ['kofi'], isWaiting: true }))
  screen.getByText('Answers are hidden until Rosa has answered.')
  expect(screen.getByText('Kofi').closest('li')?.textContent).toBe('KofiHas answered. You cannot see it yet.')
})

it('[AGREE-56] who answers for somebody sees both names first; a professional does not for the person; who has answered is left out', async () => {
  const sent = server(() => Response.json({ round: roundOf() }))
  const { unmount } = draw(kofi, roundOf({ answered: ['petra'] }))
  const options = within(screen.getByLabelText('Whose answer is it?')).getAllByRole('option')
  expect(options.map(({ textContent }) => textContent)).toEqual(['Choose a person', 'Rosa'])
  fireEvent.change(screen.getByLabelText('Whose answer is it?'), { target: { value: 'rosa' } })
  const form = within(screen.getByRole('button', { name: 'Give this answer for Rosa' }).closest('form') as HTMLElement)
  fireEvent.click(form.getByRole('radio', { name: 'I agree' }))
  form.getByText('Kofi passes on what Rosa says: “I agree”')
  press('Give this answer for Rosa')
  const kept = await screen.findByText('The answer for Rosa is kept.')
  await vi.waitFor(() => expect(document.activeElement).toBe(kept))
  expect(sent.mock.calls[0]?.[1]).toEqual({
    ...{ person: 'rosa', section: null, answer: 'agree', words: '', acting: 'supporter', advocate: '' },
    fingerprint: print(1),
  })
  unmount()
  draw(petra, roundOf({ answered: ['kofi'] }))
  expect(screen.queryByText('Answer for somebody')).toBeNull()
})

it('[A11Y-31] whoever goes on while the answer for somebody is on its way stays where they went', async () => {
  server(() => Response.json({ round: roundOf() }))
  draw()
  const whom = screen.getByLabelText('Whose answer is it?')
  fireEvent.change(whom, { target: { value: 'rosa' } })
  const give = screen.getByRole('button', { name: 'Give this answer for Rosa' })
  fireEvent.click(within(give.closest('form') as HTMLElement).getByRole('radio', { name: 'I agree' }))
  fireEvent.click(give)
  whom.focus()
  await screen.findByText('The answer for Rosa is kept.')
  expect(document.activeElement).toBe(whom)
})

it('[AGREE-56] the person reads who answered for them, and says that it is right', async () => {
  const through = answerOf('rosa', { answer: 'agree-with', words: 'With cake', by: 'kofi', acting: 'supporter' })
  const sent = server(() =>
    Response.json({ round: roundOf({ answers: [{ ...through, by: null, acting: null }], answered: ['rosa'] }) }),
  )
  draw(rosa, roundOf({ answers: [through], answered: ['rosa'] }))
  expect(yours().getByText('Kofi answered for you:')).toBeTruthy()
  press('That is right')
  await vi.waitFor(() => expect(screen.queryByText('Kofi answered for you:')).toBeNull())
  expect(sent.mock.calls[0]?.[1]).toMatchObject({ answer: 'agree-with', words: 'With cake', acting: null })
})

it('[AGREE-53] that an answer is kept is not said under a form that asks again', async () => {
  let figure = 1
  const kept = (more = {}) => roundOf({ answers: [answerOf('kofi', more)], answered: ['kofi'] })
  server(({ method, path }) => {
    if (method === 'PUT') return Response.json({ round: kept() })
    if (path.endsWith('/edition')) return Response.json(reading('I like the lake.', 2))
    return Response.json(agreementOf(kept({ ofTheseWords: false }), figure))
  })
  draw()
  choose('I agree')
  press('Give my answer')
  await screen.findByText('Your answer is kept.')
  figure = 2
  press(TELLS)
  await screen.findByText('The words have changed since you read them', { selector: 'h3' })
  expect(screen.queryByText('Your answer is kept.')).toBeNull()
})

it('[AGREE-54] [AGREE-57] one section can be answered where the round asks for that, in Welsh too', async () => {
  const sent = server(() => Response.json({ round: roundOf({ bySection: true }) }))
  await openLanguage('cy')
  draw(kofi, roundOf({ bySection: true }))
  const section = within(screen.getByText(/^Dweud rhywbeth am yr adran hon/).closest('details') as HTMLElement)
  fireEvent.click(section.getByRole('radio', { name: 'Rwy’n cytuno' }))
  fireEvent.click(section.getByRole('button', { name: 'Rhoi fy ateb' }))
  await section.findByText('Mae eich ateb wedi’i gadw.')
  expect(sent.mock.calls[0]?.[1]).toMatchObject({ section: 'most-important', answer: 'agree' })
})

it('[AGREE-58] who is not asked passes nothing on, unless they lead the plan', () => {
  const round = roundOf({ asked: ['rosa', 'petra'] })
  const { unmount } = draw(kofi, round)
  expect(screen.queryByText('Answer for somebody')).toBeNull()
  unmount()
  const leads = { ...kofi, role: 'facilitator' as const }
  draw(leads, round, { facts: factsOf(leads, 'support', [rosa, leads, petra]) })
  screen.getByText('Answer for somebody')
})

it('[AGREE-17] [AGREE-44] who took their answer back is offered to nobody to answer for, and the page says why', () => {
  draw(kofi, roundOf({ spoke: ['petra', 'kofi'] }))
  const options = within(screen.getByLabelText('Whose answer is it?')).getAllByRole('option')
  expect(options.map(({ textContent }) => textContent)).toEqual(['Choose a person', 'Rosa'])
  screen.getByText('These people have answered themselves. Only they can change that: Petra.')
  expect(screen.getByText('Petra').closest('li')?.textContent).toBe('PetraHas taken their answer back')
  expect(screen.getByText('Rosa', { selector: 'bdi' }).closest('li')?.textContent).toBe('RosaHas not answered yet')
})

it('[AGREE-9] [AGREE-49] a stop that stands from before is shown as that, and its person not as silent', () => {
  draw(rosa, roundOf({ answers: [answerOf('petra', { answer: 'stop' })], blocks: [{ why: 'stop', person: 'petra' }] }))
  screen.getByText('0 of 3 have said what they think of these words.')
  screen.getByText('This was said when people were asked before. It still stands.')
  screen.getByText('No answer now: Rosa, Kofi.')
})
