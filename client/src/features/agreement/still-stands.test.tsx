import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openTexts } from '../../text/language.ts'
import {
  answerOf,
  draw,
  factsOf,
  kofi,
  petra,
  press,
  print,
  rosa,
  roundOf,
  server,
  yours,
} from './testing-agreement.tsx'

beforeEach(() => openTexts('agreement'))
afterEach(() => vi.unstubAllGlobals())

const stop = (section: string | null, more = {}) =>
  answerOf('kofi', { answer: 'stop', section, words: 'Not yet.', ofTheseWords: false, ...more })
const stands = () => within(screen.getByRole('region', { name: 'What you said still stands' }))
const takesBack = (more = {}) => ({
  ...{ answer: null, words: '', acting: null, advocate: '', fingerprint: print(1), ...more },
})

it('[AGREE-9] [AGREE-53] a stop to a section that is not asked about now has its place, and is taken back there', async () => {
  const sent = server(() => Response.json({ round: roundOf() }))
  draw(kofi, roundOf({ answers: [stop('most-important')] }))
  stands().getByText('What is most important to me', { selector: 'p' })
  stands().getByText('Not yet.')
  press(/^Take my answer back/)
  await screen.findByText('Your answer is taken back.')
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds/r/answer', takesBack({ section: 'most-important' }))
  expect(screen.queryByRole('region', { name: 'What you said still stands' })).toBeNull()
})

it('[AGREE-9] [AGREE-53] what was said to a section that is asked about stands there, and so is taken back; to an empty one apart', async () => {
  const sent = server(() => Response.json({ round: roundOf({ bySection: true }) }))
  const by = { by: 'petra', acting: 'supporter' } as const
  draw(kofi, roundOf({ bySection: true, answers: [stop('most-important', by), stop('money')] }))
  const [only, ...more] = stands().getAllByRole('listitem')
  expect([only?.textContent?.startsWith('A section that is empty now'), more]).toEqual([true, []])
  const inPlace = within(screen.getByText(/^Say something about this section/).closest('details') ?? document.body)
  inPlace.getByText('Petra passed this on for them')
  fireEvent.click(inPlace.getByRole('button', { name: /^Take my answer back/ }))
  await inPlace.findByText('Your answer is taken back.')
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds/r/answer', takesBack({ section: 'most-important' }))
})

it('[AGREE-9] [AGREE-53] who is not asked this time, and whose stop stands, can take it back or say something else', async () => {
  const sent = server(() => Response.json({ round: roundOf({ asked: ['rosa'] }) }))
  draw(kofi, roundOf({ asked: ['rosa'], answers: [stop(null)] }))
  expect(yours().getByRole('radio', { name: 'I agree' })).toBeTruthy()
  press('Take my answer back')
  await vi.waitFor(() => expect(screen.queryByRole('radio', { name: 'I agree' })).toBeNull())
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds/r/answer', takesBack({ section: null }))
})

it('[AGREE-33] who passes something on for somebody does it for a section too, and takes back what was passed on', async () => {
  const answers = [answerOf('rosa', { section: 'most-important', answer: 'stop', by: 'petra', acting: 'supporter' })]
  const sent = server(() => Response.json({ round: roundOf({ bySection: true, answers }) }))
  const facts = factsOf(kofi, 'support', [rosa, kofi, petra])
  draw(kofi, roundOf({ bySection: true, asked: ['kofi'], answers }), { facts })
  const whom = () => fireEvent.change(screen.getByLabelText('Whose answer is it?'), { target: { value: 'rosa' } })
  whom()
  press(/^Take this answer back/)
  await screen.findByText('The answer for Rosa is taken back.')
  const section = { person: 'rosa', section: 'most-important', acting: 'supporter' }
  expect(sent).toHaveBeenLastCalledWith('/api/plans/p/rounds/r/answer', takesBack(section))
  fireEvent.change(screen.getByLabelText('What is the answer to?'), { target: { value: 'most-important' } })
  screen.getByRole('group', { name: 'What does Rosa say to “What is most important to me”?' })
  const form = within(
    screen.getByRole('button', { name: 'Give this answer for Rosa' }).closest('form') ?? document.body,
  )
  fireEvent.click(form.getByRole('radio', { name: 'I agree' }))
  press('Give this answer for Rosa')
  await screen.findByText('The answer for Rosa is kept.')
  expect(sent).toHaveBeenLastCalledWith('/api/plans/p/rounds/r/answer', {
    ...takesBack(section),
    answer: 'agree',
  })
})
