import { describe, expect, it, onTestFinished } from 'vitest'
import { createMetrics } from '../metrics.ts'
import { openWithy } from '../testing/open-withy.ts'

const TOKEN = 'a-token-of-32-letters-and-no-more'

/** The status a request for the metrics gets. */
async function asks(
  settings: { metricsToken?: string; proxies?: number },
  address: string,
  headers: Record<string, string> = {},
) {
  const withy = await openWithy({ metrics: createMetrics(), ...settings })
  onTestFinished(() => withy.close())
  const { status, body } = await withy.device(address).ask('GET', '/metrics', undefined, headers)
  expect(String(body).includes('withy_')).toBe(status === 200)
  return status
}

describe('who may read the metrics', () => {
  it.each([
    ['this machine', {}, '127.0.0.1', {}, 200],
    ['this machine by IPv6', {}, '::1', {}, 200],
    ['this machine, as an IPv4 address in IPv6', {}, '::ffff:127.0.0.1', {}, 200],
    ['another machine', {}, '192.168.1.9', {}, 404],
    ['another machine with words', {}, '192.168.1.9', { authorization: `Bearer ${TOKEN}` }, 404],
    ['a proxy here that nobody told us of', {}, '127.0.0.1', { 'x-forwarded-for': '192.168.1.9' }, 404],
    ['somebody behind our proxy', { proxies: 1 }, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1, 192.168.1.9' }, 404],
    ['this machine past our proxy', { proxies: 1 }, '127.0.0.1', {}, 200],
    ['who sends the token', { metricsToken: TOKEN }, '192.168.1.9', { authorization: `Bearer ${TOKEN}` }, 200],
    ['who sends another', { metricsToken: TOKEN }, '192.168.1.9', { authorization: `Bearer ${TOKEN}x` }, 404],
    ['this machine without the token', { metricsToken: TOKEN }, '127.0.0.1', {}, 404],
  ])('[STORE-70] %s', async (_, settings, address, headers, status) => {
    expect(await asks(settings, address, headers as Record<string, string>)).toBe(status)
  })
})
