import { afterEach, describe, expect, it, vi } from 'vitest'
import { openLanguage } from '../text/language.ts'
import { OfflineError } from '../ui/reach.ts'
import { noConnection } from '../ui/testing-connection.ts'
import { RefusedError, send, sentenceOf } from './send.ts'

afterEach(() => vi.unstubAllGlobals())

const answer = (status: number, body: unknown) => vi.fn(async () => Response.json(body, { status }))

describe('send', () => {
  it('[A11Y-17] throws the server’s own sentence when it says no, asked for in the language shown', async () => {
    await openLanguage('cy')
    const fetch = answer(404, { refused: 'code-unknown', sentence: 'Gwiriwch y cod.' })
    vi.stubGlobal('fetch', fetch)
    const refused = await send('POST', '/api/join/look', {}).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(RefusedError)
    expect(sentenceOf(refused)).toBe('Gwiriwch y cod.')
    expect(fetch).toHaveBeenCalledWith(
      '/api/join/look',
      expect.objectContaining({ headers: expect.objectContaining({ 'Accept-Language': 'cy' }) }),
    )
  })

  it.each([
    ['nothing answers', vi.fn(() => Promise.reject(new TypeError('network')))],
    ['something else answers', vi.fn(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))],
    ['a wifi’s own page answers', vi.fn(async () => new Response('<h1>Log in to this wifi</h1>'))],
  ])('[A11Y-17] says what to do when %s', async (_what, fetch) => {
    noConnection()
    vi.stubGlobal('fetch', fetch)
    const lost = await send('GET', '/api/me').catch((error: unknown) => error)
    expect(lost).toBeInstanceOf(OfflineError)
    expect(sentenceOf(lost)).toBe('We cannot reach Withy just now. Check your connection, then try again.')
  })

  it('[SYNC-141] asks again for what only reads, also where an answer was cut off, and for nothing else', async () => {
    const cutOff = () => new Response(new ReadableStream({ start: (body) => body.error(new TypeError('network')) }))
    const fetch = answer(200, { plan: 'p1' }).mockImplementationOnce(async () => cutOff())
    vi.stubGlobal('fetch', fetch)
    expect(await send('GET', '/api/plans/p1')).toEqual({ plan: 'p1' })
    expect(fetch).toHaveBeenCalledTimes(2)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      fetch.mockImplementationOnce(async () => cutOff())
      await expect(send(method, '/api/plans/p1', {})).rejects.toBeInstanceOf(OfflineError)
    }
    expect(fetch).toHaveBeenCalledTimes(6)
  })

  it('gives what the server answers', async () => {
    vi.stubGlobal('fetch', answer(200, { plan: 'p1' }))
    expect(await send('POST', '/api/plans', {})).toEqual({ plan: 'p1' })
  })
})
