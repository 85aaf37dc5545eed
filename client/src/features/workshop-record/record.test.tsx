import { render, screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { ExplainContext } from '../../plan-view/explain.tsx'
import { markAll, marked } from '../../plan-view/testing-explain.tsx'
import { openLanguage, openTexts } from '../../text/language.ts'
import type { PlanBehind } from './place-of.ts'
import { Record } from './record.tsx'
import { RecordHeading } from './record-heading.tsx'
import { ideaOf, recordOf, stepOf } from './testing-record.ts'

const PLAN: PlanBehind = { id: 'p', kind: 'area', words: null }

beforeEach(() => openTexts('workshop'))

const open = (more: Parameters<typeof recordOf>[0] = {}, neverShown: Parameters<typeof Record>[0]['neverShown'] = []) =>
  render(<Record record={recordOf(more)} neverShown={neverShown} plan={PLAN} />)

const part = (title: string) => {
  const heading = screen.getByRole('heading', { level: 2, name: title })
  const found = heading.closest('section')
  if (!found) throw new Error(`${title} is in no section`)
  return within(found)
}

it('[WORK-151] says how many ideas were put out of sight, and nothing where none were', () => {
  const { rerender } = render(<RecordHeading record={recordOf({ ideas: 3 })} />)
  expect(screen.queryByText(/out of sight/)).toBeNull()
  rerender(<RecordHeading record={recordOf({ ideas: 3, hidden: 2 })} />)
  screen.getByText(/2 ideas were put out of sight\.$/)
})

it('[WORK-81] says when it was in the language shown, and on both days where it went on past midnight', async () => {
  const { rerender } = render(<RecordHeading record={recordOf({ ideas: 3, unanswered: 1 })} />)
  screen.getByText(/^Monday,? 4 May 2026, 10:00 am to 12:05 pm$/)
  screen.getByText('3 ideas were shown. 1 idea has no answer yet.')
  rerender(<RecordHeading record={recordOf({ endedAt: Date.parse('2026-05-05T09:30:00Z') })} />)
  screen.getByText(/^Monday,? 4 May 2026, 10:00 am, to Tuesday,? 5 May 2026, 10:30 am$/)
  await openLanguage('cy')
  rerender(<RecordHeading record={recordOf({ beganAt: null })} />)
  screen.getByText('Dydd Llun 4 Mai 2026')
})

it('[WORK-81] counts who came by voice, and says so where nobody did', () => {
  const { unmount } = open({ came: [{ voice: 'resident', people: 2 }] })
  part('Who came').getByText('I live here: 2 people')
  unmount()
  open()
  part('Who came').getByText('Nobody came into the room.')
})

it('[WORK-82] tells each step under its heading: groups, dots, hands, turns; a break is no part of it', () => {
  const groups = [
    {
      name: 'Fruit',
      ideas: [ideaOf('a', 'An orchard', { fate: 'in-plan', places: [{ box: 'living-map.do', item: null }] })],
    },
    { name: null, ideas: [ideaOf('b', 'A bench', { by: 'Dai', typedBy: 'Kofi' })] },
  ]
  open({
    steps: [
      stepOf('silent', { title: 'Green places', question: 'What could grow?', groups }),
      stepOf('dots', { dots: [{ words: 'A bench', dots: 4 }] }),
      stepOf('round', { round: [{ voice: 'carer', turn: 'passed' }] }),
      stepOf('break', { question: 'Tea' }),
      stepOf('gather'),
    ],
  })
  const steps = part('Step by step')
  expect(steps.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'Green places',
    'Vote with dots',
    'A turn for each voice',
  ])
  steps.getByText('What could grow?')
  expect(steps.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent)).toEqual([
    'Fruit',
    'Not in a group',
  ])
  steps.getByText('said by Dai, typed by Kofi')
  expect(steps.getByRole('link', { name: /Living map/ }).getAttribute('href')).toBe('/plans/p#living-map')
  steps.getByText('4 dots')
  steps.getByText('Family or unpaid carer: passed')
})

it('[WORK-84] sets what all agreed apart from what they did not, with the words that were kept', () => {
  open({
    steps: [
      stepOf('fist', { id: 'f1', question: 'Plant an orchard', hands: [0, 0, 0, 1, 0, 2], agreed: true }),
      stepOf('fist', {
        ...{ id: 'f2', question: 'Close the road', hands: [0, 1, 0, 0, 4, 0], agreed: false },
        said: [{ by: 'Ceri', words: 'My bus stops there' }],
      }),
    ],
  })
  part('What we agreed').getByText('Plant an orchard')
  expect(part('What we agreed').queryByText('Close the road')).toBeNull()
  const not = part('What we did not all agree')
  not.getByText('Close the road')
  not.getByText('My bus stops there')
  not.getByText('said by Ceri')
  not.getByText('1, a big worry: 1 person')
  not.getByText('Nobody said stop. Someone had a worry.')
  expect(not.queryByText(/said stop\.$/)).toBeNull()
})

it('[WORK-84] says that somebody said stop only where somebody did', () => {
  open({ steps: [stepOf('fist', { question: 'Close the road', hands: [1, 1, 0, 0, 4, 0], agreed: false })] })
  const not = part('What we did not all agree')
  not.getByText('Someone said stop.')
  expect(not.queryByText(/had a worry/)).toBeNull()
})

const TEST = {
  test: { informed: { helps: 3, harms: 1 } },
  testByVoice: [{ voice: 'resident' as const, people: 3, test: { informed: { helps: 3 } } }],
}

it('[WORK-136] [WORK-139] says how it was for people in the words they were asked in, by voice too', () => {
  open({ steps: [stepOf('closing', TEST)] })
  const test = part('How it was for us')
  expect(test.getAllByText('Do you know more than before?')).toHaveLength(2)
  test.getByText('No, less than before: 1 person')
  const voice = test.getByRole('heading', { name: 'I live here: 3 people' })
  expect(voice.nextElementSibling?.textContent).toContain('Yes: 3 people')
  // No question stands there without an answer.
  expect(test.queryByText('Do you know more people here?')).toBeNull()
})

it('[WORK-82] [WORK-185] says what people said of the workshop, what was parked and which words were asked about', () => {
  open({
    steps: [stepOf('closing', { ...TEST })],
    parked: [ideaOf('c', 'The bus', { fate: 'not-yet', why: 'The council decides in June' })],
    explained: [{ word: 'NSPCC', meaning: null }],
    ground: { ...recordOf().ground, cannot: 'The budget' },
  })
  part('How it was for us').getAllByText('Yes: 3 people')
  part('In the parking place').getByText('Because: The council decides in June')
  part('Words people asked about').getByText('Nobody has explained it yet.')
  expect(part('Words people asked about').getByText('NSPCC').dir).toBe('auto')
  part('What was said at the start').getByText('The budget')
})

it('[WORK-83] gives somebody their own idea that was never shown, and says that nobody else has it', () => {
  open({}, [ideaOf('d', 'A secret pond', { shown: false })])
  part('Only you can see this').getByText('A secret pond')
})

it('[WORK-124] words are explained in its questions, groups and ideas, and in what got dots', () => {
  const bench = ideaOf('a', 'A bench', { reworded: 'A seat' })
  const steps = [
    stepOf('silent', { question: 'What could grow?', groups: [{ name: 'Green', ideas: [bench] }] }),
    stepOf('dots', { dots: [{ words: 'The tap', dots: 4 }] }),
    stepOf('fist', { question: 'A pond?', hands: [0, 0, 0, 0, 0, 3], agreed: true }),
  ]
  render(
    <ExplainContext value={markAll}>
      <Record record={recordOf({ steps })} neverShown={[]} plan={PLAN} />
    </ExplainContext>,
  )
  expect(marked()).toEqual(['A pond?', 'What could grow?', 'Green', 'A bench', 'A seat', 'The tap', 'A pond?'])
})
