import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { Steering } from '@withy/shared/api'
import { buildPlan } from '@withy/shared/testing'
import { beforeEach, expect, it } from 'vitest'
import { RefusedError } from '../../api/send.ts'
import { openTexts } from '../../text/language.ts'
import { OfflineError } from '../../ui/reach.ts'
import { type PlanBehind, placeOf } from './place-of.ts'
import { ideaOf, seenOf } from './testing-record.ts'
import { YouSaid } from './you-said.tsx'

const PLAN: PlanBehind = { id: 'p', kind: 'area', words: null }

beforeEach(() => openTexts('workshop'))

function open(seen: Parameters<typeof seenOf>[0], plan = PLAN) {
  const said: Steering[] = []
  const wordings: [string, boolean, string][] = []
  const server: { refuses: Error | null } = { refuses: null }
  const keep = async (one: () => void) => {
    if (server.refuses) throw server.refuses
    one()
  }
  const drawn = (given: typeof seen) => (
    <YouSaid
      seen={seenOf(given)}
      plan={plan}
      onAnswer={given.isFacilitator ? (one) => keep(() => said.push(one)) : null}
      onWording={(idea, yes) => keep(() => wordings.push([idea.id, yes, idea.offered]))}
    />
  )
  const { rerender } = render(drawn(seen))
  return { said, wordings, server, becomes: (next: typeof seen) => rerender(drawn(next)) }
}

const card = (words: string) => {
  const found = screen.getByText(words).closest('li')
  if (!found) throw new Error(`${words} is on no card`)
  return within(found)
}

const FOUR = [
  ideaOf('a', 'An orchard', {
    ...{
      fate: 'in-plan',
      places: [
        { box: 'living-map.do', item: null },
        { box: 'neighbourhoods.have', item: null },
      ],
    },
  }),
  ideaOf('b', 'A bench', { fate: 'not-possible', why: 'The path is too narrow', by: 'Dai' }),
  ideaOf('c', 'A bus', { by: 'Ceri' }),
  ideaOf('d', 'A pond', { fate: 'changed', by: 'Ceri' }),
]

it('[WORK-86] shows one’s own ideas first, each with its answer in words, every place in the plan, and counts those without', () => {
  open({ ideas: FOUR, mine: FOUR.slice(0, 1) })
  screen.getByText('1 idea has no answer yet.')
  const [mine, others] = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.closest('section'))
  expect(mine?.textContent).toMatch(/^Your ideasAn orchard/)
  expect(others?.textContent).toMatch(/^Other people’s ideasA bench.*A bus.*A pond/)
  card('An orchard').getByText('In the plan')
  expect(
    card('An orchard')
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['/plans/p#living-map', '/plans/p#neighbourhoods'])
  card('A bench').getByText('Not possible')
  card('A bench').getByText('Because: The path is too narrow')
  card('A bus').getByText('No answer yet')
  card('A pond').getByText('Used, but changed')
})

it('[WORK-86] says what a place is called in this plan, and that something was taken out of it later', () => {
  const own = { id: 'o1', title: 'Our allotments', text: [], actions: [], removedActions: [] }
  const plan = buildPlan('area', {
    titles: { 'living-map': 'Our map' },
    own: [own],
    items: { 'living-map.do': [{ what: 'Map-walk' }] },
  })
  const at = (box: string, item: string | null = null) => placeOf({ ...PLAN, words: plan }, { box, item }, 'en')
  expect(at('living-map.do')).toMatchObject({ section: 'Our map', isGone: false })
  expect(at('own:o1.text')).toMatchObject({ section: 'Our allotments', box: '', href: '/plans/p#own%3Ao1' })
  expect(at('living-map.do', 'living-map.do-0')).toMatchObject({ item: 'Map-walk', isGone: false })
  expect(at('living-map.do', 'gone')).toMatchObject({ isGone: true })
  expect(placeOf(PLAN, { box: 'living-map.do', item: 'i' }, 'cy')).toMatchObject({ isGone: false, item: '' })
})

it('[WORK-83] [WORK-86] says of an own idea that was never shown that nobody has seen it, and asks no answer', () => {
  open({ mine: [ideaOf('e', 'A secret pond', { shown: false })], isFacilitator: true })
  card('A secret pond').getByText(/It was not shown to anyone/)
  expect(screen.queryByRole('button')).toBeNull()
  screen.getByText('No ideas have been shown here.')
})

it('[WORK-87] keeps a person’s own words beside others they have agreed to; only they say yes or no', async () => {
  const mine = [ideaOf('a', 'Trees!', { offered: 'Plant an orchard', isOffered: true, reworded: 'Plant trees' })]
  const { wordings, server } = open({ ideas: mine, mine })
  const trees = card('Trees!')
  trees.getByText('Other words for it, agreed by Rosa:')
  trees.getByText('Plant trees')
  server.refuses = new OfflineError('away')
  fireEvent.click(trees.getByRole('button', { name: 'Yes, these words too' }))
  await trees.findByText(/^We cannot reach Withy just now/)
  server.refuses = null
  fireEvent.click(trees.getByRole('button', { name: 'No, only my words' }))
  await waitFor(() => expect(wordings).toEqual([['a', false, 'Plant an orchard']]))
})

it('[WORK-88] facilitators answer each idea; a no needs a reason, and what they wrote stays until it is kept', async () => {
  const { said, server, becomes } = open({ ideas: FOUR, isFacilitator: true })
  fireEvent.click(screen.getByRole('button', { name: 'Answer: A bus' }))
  const form = card('A bus')
  fireEvent.click(form.getByRole('button', { name: 'Save' }))
  form.getByText('Choose what became of it.')
  fireEvent.click(form.getByRole('radio', { name: /^Not yet/ }))
  fireEvent.click(form.getByRole('button', { name: 'Save' }))
  form.getByText('Say why first.')
  const why = form.getByRole('textbox')
  expect(document.activeElement).toBe(why)
  fireEvent.change(why, { target: { value: 'The council decides in June' } })
  server.refuses = new OfflineError('away')
  fireEvent.click(form.getByRole('button', { name: 'Save' }))
  await form.findByText(/^We cannot reach Withy just now/)
  expect(why).toHaveProperty('value', 'The council decides in June')
  server.refuses = null
  fireEvent.click(form.getByRole('button', { name: 'Save' }))
  await form.findByText('Your answer is there for everyone.')
  const told = { do: 'fate', idea: 'c', fate: 'not-yet', why: 'The council decides in June', place: null }
  expect(said).toEqual([{ ...told, was: { fate: null, why: '' } }])
  const answered = FOUR.map((idea) => (idea.id === 'c' ? { ...idea, fate: 'not-yet' as const } : idea))
  becomes({ ideas: answered, isFacilitator: true })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change the answer: A bus' }))
})

it('[WORK-164] where another answered first theirs is shown, the words stay, and the next press is for that answer', async () => {
  const { said, server, becomes } = open({ ideas: FOUR, isFacilitator: true })
  fireEvent.click(screen.getByRole('button', { name: 'Answer: A bus' }))
  fireEvent.click(card('A bus').getByRole('radio', { name: /^Used, but changed/ }))
  fireEvent.change(card('A bus').getByRole('textbox'), { target: { value: 'It goes at nine' } })
  const theirs = { fate: 'not-yet' as const, why: 'In June' }
  becomes({ ideas: FOUR.map((idea) => (idea.id === 'c' ? { ...idea, ...theirs } : idea)), isFacilitator: true })
  server.refuses = new RefusedError({ refused: 'answer-changed', sentence: 'Somebody else has just answered.' })
  fireEvent.click(card('A bus').getByRole('button', { name: 'Save' }))
  await card('A bus').findByText('Somebody else has just answered.')
  card('A bus').getByText('Because: In June')
  server.refuses = null
  fireEvent.click(card('A bus').getByRole('button', { name: 'Save' }))
  await card('A bus').findByText('Your answer is there for everyone.')
  expect(said.at(-1)).toMatchObject({ fate: 'changed', why: 'It goes at nine', was: theirs })
})

it('[WORK-88] an answer can say where in the plan it stands; nobody else can answer', async () => {
  const { said } = open({ ideas: FOUR, isFacilitator: true })
  fireEvent.click(screen.getByRole('button', { name: 'Answer: A bus' }))
  fireEvent.click(card('A bus').getByRole('radio', { name: /^In the plan/ }))
  fireEvent.change(card('A bus').getByRole('combobox'), { target: { value: 'living-map.do' } })
  fireEvent.click(card('A bus').getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(said).toHaveLength(1))
  expect(said[0]).toMatchObject({ fate: 'in-plan', place: { box: 'living-map.do', item: null } })
  cleanup()
  open({ ideas: FOUR })
  expect(screen.queryByRole('button')).toBeNull()
})

it('[WORK-88] only open ideas can be shown; one that is answered there keeps its place', async () => {
  const { becomes } = open({ ideas: FOUR, isFacilitator: true })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Show only ideas with no answer yet' }))
  expect(screen.queryByText('A bench')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Answer: A bus' }))
  fireEvent.click(card('A bus').getByRole('radio', { name: /^Used, but changed/ }))
  fireEvent.click(card('A bus').getByRole('button', { name: 'Save' }))
  await card('A bus').findByText('Your answer is there for everyone.')
  becomes({
    ideas: FOUR.map((idea) => (idea.id === 'c' ? { ...idea, fate: 'changed' as const } : idea)),
    isFacilitator: true,
  })
  card('A bus').getByText('Used, but changed')
})
