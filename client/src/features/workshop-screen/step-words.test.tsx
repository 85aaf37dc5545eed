import { render } from '@testing-library/react'
import type { WorkshopShared } from '@withy/shared/api'
import type { AgendaStep, WorkshopNow } from '@withy/shared/protocol'
import { beforeEach, expect, it } from 'vitest'
import { openTexts } from '../../text/language.ts'
import { StepWords } from './step-words.tsx'

beforeEach(() => openTexts('workshop'))

/** Words of people, written from the right to the left. */
const [QUESTION, GROUND, GROUP, ALONE, TOGETHER, LATER, WHY] = [
  'שאלה',
  'קרקע',
  'קבוצה',
  'ספסל',
  'פרדס',
  'שביל',
  'למה',
] as const

const stepOf = (kind: AgendaStep['kind'], shown: boolean): AgendaStep => ({
  ...{ id: kind, kind, title: '', question: QUESTION, minutes: 10, section: null, dots: 3, shown, stage: 'alone' },
})
const steps = [stepOf('silent', true), stepOf('gather', true), stepOf('dots', true), stepOf('fist', true)]
const ideas = [
  { id: 'i1', words: ALONE, group: null, parked: false },
  { id: 'i2', words: TOGETHER, group: 'g', parked: false },
  { id: 'i3', words: LATER, group: null, parked: true },
].map((idea) => ({
  ...{ step: 'silent', by: 'Rosa', typedBy: null, fate: null, why: '', places: [], reworded: '' },
  ...{ isOffered: false },
  ...idea,
}))
const now = (results: WorkshopNow['results']): WorkshopNow => ({
  ...{ id: 'w', rev: 1, stage: 'open', title: 'May', chair: '', steps, step: null, since: 0, more: 0, people: 1 },
  ground: { decide: GROUND, advise: '', cannot: '', decided: '', rules: '', pay: '' },
  ...{ ideas: 2, answered: 0, lights: { stop: 0, slow: 0, agree: 0 }, round: [], results, asked: [] },
  ...{ caption: '', frozen: false, called: null, chosen: {}, lowered: 0 },
})
const NONE = { dots: null, hands: null, test: null, said: [] }
const groups = [{ id: 'g', step: 'silent', name: GROUP }]

it.each([
  ['ground', null, null, [GROUND]],
  ['gather', stepOf('gather', true), null, [QUESTION, GROUP, ALONE, TOGETHER]],
  ['parking', stepOf('parking', true), null, [QUESTION, LATER]],
  ['dots to give', stepOf('dots', false), null, [QUESTION, ALONE, GROUP]],
  ['dots', stepOf('dots', true), { ...NONE, dots: { i1: 2 } }, [QUESTION, ALONE, GROUP]],
  [
    'hands',
    stepOf('fist', true),
    { ...NONE, hands: [0, 0, 1, 0, 0, 0], said: [{ by: 'Rosa', words: WHY }] },
    [QUESTION, WHY],
  ],
] as const)('[WORK-185] words on the wall run the way they are written: %s', (_what, step, results, words) => {
  const shared = { now: now(results as WorkshopNow['results']), ideas, groups } as unknown as WorkshopShared
  const wall = render(<StepWords shared={shared} step={step} isSection={false} />)
  for (const word of words) expect(wall.getByText(word).dir, word).toBe('auto')
})

it.each(['silent', 'pairs'] as const)(
  '[WORK-191] the wall has a count while “%s” is hidden, and all ideas once it is shown',
  (kind) => {
    const here = ideas.map((idea) => ({ ...idea, step: kind }))
    const wallOf = (shown: boolean) => {
      const told = { now: now(null), ideas: shown ? here : [], groups: [] } as unknown as WorkshopShared
      return <StepWords shared={told} step={stepOf(kind, shown)} isSection={false} />
    }
    const wall = render(wallOf(false))
    expect(wall.getByText(/2 ideas so far/)).toBeTruthy()
    wall.rerender(wallOf(true))
    for (const words of [ALONE, TOGETHER]) expect(wall.getByText(words)).toBeTruthy()
    expect(wall.queryByText(/Nobody sees the ideas yet|so far/)).toBeNull()
  },
)

it.each(['fist', 'write'] as const)('[WORK-192] the wall names what got the most dots where “%s” is', (kind) => {
  const told = { now: { ...now(null), chosen: { i1: 1, g: 4 } }, ideas, groups } as unknown as WorkshopShared
  const wall = render(<StepWords shared={told} step={stepOf(kind, false)} isSection={kind === 'write'} />)
  expect(
    wall
      .getAllByRole('listitem')
      .slice(0, 2)
      .map(({ textContent }) => textContent),
  ).toEqual([`${GROUP} 4 dots`, `${ALONE} 1 dot`])
})

it('[WORK-192] once the hands are shown, they stand before it on the wall', () => {
  const results = { ...NONE, hands: [0, 0, 0, 0, 0, 2] }
  const told = { now: { ...now(results), chosen: { i1: 1 } }, ideas, groups } as unknown as WorkshopShared
  const wall = render(<StepWords shared={told} step={stepOf('fist', true)} isSection={false} />)
  expect(wall.container.textContent).toMatch(new RegExp(`2 people.*${ALONE}`))
})
