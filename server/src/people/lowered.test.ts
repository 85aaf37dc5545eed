import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { invites, joins, joinsAs, type Member, pathOf, refusedWith, rolesIn, starts } from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const setRole = (by: Member, who: Member, role: string) => by.gets('PATCH', pathOf(by, who), { role })
const roleOf = async (anna: Member, name: string) => (await rolesIn(anna))[name]

describe('a role that was changed', () => {
  it('[ACCESS-16] is not undone by an invitation made before, whoever made it', async () => {
    const anna = await starts(withy)
    const [first, other] = [await invites(anna, { role: 'facilitator' }), await invites(anna, { role: 'facilitator' })]
    const ben = await joins(withy.device(), first, { name: 'Ben' })
    await setRole(anna, ben, 'viewer')
    for (const link of [first, other]) {
      await joins(ben, link, { name: 'Ben' })
      expect(await roleOf(anna, 'Ben')).toBe('viewer')
    }
    await joins(ben, await invites(anna, { role: 'contributor' }), { name: 'Ben' })
    expect(await roleOf(anna, 'Ben')).toBe('contributor')
    await joins(ben, first, { name: 'Ben' })
    expect(await roleOf(anna, 'Ben')).toBe('contributor')
  })

  it('[ACCESS-16] is not undone by leaving and coming back', async () => {
    const anna = await starts(withy)
    const link = await invites(anna, { role: 'facilitator' })
    const ben = await joins(withy.device(), link, { name: 'Ben' })
    await setRole(anna, ben, 'viewer')
    await ben.gets('DELETE', pathOf(ben, ben))
    await joins(ben, link, { name: 'Ben' })
    expect(await roleOf(anna, 'Ben')).toBe('viewer')
    await joins(ben, link, { name: 'Ben' })
    expect(await roleOf(anna, 'Ben')).toBe('viewer')
  })

  it('[ACCESS-16] of the person a support plan is about is not undone by the link to their seat', async () => {
    const kofi = await starts(withy, { kind: 'support', voice: 'professional', name: 'Kofi' })
    const seat = await invites(kofi, { kind: 'seat' })
    const rosa = await joins(withy.device(), seat, { name: 'Rosa' })
    await rosa.gets('POST', `/api/plans/${rosa.plan}/owner`, { person: kofi.id })
    await joins(rosa, seat, { name: 'Rosa' })
    expect(await rolesIn(kofi)).toEqual({ Kofi: 'owner', Rosa: 'facilitator' })
  })
})

describe('invitations of somebody whose role changed', () => {
  it('[ACCESS-36] end when they give more than their maker now has, and the others go on', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'facilitator', 'Ben')
    const [high, code] = [await invites(ben, { role: 'facilitator' }), await invites(ben, { kind: 'code' })]
    const annas = await invites(anna, { role: 'facilitator' })
    await setRole(anna, ben, 'contributor')
    expect(await refusedWith(withy, high)).toBe('link-over')
    await joins(withy.device(), code, { name: 'Cara' })
    expect(await roleOf(anna, 'Cara')).toBe('contributor')
    await setRole(anna, ben, 'viewer')
    expect(await refusedWith(withy, code)).toBe('code-unknown')
    await joins(withy.device(), annas, { name: 'Dee' })
    expect(await roleOf(anna, 'Dee')).toBe('facilitator')
  })

  it('[ACCESS-36] all end when their maker is taken out or leaves', async () => {
    const anna = await starts(withy)
    for (const who of ['taken out', 'leaves'] as const) {
      const ben = await joinsAs(withy, anna, 'facilitator', 'Ben')
      const made = [await invites(ben, { role: 'viewer' }), await invites(ben, { kind: 'code', role: 'viewer' })]
      await (who === 'leaves' ? ben : anna).gets('DELETE', pathOf(anna, ben))
      expect(await Promise.all(made.map((one) => refusedWith(withy, one)))).toEqual(['link-over', 'code-unknown'])
    }
  })

  it('[ACCESS-36] to the seat end when their maker hands the plan over', async () => {
    const kofi = await starts(withy, { kind: 'support', voice: 'professional', name: 'Kofi' })
    const ben = await joinsAs(withy, kofi, 'facilitator', 'Ben')
    const seat = await invites(kofi, { kind: 'seat' })
    await kofi.gets('POST', `/api/plans/${kofi.plan}/owner`, { person: ben.id })
    expect(await refusedWith(withy, seat)).toBe('link-over')
    await joins(withy.device(), await invites(ben, { kind: 'seat' }), { name: 'Rosa' })
    expect(await rolesIn(ben)).toEqual({ Kofi: 'facilitator', Ben: 'facilitator', Rosa: 'owner' })
  })
})
