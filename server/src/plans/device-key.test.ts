import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Device, openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, starts } from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const keyFor = async (device: Device, plan: string, epoch = 'e1') =>
  (await device.gets<{ key: string }>('GET', `/api/plans/${plan}/device-key/${epoch}`)).key

describe('the key of a device copy', () => {
  it('[ACCESS-80] is 256 bits, the same each time, and another one for another person, plan or epoch', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'contributor')
    const key = await keyFor(anna, anna.plan)
    expect(Buffer.from(key, 'base64url')).toHaveLength(32)
    expect(await keyFor(anna, anna.plan)).toBe(key)
    const other = await starts(withy)
    const others = [await keyFor(ben, anna.plan), await keyFor(anna, anna.plan, 'e2'), await keyFor(other, other.plan)]
    expect(new Set([key, ...others]).size).toBe(4)
  })

  it('[ACCESS-80] is kept nowhere: it is in no cache and no log', async () => {
    const anna = await starts(withy)
    const answer = await anna.ask('GET', `/api/plans/${anna.plan}/device-key/e1`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(withy.logged()).not.toContain((answer.body as { key: string }).key)
  })

  it('[ACCESS-80] is refused to a device that was forgotten and to somebody who was taken out', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'viewer')
    await keyFor(ben, anna.plan)
    await anna.gets('DELETE', `/api/plans/${anna.plan}/people/${ben.id}`)
    const path = `/api/plans/${anna.plan}/device-key/e1`
    expect(await ben.isRefused('GET', path)).toBe('not-found')
    await anna.gets('POST', '/api/me/forget')
    expect(await anna.isRefused('GET', path)).toBe('sign-in')
  })

  it('[ACCESS-80] is of an epoch, not of whatever is typed', async () => {
    const anna = await starts(withy)
    for (const epoch of ['e%201', 'x'.repeat(65), 'e%00'])
      expect(await anna.isRefused('GET', `/api/plans/${anna.plan}/device-key/${epoch}`)).toBe('bad-request')
  })
})
