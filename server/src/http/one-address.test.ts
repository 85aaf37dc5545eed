import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { oneAddress } from './one-address.ts'

const HTML = { accept: 'text/html,*/*' }

/** Where a page asked for at `url` is sent to; null where it is given. */
async function sentTo(origin: string, url: string, init: RequestInit = { headers: HTML }): Promise<string | null> {
  const app = new Hono().use(oneAddress({ origin })).all('*', (c) => c.text('the page'))
  return (await app.request(url, init)).headers.get('location')
}

describe('the names of this machine', () => {
  const HERE = 'http://127.0.0.1:3000'

  it('[ACCESS-67] lead to one address, so that a device is known at each', async () => {
    expect(await sentTo(HERE, 'http://localhost:3000/plans/a?b=c')).toBe('http://127.0.0.1:3000/plans/a?b=c')
    expect(await sentTo(HERE, 'http://[::1]:3000/')).toBe('http://127.0.0.1:3000/')
    expect(await sentTo('http://localhost:3000', 'http://127.0.0.1:3000/')).toBe('http://localhost:3000/')
    expect(await sentTo(HERE, 'http://localhost:3000//evil.example/x')).toBe('http://127.0.0.1:3000//evil.example/x')
  })

  it('[ACCESS-67] are left alone where it is not a page of this server, or phones use another address', async () => {
    expect(await sentTo(HERE, 'http://127.0.0.1:3000/')).toBeNull()
    expect(await sentTo(HERE, 'http://localhost:5173/')).toBeNull()
    expect(await sentTo(HERE, 'http://localhost:3000/api/me')).toBeNull()
    expect(await sentTo(HERE, 'http://localhost:3000/healthz', {})).toBeNull()
    expect(await sentTo(HERE, 'http://localhost:3000/', { method: 'POST', headers: HTML })).toBeNull()
    expect(await sentTo(HERE, 'http://evil.example:3000/')).toBeNull()
    expect(await sentTo('http://192.168.1.20:3000', 'http://localhost:3000/')).toBeNull()
    expect(await sentTo('https://withy.example.org', 'http://localhost/')).toBeNull()
  })
})
