import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
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
afterEach(() => vi.unstubAllGlobals())

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
  write('What do you want to be said with it?', 'Ask me first')
  press('Give my answer')
  await screen.findByText(/^We cannot reach Withy just now/)
  expect(screen.getByLabelText(/What do you want to be said/)).toHaveProperty('value', 'Ask me first')
  isAway = false
  press('Give my answer')
  await screen.findByText('Your answer is kept.')
  expect(yours().getByText('I agree, with this said')).toBeTruthy()
  expect(yours().getByText('Ask me first')).toBeTruthy()
})

it('[AGREE-53] an answer can be changed, and taken back whatever was changed meanwhile', async () => {
  const mine = roundOf({ answers: [answerOf('kofi', { answer: 'stop', words: 'No' })], answered: ['kofi'] })
  const sent = server(() => Response.json({ round: roundOf() }))
  draw(kofi, mine)
  press('Change my answer')
  expect(screen.getByRole('radio', { name: 'Stop – not like this' })).toHaveProperty('checked', true)
  press('Leave it as it was')
  press('Take my answer back')
  await screen.findByText('Your answer is taken back.')
  expect(sent.mock.calls[0]?.[1]).toMatchObject({ answer: null, words: '' })
})

it('[AGREE-53] what was said to earlier words is shown as that, and asked again', () => {
  server(() => refused('trouble'))
  draw(kofi, roundOf({ answers: [answerOf('kofi', { ofTheseWords: false, fingerprint: print(0) })] }))
  expect(yours().getByText(/^The words have changed since you answered/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Give my answer' })).toBeTruthy()
})

it('[AGREE-54] the person asks: everybody has a tick, by voice; who decides for a person who cannot is asked for', async () => {
  const sent = server(() => Response.json({ round: roundOf() }))
  draw(rosa, null)
  screen.getByText(/sections are still empty$/)
  for (const voice of ['The person this plan is about', 'Supporter or advocate', 'Professional'])
    screen.getByRole('group', { name: voice })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Petra' }))
  choose('No, somebody decides for them')
  press('Ask everyone to agree')
  const missing = screen.getByRole('alert')
  expect(
    within(missing)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Choose who decides for the person.', 'Type the name of who decides.'])
  choose(/^As their deputy/)
  write('Their name', 'Mair Evans')
  press('Ask everyone to agree')
  await screen.findByRole('heading', { name: 'Who has answered' })
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds', {
    ...{ asked: ['rosa', 'kofi'], onDisagreement: 'record', bySection: false },
    decides: { acting: 'deputy', name: 'Mair Evans', words: '' },
  })
})

it('[AGREE-54] others read that nobody has asked yet, and whom the plan waits for', () => {
  draw(kofi, null).unmount()
  const alone = factsOf(kofi, 'support', [kofi, petra])
  const { unmount } = draw(kofi, null, { facts: alone })
  screen.getByText(/^It is the plan of the person it is about\..* They are not here yet/)
  expect(screen.queryByRole('button', { name: 'Ask everyone to agree' })).toBeNull()
  unmount()
  draw(kofi, null)
  screen.getByText('Rosa has not asked yet.')
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
    'RosaI need more timeAfter the choirKofi passed this on for themWith an advocate: Nia',
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
  await screen.findByText('The answer for Rosa is kept.')
  expect(sent.mock.calls[0]?.[1]).toEqual({
    ...{ person: 'rosa', section: null, answer: 'agree', words: '', acting: 'supporter', advocate: '' },
    fingerprint: print(1),
  })
  unmount()
  draw(petra, roundOf({ answered: ['kofi'] }))
  expect(screen.queryByText('Answer for somebody')).toBeNull()
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

it('[AGREE-57] says what stands in the way, and offers no sealing over the person’s stop', () => {
  const blocks = [{ why: 'person-stop', person: 'rosa' } as const]
  const { unmount } = draw(rosa, roundOf({ blocks }))
  screen.getByText('You said stop. Nothing is sealed until you give another answer.')
  unmount()
  draw({ ...kofi, role: 'owner' }, roundOf({ blocks }), {
    facts: factsOf(kofi, 'support', [rosa, { ...kofi, role: 'owner' }]),
  })
  screen.getByText('Rosa said stop. It is their plan, so it stops here. Ask what must change.')
  expect(screen.queryByRole('button', { name: /^Seal/ })).toBeNull()
})

it('[AGREE-57] sealing asks first, says what will happen, and asks why where it goes on over a stop', async () => {
  const sent = server(() => Response.json({ number: 3 }))
  const onSealed = vi.fn()
  draw(rosa, roundOf({ blocks: [{ why: 'stop', person: 'petra' }], answered: ['rosa'] }), { onSealed })
  press('Seal it all the same')
  const dialog = within(screen.getByRole('dialog'))
  dialog.getByText(/^2 people have not answered these words/)
  fireEvent.change(dialog.getByLabelText(/^Why do you go on/), { target: { value: 'We spoke with her' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Seal it now' }))
  await vi.waitFor(() => expect(onSealed).toHaveBeenCalledWith(3))
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds/r/seal', {
    fingerprint: print(1),
    wentOn: 'We spoke with her',
  })
})

it('[AGREE-57] who is not the owner seals nothing; who came later is asked with one press', async () => {
  const { unmount } = draw(kofi, roundOf({ asked: ['rosa', 'petra'] }))
  screen.getByText('You are not asked this time. You can read the words.')
  expect(screen.queryByRole('button', { name: /^(Seal|Stop asking|Ask )/ })).toBeNull()
  unmount()
  const sent = server(() => Response.json({ round: roundOf() }))
  draw(rosa, roundOf({ asked: ['rosa', 'petra'] }))
  press('Ask Kofi too')
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Ask Kofi too' })).toBeNull())
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds/r/asked', { asked: ['kofi'] })
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
