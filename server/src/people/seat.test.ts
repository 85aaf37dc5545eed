import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import {
  invitationPath,
  invitationsOf,
  invites,
  joins,
  joinsAs,
  look,
  pathOf,
  refusedWith,
  rolesIn,
  starts,
  ticketOf,
} from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

describe('the seat of the person a support plan is about', () => {
  it('[ACCESS-43] is taken by whoever starts the plan as that person', async () => {
    const rosa = await starts(withy, { kind: 'support', voice: 'person', name: 'Rosa' })
    const facts = await rosa.facts()
    expect([facts.seat, facts.people[0]?.seat]).toEqual([{ taken: true, startedBy: null }, true])
    const wanted = { kind: 'seat', role: 'owner', voice: 'person' }
    expect(await rosa.isRefused('POST', `/api/plans/${rosa.plan}/invitations`, wanted)).toBe('seat-taken')
    const body = { kind: 'area', title: 'T', name: 'N', voice: 'person' }
    expect(await withy.device().isRefused('POST', '/api/plans', body)).toBe('bad-request')
  })

  it('[ACCESS-44] comes with the owner’s own link, and ownership with it', async () => {
    const kofi = await starts(withy, { kind: 'support', voice: 'professional', name: 'Kofi' })
    expect((await kofi.facts()).seat).toEqual({ taken: false, startedBy: kofi.id })
    const seat = await invites(kofi, { kind: 'seat', role: 'viewer', voice: 'carer' })
    expect(await look(withy, seat)).toMatchObject({ seat: true, role: 'owner', voice: 'person', invitedBy: 'Kofi' })
    const rosa = await joins(withy.device(), seat, { name: 'Rosa' })
    expect(await rolesIn(rosa)).toEqual({ Kofi: 'facilitator', Rosa: 'owner' })
    const facts = await rosa.facts()
    expect(facts.people.at(-1)).toMatchObject({ voice: 'person', seat: true, cameBy: 'seat' })
    expect(facts.seat).toEqual({ taken: true, startedBy: kofi.id })
  })

  it('[ACCESS-45] has room for one: the link is refused to others once it is used, and no longer shown', async () => {
    const kofi = await starts(withy, { kind: 'support', voice: 'professional', name: 'Kofi' })
    const seat = await invites(kofi, { kind: 'seat' })
    const rosa = await joins(withy.device(), seat, { name: 'Rosa' })
    expect(await refusedWith(withy, seat)).toBe('seat-taken')
    const ticket = ticketOf(seat)
    expect(await withy.device().isRefused('POST', '/api/join/look', { ticket })).toBe('seat-taken')
    expect((await look(withy, seat, rosa)).already).toMatchObject({ plan: rosa.plan, gives: null })
    expect(await invitationsOf(rosa)).toEqual([])
    // Rosa gives the seat up again: an old link that is still about must not give the plan away.
    await rosa.gets('PATCH', pathOf(rosa, rosa), { voice: 'care' })
    expect(await refusedWith(withy, seat)).toBe('link-over')
  })

  it('[ACCESS-35] has links only its owner makes, sees, renews and withdraws, and never a code', async () => {
    const kofi = await starts(withy, { kind: 'support', voice: 'professional', name: 'Kofi' })
    const ben = await joinsAs(withy, kofi, 'facilitator', 'Ben')
    const seat = await invites(kofi, { kind: 'seat' })
    const wanted = { kind: 'seat', role: 'owner', voice: 'person' }
    expect(await ben.isRefused('POST', `/api/plans/${ben.plan}/invitations`, wanted)).toBe('not-allowed')
    expect((await invitationsOf(ben)).map(({ kind }) => kind)).not.toContain('seat')
    expect((await invitationsOf(kofi)).map(({ kind }) => kind)).toContain('seat')
    expect(await ben.isRefused('POST', invitationPath(ben, seat, '/renew'))).toBe('not-allowed')
    expect(await ben.isRefused('DELETE', invitationPath(ben, seat))).toBe('not-allowed')
    expect(seat.code).toBeNull()
    const area = await starts(withy)
    expect(await area.isRefused('POST', `/api/plans/${area.plan}/invitations`, wanted)).toBe('bad-request')
  })

  it('[ACCESS-44] can be taken by somebody who is in the plan already, also by who started it', async () => {
    const kofi = await starts(withy, { kind: 'support', voice: 'professional', name: 'Kofi' })
    const rosa = await joinsAs(withy, kofi, 'viewer', 'Rosa')
    const seat = await invites(kofi, { kind: 'seat' })
    const already = { plan: rosa.plan, name: 'Rosa', role: 'viewer', gives: 'owner' }
    expect(await look(withy, seat, rosa)).toMatchObject({ seat: true, already })
    expect(await look(withy, seat, kofi)).toMatchObject({ seat: true, already: { role: 'owner', gives: 'owner' } })
    await joins(rosa, seat, { name: 'Rosa' })
    expect(await rolesIn(rosa)).toEqual({ Kofi: 'facilitator', Rosa: 'owner' })
    for (const member of [rosa, kofi]) expect((await look(withy, seat, member)).already?.gives).toBeNull()
    const self = await starts(withy, { kind: 'support', voice: 'supporter', name: 'Sam' })
    await joins(self, await invites(self, { kind: 'seat' }), { name: 'Sam' })
    expect((await self.facts()).people).toMatchObject([{ name: 'Sam', role: 'owner', seat: true, voice: 'person' }])
  })
})
