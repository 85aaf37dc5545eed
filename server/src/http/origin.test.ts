import { describe, expect, it } from 'vitest'
import { siteOf } from './origin.ts'

const LAN = '192.168.1.20'

describe('where people find the server', () => {
  it('[ACCESS-61] is this machine alone unless something else is said', () => {
    const site = siteOf({ host: '127.0.0.1', publicUrl: null }, 3000, LAN)
    expect(site).toMatchObject({ origin: 'http://127.0.0.1:3000', secure: false, plainHttp: false })
    expect(siteOf({ host: '::1', publicUrl: null }, 4000, LAN).origin).toBe('http://[::1]:4000')
    expect(site.isOwn('http://localhost:3000')).toBe(true)
    expect(site.isOwn(`http://${LAN}:3000`)).toBe(false)
  })

  it('[ACCESS-61] is in a hall an address phones can reach, and pages say that others could read along', () => {
    for (const publicUrl of ['http://0.0.0.0:3000', 'http://localhost:3000', `http://${LAN}:3000`]) {
      const site = siteOf({ host: '0.0.0.0', publicUrl }, 3000, LAN)
      expect(site).toMatchObject({ origin: `http://${LAN}:3000`, secure: false, plainHttp: true })
      expect(site.isOwn(`http://${LAN}:3000`)).toBe(true)
      expect(site.isOwn('http://127.0.0.1:3000')).toBe(true)
    }
    expect(siteOf({ host: '0.0.0.0', publicUrl: 'http://hall.local:3000' }, 3000, LAN).origin).toBe(
      'http://hall.local:3000',
    )
  })

  it('[ACCESS-61] is the https address alone when there is one', () => {
    const site = siteOf({ host: '0.0.0.0', publicUrl: 'https://withy.example.org' }, 3000, LAN)
    expect(site).toMatchObject({ origin: 'https://withy.example.org', secure: true, plainHttp: false })
    for (const other of [
      'http://withy.example.org',
      'http://127.0.0.1:3000',
      `http://${LAN}:3000`,
      'null',
      '',
      undefined,
    ]) {
      expect([other, site.isOwn(other)]).toEqual([other, false])
    }
  })
})
