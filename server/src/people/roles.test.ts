import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { invites, joins, joinsAs, pathOf, rolesIn, starts } from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

describe('roles and people', () => {
  it('[ACCESS-4] changes a role, and the person may do by it what they now may', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'viewer', 'Ben')
    expect(await ben.isRefused('PATCH', `/api/plans/${ben.plan}`, { title: 'Mine' })).toBe('not-allowed')
    await anna.gets('PATCH', pathOf(anna, ben), { role: 'facilitator' })
    await ben.gets('PATCH', `/api/plans/${ben.plan}`, { title: 'Ours' })
    expect((await anna.facts()).title).toBe('Ours')
    await ben.gets('PATCH', pathOf(ben, ben), { role: 'contributor' })
    expect(await ben.isRefused('PATCH', pathOf(ben, ben), { role: 'facilitator' })).toBe('not-allowed')
  })

  it('[ACCESS-5] keeps the owner the owner until they hand over', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'facilitator', 'Ben')
    expect(await anna.isRefused('PATCH', pathOf(anna, anna), { role: 'viewer' })).toBe('last-owner')
    expect(await anna.isRefused('DELETE', pathOf(anna, anna))).toBe('last-owner')
    expect(await ben.isRefused('PATCH', pathOf(ben, anna), { role: 'viewer' })).toBe('not-allowed')
    expect(await ben.isRefused('DELETE', pathOf(ben, anna))).toBe('not-allowed')
    expect(await ben.isRefused('PATCH', pathOf(ben, ben), { role: 'owner' })).toBe('not-allowed')
    expect(await anna.isRefused('PATCH', pathOf(anna, ben), { role: 'owner' })).toBe('not-allowed')
  })

  it('[ACCESS-12] hands a plan over: the other becomes owner, the asker a facilitator who may leave', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'viewer', 'Ben')
    expect(await ben.isRefused('POST', `/api/plans/${ben.plan}/owner`, { person: ben.id })).toBe('not-allowed')
    expect(await anna.isRefused('POST', `/api/plans/${anna.plan}/owner`, { person: 'nobody' })).toBe('not-found')
    await anna.gets('POST', `/api/plans/${anna.plan}/owner`, { person: ben.id })
    expect(await rolesIn(ben)).toEqual({ Anna: 'facilitator', Ben: 'owner' })
    await anna.gets('DELETE', pathOf(anna, anna))
    expect(await rolesIn(ben)).toEqual({ Ben: 'owner' })
  })

  it('[ACCESS-9] takes a person out at once, and remembers the name boxes may still hold', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'contributor', 'Ben')
    const cara = await joinsAs(withy, anna, 'contributor', 'Cara')
    expect(await cara.isRefused('DELETE', pathOf(cara, ben))).toBe('not-allowed')
    await anna.gets('DELETE', pathOf(anna, ben))
    expect(await ben.isRefused('GET', `/api/plans/${ben.plan}`)).toBe('not-found')
    expect((await anna.facts()).former).toEqual([{ id: ben.id, name: 'Ben' }])
    expect(await anna.isRefused('DELETE', pathOf(anna, ben))).toBe('not-found')
    expect((await ben.gets<{ plans: unknown[] }>('GET', '/api/me')).plans).toEqual([])
  })

  it('[ACCESS-15] keeps somebody who was taken out from coming back by a door that was open then', async () => {
    const anna = await starts(withy)
    const link = await invites(anna)
    const ben = await joins(withy.device(), link, { name: 'Ben' })
    withy.clock.now += 1_000
    await anna.gets('DELETE', pathOf(anna, ben))
    await expect(joins(ben, link, { name: 'Ben' })).rejects.toThrow('link-over')
    withy.clock.now += 1_000
    const again = await joins(ben, await invites(anna), { name: 'Ben' })
    expect(again.id).toBe(ben.id)
    expect((await anna.facts()).former).toEqual([])
  })

  it('[ACCESS-15] lets somebody who left come back by the same link', async () => {
    const anna = await starts(withy)
    const link = await invites(anna)
    const ben = await joins(withy.device(), link, { name: 'Ben' })
    await ben.gets('DELETE', pathOf(ben, ben))
    expect((await joins(ben, link, { name: 'Ben' })).id).toBe(ben.id)
  })

  it('[ACCESS-13] stores a change first, then closes that person’s sockets, then tells the room', async () => {
    const said: string[] = []
    const spied = await openWithy()
    const anna = await starts(spied)
    const ben = await joinsAs(spied, anna, 'contributor', 'Ben')
    const roleNow = () => spied.store.roleOf(anna.plan, ben.id)
    const seen: Promise<unknown>[] = []
    vi.spyOn(spied.live, 'setRole').mockImplementation((plan, person, role) => {
      said.push(`close ${person === ben.id} ${plan === anna.plan} ${role}`)
      seen.push(roleNow())
    })
    vi.spyOn(spied.live, 'tell').mockImplementation((_, message) => {
      if (message.type === 'people') said.push(`tell ${message.people.map(({ role }) => role).join()}`)
    })
    await anna.gets('PATCH', pathOf(anna, ben), { role: 'viewer' })
    await anna.gets('PATCH', pathOf(anna, ben), { role: 'viewer' })
    await ben.gets('PATCH', pathOf(ben, ben), { name: 'Benjamin' })
    await anna.gets('DELETE', pathOf(anna, ben))
    expect(said).toEqual([
      'close true true viewer',
      'tell owner,viewer',
      'tell owner,viewer',
      'tell owner,viewer',
      'close true true null',
      'tell owner',
    ])
    expect(await Promise.all(seen)).toEqual(['viewer', null])
    await spied.close()
  })

  it('[ACCESS-7] lets people change their own name and voice, and nobody else’s', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'viewer', 'Ben')
    await ben.gets('PATCH', pathOf(ben, ben), { name: '  Ben \n B. ', voice: 'carer' })
    expect((await anna.facts()).people[1]).toMatchObject({ name: 'Ben B.', voice: 'carer', role: 'viewer' })
    expect(await anna.isRefused('PATCH', pathOf(anna, ben), { name: 'Bob' })).toBe('not-allowed')
    expect(await ben.isRefused('PATCH', pathOf(ben, ben), { name: ' \u200b ' })).toBe('name-missing')
    expect(await ben.isRefused('PATCH', pathOf(ben, ben), {})).toBe('bad-request')
    expect(await ben.isRefused('PATCH', pathOf(ben, ben), { name: 'B', role: 'viewer' })).toBe('bad-request')
  })

  it('[ACCESS-17] says of each person how they came, and gives each a colour', async () => {
    const anna = await starts(withy)
    await joins(withy.device(), await invites(anna, { kind: 'code' }), { name: 'Cara' })
    await joinsAs(withy, anna, 'contributor', 'Ben')
    const { people, me } = await anna.facts()
    expect(people.map(({ cameBy, colour }) => [cameBy, colour])).toEqual([
      ['started', 0],
      ['code', 1],
      ['link', 2],
    ])
    expect(me).toBe(people[0]?.id)
  })
})
