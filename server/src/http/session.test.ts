import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { starts } from '../testing/people.ts'
import { REMEMBERED_MS } from './session.ts'

const DAY = 24 * 60 * 60 * 1000
const body = { kind: 'area', title: 'T', name: 'Anna', voice: 'resident' }

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const whoIs = async (cookie: string) =>
  ((await withy.device().ask('GET', '/api/me', undefined, { cookie })).body as { person: string | null }).person

describe('remembering a device', () => {
  it('[ACCESS-20] gives no cookie before somebody starts or joins a plan', async () => {
    const device = withy.device()
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/api/me'],
      ['GET', '/join'],
      ['GET', '/healthz'],
    ] as const) {
      expect((await device.ask(method, path)).headers.get('set-cookie')).toBeNull()
    }
    await device.ask('POST', '/api/plans', { ...body, name: '' })
    expect(device.cookie()).toBeUndefined()
    const { headers } = await device.ask('POST', '/api/plans', body)
    expect(headers.get('set-cookie')).toMatch(/^withy=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('[ACCESS-21] uses a Secure cookie of this host alone on https', async () => {
    const https = await openWithy({ publicUrl: 'https://withy.example.org' })
    const { headers } = await https.device().ask('POST', '/api/plans', body)
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-withy=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
    const asked = (sent: string) => https.device().ask('GET', '/api/me', undefined, { cookie: sent })
    expect((await asked(cookie)).body).toMatchObject({ person: expect.any(String) })
    expect((await asked(cookie.replace('__Host-', ''))).body).toMatchObject({ person: null })
    await https.close()
  })

  it('[ACCESS-22] keeps a hash of 256 random bits, never the token', async () => {
    const anna = await starts(withy)
    const token = anna.cookie()?.split('=')[1] ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(await withy.store.sessions.find(token)).toBeNull()
    const hash = createHash('sha256').update(token).digest('hex')
    expect((await withy.store.sessions.find(hash))?.person).toBe(anna.id)
    expect((await starts(withy)).cookie()).not.toBe(anna.cookie())
  })

  it('[ACCESS-23] lasts 180 days from when the device was last seen', async () => {
    const anna = await starts(withy)
    const cookie = anna.cookie() ?? ''
    const later = await anna.ask('GET', '/api/me')
    expect(later.headers.get('set-cookie')).toBeNull()
    withy.clock.now += 170 * DAY
    const renewed = await anna.ask('GET', '/api/me')
    expect(renewed.headers.get('set-cookie')).toContain(cookie)
    withy.clock.now += 170 * DAY
    expect(await whoIs(cookie)).toBe(anna.id)
    withy.clock.now += REMEMBERED_MS
    expect(await whoIs(cookie)).toBeNull()
  })

  it('[ACCESS-24] ends at once when the device is forgotten, and plans and other devices stay', async () => {
    const anna = await starts(withy)
    const cookie = anna.cookie() ?? ''
    const answer = await anna.ask('POST', '/api/me/forget')
    expect(answer.headers.get('set-cookie')).toMatch(/^withy=; Max-Age=0; /)
    expect(await whoIs(cookie)).toBeNull()
    expect(await withy.store.roleOf(anna.plan, anna.id)).toBe('owner')
    expect((await withy.device().ask('POST', '/api/me/forget')).status).toBe(200)
  })

  it.each(['withy', 'withy=', 'withy=x', `withy=${'A'.repeat(43)}`, `withy=${'é'.repeat(43)}`, `a=b; withy=%00`])(
    '[ACCESS-22] knows nobody by the cookie %s',
    async (cookie) => {
      expect((await withy.device().ask('GET', '/api/me', undefined, { cookie: encodeURI(cookie) })).body).toMatchObject(
        {
          person: null,
        },
      )
    },
  )

  it('[ACCESS-24] keeps who the device is when it starts another plan', async () => {
    const anna = await starts(withy)
    const { headers } = await anna.ask('POST', '/api/plans', body)
    expect(headers.get('set-cookie')).toBeNull()
    expect((await anna.gets<{ plans: unknown[] }>('GET', '/api/me')).plans).toHaveLength(2)
  })
})
