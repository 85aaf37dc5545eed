import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyTab } from '../../live/empty-tab.ts'
import { openTexts } from '../../text/language.ts'
import { answerOf, draw, factsOf, kofi, petra, press, print, rosa, roundOf, server } from './testing-agreement.tsx'

beforeEach(() => openTexts('agreement'))
afterEach(() => {
  vi.unstubAllGlobals()
  emptyTab()
})

it('[AGREE-57] says what stands in the way, and offers no sealing over the person’s stop', () => {
  const blocks = [{ why: 'person-stop', person: 'rosa' } as const]
  const { unmount } = draw(rosa, roundOf({ blocks }))
  screen.getByText('You said stop. Nothing is sealed until you give another answer.')
  unmount()
  const waits = { blocks: [{ why: 'person-first', person: 'rosa' } as const] }
  const time = draw(rosa, roundOf({ ...waits, answers: [answerOf('rosa', { answer: 'more-time' })] }))
  screen.getByText('You need more time. Nothing is sealed before you are ready.')
  time.unmount()
  draw({ ...kofi, role: 'owner' }, roundOf({ blocks }), {
    facts: factsOf(kofi, 'support', [rosa, { ...kofi, role: 'owner' }]),
  })
  screen.getByText('Rosa said stop. It is their plan, so it stops here. Ask what must change.')
  expect(screen.queryByRole('button', { name: /^Seal/ })).toBeNull()
})

it('[AGREE-38] says who decided for the person and said stop, and that they can be let in again where they were taken out', () => {
  const owner = { ...kofi, role: 'owner' } as const
  const blocks = [{ why: 'person-stop', person: 'petra' } as const]
  const stop = answerOf('petra', { answer: 'stop', acting: 'attorney' })
  const facts = factsOf(owner, 'support', [owner, petra])
  const { unmount } = draw(owner, roundOf({ blocks, answers: [stop] }), { facts })
  screen.getByText('Petra decides for the person and said stop, so it stops here. Ask what must change.')
  unmount()
  draw(owner, roundOf({ blocks, answers: [{ ...stop, left: true }] }), { facts })
  screen.getByText(
    /^Petra decided for the person and said stop.* Only they can take it back\. Share the plan with them/,
  )
})

it('[AGREE-57] names who does not agree to these words, answered earlier ones, needs time or is silent, before sealing and as it asks', () => {
  const answers = [
    answerOf('rosa', { answer: 'agree' }),
    answerOf('rosa', { section: 'most-important', answer: 'disagree', words: 'Not this' }),
    answerOf('kofi', { answer: 'disagree', words: 'Too soon' }),
    answerOf('petra', { answer: 'disagree', words: 'No', ofTheseWords: false }),
  ]
  draw(rosa, roundOf({ answers, answered: ['rosa', 'kofi'] }))
  screen.getByRole('heading', { name: 'You can seal this plan' })
  press('Seal this plan')
  for (const said of [
    'Do not agree: Kofi.',
    'Do not agree to a section: Rosa.',
    'Answered before the words changed, and not since: Petra.',
  ])
    expect(screen.getAllByText(said)).toHaveLength(2)
  expect(screen.queryByText(/^No answer now/)).toBeNull()
})

it('[AGREE-58] [AGREE-59] before sealing, names who answered through somebody else alone, and who has left', () => {
  const answers = [
    answerOf('rosa', { by: 'kofi', acting: 'supporter' }),
    answerOf('kofi'),
    answerOf('rhys', { left: true }),
    answerOf('petra', { by: 'kofi', acting: 'attorney' }),
  ]
  draw(rosa, roundOf({ answers, answered: ['rosa', 'kofi', 'petra'] }))
  screen.getByText('Answered through somebody else, and have not said themselves that it is right: Rosa.')
  screen.getByText('Have left the plan. It cannot be sealed on their answer: rhys.')
  screen.getByText('3 of 3 have said what they think of these words.')
  expect(screen.getByText('rhys').closest('li')?.textContent).toBe('rhysI agreeThey have left the plan.')
})

it('[AGREE-57] sealing asks first, says what will happen, and asks why where it goes on over a stop', async () => {
  const sent = server(() => Response.json({ number: 3 }))
  const onSealed = vi.fn()
  draw(rosa, roundOf({ blocks: [{ why: 'stop', person: 'petra' }], answered: ['rosa'] }), { onSealed })
  press('Seal it all the same')
  const dialog = within(screen.getByRole('dialog'))
  dialog.getByText('No answer now: Kofi, Petra.')
  dialog.getByText('Said stop: Petra.')
  fireEvent.change(dialog.getByLabelText(/^Why do you go on/), { target: { value: 'We spoke with her' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Seal it now' }))
  await vi.waitFor(() => expect(onSealed).toHaveBeenCalledWith(3))
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds/r/seal', {
    fingerprint: print(1),
    wentOn: 'We spoke with her',
    annex: false,
  })
})
