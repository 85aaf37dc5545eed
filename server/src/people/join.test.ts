import { LIMIT } from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { invites, joins, joinsAs, pathOf, starts, ticketOf } from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const somebody = (n: number): Person => ({
  id: `somebody ${n}`,
  name: `Somebody ${n}`,
  voice: 'resident',
  role: 'viewer',
  colour: n % 10,
  cameBy: 'link',
  joinedAt: '2026-01-01T00:00:00.000Z',
  seat: false,
})

describe('joining', () => {
  it('[ACCESS-40] takes a link or a code and a name, no more', async () => {
    const anna = await starts(withy)
    const code = await invites(anna, { kind: 'code', voice: 'carer' })
    const device = withy.device()
    expect(await device.isRefused('POST', '/api/join', { ticket: ticketOf(code), name: '  ' })).toBe('name-missing')
    expect(await device.isRefused('POST', '/api/join', { ticket: ticketOf(code) })).toBe('name-missing')
    expect(device.cookie()).toBeUndefined()
    const ben = await joins(device, code, { name: 'Ben' })
    expect((await anna.facts()).people.at(-1)).toMatchObject({ id: ben.id, name: 'Ben', voice: 'carer' })
  })

  it('[ACCESS-40] makes two people of two devices with the same name', async () => {
    const anna = await starts(withy)
    const link = await invites(anna)
    const ben = await joins(withy.device(), link, { name: 'Ben' })
    const other = await joins(withy.device(), link, { name: 'Ben' })
    expect(ben.id).not.toBe(other.id)
    expect((await anna.facts()).people).toHaveLength(3)
  })

  it('[LIMIT-38] lets in as many as a plan can hold', { timeout: 30_000 }, async () => {
    const anna = await starts(withy)
    const link = await invites(anna)
    const ben = await joins(withy.device(), link, { name: 'Ben' })
    const others = Array.from({ length: LIMIT.peoplePerPlan - 2 }, (_, n) => somebody(n))
    await withy.store.changePeople(anna.plan, () => ({ put: others }))
    const late = { ticket: ticketOf(link), name: 'Late' }
    expect(await withy.device().isRefused('POST', '/api/join', late)).toBe('plan-full')
    await joins(ben, link, { name: 'Ben' })
  })

  it('[LIMIT-38] lets one person into as many plans as they can hold', { timeout: 30_000 }, async () => {
    const anna = await starts(withy)
    const owner = { ...(await anna.facts()).people[0] } as Person
    for (let n = 1; n < LIMIT.plansPerPerson; n++) {
      const plan = { id: `plan ${n}`, kind: 'area', title: 'T', epoch: 'e', startedAt: 0 } as const
      await withy.store.create({ plan, owner }, LIMIT.plansPerPerson)
    }
    const body = { kind: 'area', title: 'One more', name: 'Anna', voice: 'resident' }
    expect(await anna.isRefused('POST', '/api/plans', body)).toBe('plans-full')
    const link = await invites(await starts(withy, { name: 'Olu' }))
    expect(await anna.isRefused('POST', '/api/join', { ticket: ticketOf(link), name: 'Anna' })).toBe('plans-full')
  })
})

describe('my way back in', () => {
  it('[ACCESS-25] makes another device the same person, as often as it is used', async () => {
    const anna = await starts(withy)
    const { link } = await anna.gets<{ link: string }>('POST', '/api/me/way-back', { renew: false })
    expect(link).toMatch(/^http:\/\/localhost:3000\/back#[\w-]{22}\.[\w-]{22}$/)
    expect((await anna.gets<{ link: string }>('POST', '/api/me/way-back', { renew: false })).link).toBe(link)
    for (const device of [withy.device(), withy.device()]) {
      await device.gets('POST', '/api/back', { secret: link.split('#')[1] })
      expect((await device.gets<{ person: string }>('GET', '/api/me')).person).toBe(anna.id)
    }
  })

  it('[ACCESS-26] ends with its renewal, and the devices it let in stay', async () => {
    const anna = await starts(withy)
    const { link } = await anna.gets<{ link: string }>('POST', '/api/me/way-back', { renew: false })
    const tablet = withy.device()
    await tablet.gets('POST', '/api/back', { secret: link.split('#')[1] })
    const renewed = await anna.gets<{ link: string }>('POST', '/api/me/way-back', { renew: true })
    const phone = withy.device()
    expect(await phone.isRefused('POST', '/api/back', { secret: link.split('#')[1] })).toBe('link-over')
    await phone.gets('POST', '/api/back', { secret: renewed.link.split('#')[1] })
    expect((await tablet.gets<{ person: string }>('GET', '/api/me')).person).toBe(anna.id)
  })

  it('[ACCESS-26] opens for nobody who never asked for one, and for no made-up secret', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'viewer')
    const { link } = await ben.gets<{ link: string }>('POST', '/api/me/way-back', { renew: false })
    const forged = `${anna.id}.${link.split('.').at(-1)}`
    for (const secret of [forged, `${anna.id}.${'A'.repeat(22)}`, 'x', `${'A'.repeat(22)}.${'A'.repeat(22)}`]) {
      expect(await withy.device().isRefused('POST', '/api/back', { secret })).toBe('link-over')
    }
  })

  it('[ACCESS-27] takes nobody with plans off a device unasked, and does so when it is said', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'viewer')
    const { link } = await anna.gets<{ link: string }>('POST', '/api/me/way-back', { renew: false })
    const secret = link.split('#')[1]
    const person = async () => (await ben.gets<{ person: string }>('GET', '/api/me')).person
    expect(await ben.gets('POST', '/api/back', { secret })).toEqual({ device: 'is-other' })
    expect(await person()).toBe(ben.id)
    expect(await ben.gets('POST', '/api/back', { secret, replace: true })).toEqual({ device: 'became' })
    expect(await person()).toBe(anna.id)
  })

  it('[ACCESS-27] asks nothing of a device that is that person already, or somebody without plans', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'viewer')
    const { link } = await anna.gets<{ link: string }>('POST', '/api/me/way-back', { renew: false })
    const secret = link.split('#')[1]
    const cookie = anna.cookie()
    expect(await anna.gets('POST', '/api/back', { secret })).toEqual({ device: 'was' })
    expect(anna.cookie()).toBe(cookie)
    await ben.gets('DELETE', pathOf(ben, ben))
    expect(await ben.gets('POST', '/api/back', { secret })).toEqual({ device: 'became' })
  })

  it('[ACCESS-24] replaces whoever the device was before, and forgets that session', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'viewer')
    const old = ben.cookie() ?? ''
    const { link } = await anna.gets<{ link: string }>('POST', '/api/me/way-back', { renew: false })
    await ben.gets('POST', '/api/back', { secret: link.split('#')[1], replace: true })
    expect((await ben.gets<{ person: string }>('GET', '/api/me')).person).toBe(anna.id)
    const replayed = await withy.device().ask('GET', '/api/me', undefined, { cookie: old })
    expect(replayed.body).toMatchObject({ person: null })
  })
})
