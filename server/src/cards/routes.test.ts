import { ROLES } from '@withy/shared/access'
import type { CardOf, MyCard, Needs } from '@withy/shared/api'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, type Member, pathOf, starts } from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const CARD: Needs = { ticks: ['easy-read', 'slow'], reach: 'After ten', helper: 'Pat, my sister', words: 'hush-card' }
const own = ({ plan }: Member) => `/api/plans/${plan}/card`
const all = ({ plan }: Member) => `/api/plans/${plan}/cards`
const keeps = (member: Member, card: Needs | null) => member.gets<MyCard>('PUT', own(member), { card })
const sees = (member: Member) => member.gets<MyCard>('GET', own(member))
const seesAll = async (member: Member) => (await member.gets<{ cards: CardOf[] }>('GET', all(member))).cards

/** Anna's plan with somebody of each other role in it. */
async function everybody() {
  const owner = await starts(withy)
  const others = ROLES.filter((role) => role !== 'owner')
  const joined = await Promise.all(others.map(async (role) => [role, await joinsAs(withy, owner, role)] as const))
  return { owner, ...Object.fromEntries(joined) } as Record<(typeof ROLES)[number], Member>
}

it('[A11Y-192] whoever is in a plan can keep a card with it: they, its owner and facilitators read it, and nobody else', async () => {
  const { owner, facilitator, contributor, suggester, viewer } = await everybody()
  expect(await sees(viewer)).toEqual({ card: null, seenBy: ['Anna', 'Their facilitator'] })
  const kept = await keeps(viewer, CARD)
  expect(kept).toEqual({ card: CARD, seenBy: ['Anna', 'Their facilitator'] })
  expect(await sees(viewer)).toEqual(kept)
  for (const leads of [owner, facilitator]) expect(await seesAll(leads)).toEqual([{ person: viewer.id, card: CARD }])
  expect((await sees(owner)).seenBy).toEqual(['Their facilitator'])
  for (const one of [contributor, suggester, viewer]) expect(await one.isRefused('GET', all(one))).toBe('not-allowed')
  for (const one of [owner, contributor]) expect((await sees(one)).card).toBeNull()
  const told = await Promise.all(
    ['', '/words', '/edition', '/take-away/json', '/take-away/txt'].map((path) =>
      contributor.ask('GET', `/api/plans/${owner.plan}${path}`),
    ),
  )
  expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(told.map(({ bytes }) => bytes.toString()).join()).not.toContain('hush-card')
})

it('[A11Y-193] a card is taken back at any time, and goes with who is taken out; those who lead are told to look', async () => {
  const { owner, contributor, viewer } = await everybody()
  const tell = vi.spyOn(withy.live, 'tell')
  for (const one of [contributor, viewer]) await keeps(one, CARD)
  expect(tell.mock.calls).toContainEqual([owner.plan, { type: 'cards' }])
  expect(JSON.stringify(tell.mock.calls)).not.toContain('hush-card')
  tell.mockRestore()
  expect((await keeps(contributor, null)).card).toBeNull()
  expect(await seesAll(owner)).toEqual([{ person: viewer.id, card: CARD }])
  await owner.gets('DELETE', pathOf(owner, viewer))
  expect(await seesAll(owner)).toEqual([])
})

it('[A11Y-190] a card has what can be ticked and own words of 500 letters each, and nothing else', async () => {
  const anna = await starts(withy)
  const refused = (card: unknown) => anna.isRefused('PUT', own(anna), { card })
  expect(await refused({ ticks: ['purple'], words: '' })).toBe('bad-request')
  expect(await refused({ ticks: [], words: 'x'.repeat(501) })).toBe('bad-request')
  expect(await refused({ ticks: [], words: '', reach: 'x'.repeat(501) })).toBe('bad-request')
  expect((await keeps(anna, { ...CARD, more: 'x' } as Needs)).card).toEqual(CARD)
})
