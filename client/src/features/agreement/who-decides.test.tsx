import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openTexts } from '../../text/language.ts'
import {
  answerOf,
  choose,
  draw,
  factsOf,
  kofi,
  petra,
  press,
  rosa,
  roundOf,
  server,
  write,
  yours,
} from './testing-agreement.tsx'

beforeEach(() => openTexts('agreement'))
afterEach(() => vi.unstubAllGlobals())

it('[AGREE-7] [AGREE-54] who owns the plan of somebody else asks only by saying who decides, and reads first that the person asks', async () => {
  const owner = { ...kofi, role: 'owner' } as const
  const sent = server(() => Response.json({ round: roundOf() }))
  const { unmount } = draw(owner, null, { facts: factsOf(owner, 'support', [{ ...rosa, role: 'contributor' }, owner]) })
  screen.getByText(/^This is Rosa’s plan\. If they can decide this, they ask themselves\./)
  screen.getByRole('group', { name: 'Who decides for Rosa?' })
  unmount()
  draw(owner, null, { facts: factsOf(owner, 'support', [owner, petra]) })
  screen.getByText(/^It is the plan of the person it is about\. If they can decide this, they ask themselves\./)
  expect(screen.getByRole('link', { name: 'Share' }).getAttribute('href')).toBe('/plans/p/share')
  expect(screen.queryByRole('group', { name: /^Can / })).toBeNull()
  press('Ask everyone to agree')
  screen.getByRole('link', { name: 'Choose who decides for the person.' })
  expect(sent).not.toHaveBeenCalled()
  choose(/^As their attorney/)
  write('Their name', 'Kofi')
  press('Ask everyone to agree')
  await screen.findByRole('heading', { name: 'Who has answered' })
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds', {
    ...{ asked: ['kofi', 'petra'], onDisagreement: 'record', bySection: false },
    decides: { acting: 'attorney', name: 'Kofi', words: '' },
  })
})

it('[AGREE-18] [AGREE-55] what was said in place of a person who is not in the plan says as what', () => {
  const facts = factsOf(kofi, 'support', [kofi, petra])
  draw(kofi, roundOf({ asked: ['kofi'], answers: [answerOf('kofi', { acting: 'deputy' })] }), { facts })
  const [said] = within(screen.getByRole('region', { name: 'Who has answered' })).getAllByRole('listitem')
  expect(said?.textContent).toBe('KofiI agreeSaid for the person, as their deputy')
})

it('[AGREE-18] [AGREE-56] where the person is not in the plan, who is asked answers for themselves, or as who decides for the person', async () => {
  const decides = { acting: 'attorney', name: 'Kofi', words: '' } as const
  const inPlan = { asked: ['kofi', 'petra'], decides }
  const blocks = [{ why: 'person-first', person: null } as const]
  const given = roundOf({ ...inPlan, answers: [answerOf('kofi', { acting: 'attorney' })], answered: ['kofi'] })
  const sent = server(() => Response.json({ round: given }))
  const owner = { ...kofi, role: 'owner' } as const
  const facts = factsOf(owner, 'support', [owner, petra])
  const { unmount } = draw(owner, roundOf({ ...inPlan, blocks, isWaiting: true }), { facts })
  screen.getByText('Answers are hidden until Kofi has answered.')
  screen.getByText(/^Kofi decides for the person\. That answer is not given yet/)
  expect(screen.getByRole('radio', { name: /^Mine/ })).toHaveProperty('checked', true)
  choose(/^The person’s: I decide for them, as their attorney/)
  fireEvent.click(yours().getByRole('radio', { name: 'I agree' }))
  yours().getByText('Kofi answers for the person: “I agree” (As their attorney)')
  press('Give this answer for the person')
  await screen.findByText('Your answer is kept.')
  yours().getByText('Said for the person, as their attorney')
  expect(sent.mock.calls[0]?.[1]).toMatchObject({ section: null, answer: 'agree', acting: 'attorney' })
  expect(sent.mock.calls[0]?.[1]).not.toHaveProperty('person')
  unmount()
  // With the person in it, it is their own answer that is given for them.
  draw(kofi, roundOf({ decides }))
  expect(screen.queryByRole('radio', { name: /^The person’s/ })).toBeNull()
})

it('[AGREE-17] [AGREE-18] nobody is offered to pass on for who has answered themselves, to earlier words too; who decides is', () => {
  const answers = [answerOf('rosa', { ofTheseWords: false })]
  const { unmount } = draw(kofi, roundOf({ asked: ['rosa', 'kofi'], answers }))
  expect(screen.queryByText('Answer for somebody')).toBeNull()
  unmount()
  const decides = { acting: 'deputy', name: 'Kofi', words: '' } as const
  draw(kofi, roundOf({ asked: ['rosa', 'kofi'], answers, decides }))
  fireEvent.change(screen.getByLabelText('Whose answer is it?'), { target: { value: 'rosa' } })
  expect(screen.queryByRole('radio', { name: 'As their supporter' })).toBeNull()
})
