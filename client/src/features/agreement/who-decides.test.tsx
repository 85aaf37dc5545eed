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
  fireEvent.change(screen.getByLabelText('Who is it?'), { target: { value: 'kofi' } })
  press('Ask everyone to agree')
  await screen.findByRole('heading', { name: 'Who has answered' })
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds', {
    ...{ asked: ['kofi', 'petra'], onDisagreement: 'record', bySection: false },
    decides: { acting: 'attorney', person: 'kofi', words: '' },
  })
})

it('[AGREE-18] [AGREE-55] what was said in place of a person who is not in the plan says as what', () => {
  const facts = factsOf(kofi, 'support', [kofi, petra])
  draw(kofi, roundOf({ asked: ['kofi'], answers: [answerOf('kofi', { acting: 'deputy' })], answered: ['kofi'] }), {
    facts,
  })
  const [said] = within(screen.getByRole('region', { name: 'Who has answered' })).getAllByRole('listitem')
  expect(said?.textContent).toBe('KofiI agreeSaid for the person, as their deputy')
})

it('[AGREE-18] [AGREE-56] where the person is not in the plan, who is asked answers for themselves, or as who decides for the person', async () => {
  const decides = { acting: 'attorney', person: 'kofi', name: 'Kofi', words: '' } as const
  const inPlan = { asked: ['kofi', 'petra'], decides }
  const blocks = [{ why: 'person-first', person: null } as const]
  const given = roundOf({ ...inPlan, answers: [answerOf('kofi', { acting: 'attorney' })], answered: ['kofi'] })
  const sent = server(() => Response.json({ round: given }))
  const owner = { ...kofi, role: 'owner' } as const
  const facts = factsOf(owner, 'support', [owner, petra])
  const { unmount } = draw(owner, roundOf({ ...inPlan, blocks, isWaiting: true }), { facts })
  screen.getByText('Answers are hidden until Kofi has answered.')
  screen.getByText(/^You decide for the person\. You have not given that answer/)
  expect(screen.getByRole('radio', { name: /^Mine/ })).toHaveProperty('checked', true)
  yours().getByText(
    /^You have one answer to the whole plan here.* for yourself or for the person\. What you say last takes the place of what you said before/,
  )
  choose('I agree')
  choose(/^The person’s: I decide for them, as their attorney/)
  // What was chosen for oneself is not the person's by that.
  expect(yours().getByRole('radio', { name: 'I agree' })).toHaveProperty('checked', false)
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
  const decides = { acting: 'deputy', person: 'kofi', name: 'Kofi', words: '' } as const
  draw(kofi, roundOf({ asked: ['rosa', 'kofi'], answers, decides }))
  fireEvent.change(screen.getByLabelText('Whose answer is it?'), { target: { value: 'rosa' } })
  expect(screen.queryByRole('radio', { name: 'As their supporter' })).toBeNull()
})

it('[AGREE-18] only who decides is offered to answer for the person as that; who left is said to have', () => {
  const decides = { acting: 'deputy', person: 'kofi', name: 'Kofi', words: '' } as const
  const blocks = [{ why: 'person-first', person: 'rosa' } as const]
  const owner = { ...petra, role: 'owner' } as const
  const all = { asked: ['rosa', 'kofi', 'petra'], decides, blocks }
  const { unmount } = draw(owner, roundOf(all), { facts: factsOf(owner, 'support', [rosa, kofi, owner]) })
  screen.getByText(/^Kofi decides for the person\. That answer is not given yet/)
  const options = screen.getAllByRole('option').map(({ textContent }) => textContent)
  expect(options).toEqual(['Choose a person', 'Kofi'])
  unmount()
  const reader = { ...kofi, role: 'viewer' } as const
  const { unmount: close } = draw(reader, roundOf(all), {
    facts: factsOf(reader, 'support', [rosa, reader, petra]),
  })
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Choose a person', 'Rosa'])
  close()
  draw(owner, roundOf({ ...all, asked: ['rosa', 'petra'] }), { facts: factsOf(owner, 'support', [rosa, owner]) })
  screen.getByText(/^Kofi decides for the person, and is not in this plan any more/)
})

it('[AGREE-57] where the person has left their place while people are asked, that is what is said', () => {
  const owner = { ...petra, role: 'owner' } as const
  const round = roundOf({ asked: ['kofi', 'petra'], blocks: [{ why: 'person-first', person: null }] })
  draw(owner, round, { facts: factsOf(owner, 'support', [kofi, owner]) })
  screen.getByText(/^The person this plan is about is not in it now/)
})

it('[AGREE-18] [AGREE-56] who decides finds the answer for the person open, as theirs to give', async () => {
  const decides = { acting: 'deputy', person: 'kofi', name: 'Kofi', words: '' } as const
  const round = roundOf({ decides, blocks: [{ why: 'person-first', person: 'rosa' }] })
  const sent = server(() => Response.json({ round: roundOf({ decides }) }))
  draw(kofi, round)
  const part = within(screen.getByText('Answer for somebody').closest('details[open]') ?? screen.getByText('none'))
  expect(part.getByRole('radio', { name: 'As their deputy' })).toHaveProperty('checked', true)
  fireEvent.click(
    within(part.getByRole('group', { name: 'Are these words right for Rosa?' })).getByRole('radio', {
      name: 'I agree',
    }),
  )
  part.getByText('Kofi answers for Rosa: “I agree” (As their deputy)')
  press('Give this answer for Rosa')
  const kept = await part.findByText('The answer for Rosa is kept.')
  expect(kept.closest('details')?.open).toBe(true)
  expect(sent.mock.calls[0]?.[1]).toMatchObject({ person: 'rosa', section: null, acting: 'deputy' })
})

it('[AGREE-18] [AGREE-55] while people are asked they read who decides for the person, and how that is known', () => {
  const decides = { acting: 'best-interests', person: 'kofi', name: 'Kofi', words: 'We met in May' } as const
  draw(petra, roundOf({ decides }))
  screen.getByText('Kofi decides for the person, in their best interests.')
  expect(screen.getByText('How this is known:').nextSibling?.textContent).toBe('We met in May')
})
