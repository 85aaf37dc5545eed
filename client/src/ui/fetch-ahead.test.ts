import { beforeEach, expect, it, vi } from 'vitest'
import { fetchAhead } from './fetch-ahead.ts'
import { reach } from './reach.ts'

beforeEach(() => vi.stubGlobal('requestIdleCallback', (idle: () => void) => queueMicrotask(idle)))

/** Something that is on its way until it is let come. */
function onItsWay() {
  let come = () => {}
  const fetch = vi.fn(() => new Promise<string>((came) => (come = () => came('here'))))
  return { fetch, come: () => come() }
}
const settled = () => new Promise((after) => setTimeout(after))

it('[SYNC-143] what may be wanted later is fetched one after the other, the tools to write first, then what keeps words safe', async () => {
  const order = ['tools', 'safe', 'part', 'press', 'page'] as const
  const things = order.map((what) => ({ what, ...onItsWay() }))
  const all = things.toReversed().map(({ what, fetch }) => fetchAhead(what, fetch))
  for (const { come } of things) {
    await settled()
    const asked = things.filter(({ fetch }) => fetch.mock.calls.length > 0).map(({ what }) => what)
    expect(asked).toEqual(order.slice(0, asked.length))
    expect(asked).toHaveLength(things.findIndex((thing) => thing.come === come) + 1)
    come()
  }
  expect(await Promise.all(all)).toEqual(order.map(() => 'here'))
})

it('[SYNC-143] it waits for what somebody asked for, and where one cannot be had the next is fetched', async () => {
  const asked = onItsWay()
  const answer = reach(asked.fetch)
  const next = onItsWay()
  const away = fetchAhead('press', () => Promise.reject(new Error('away')))
  const came = fetchAhead('press', next.fetch)
  const said = expect(away).rejects.toThrow('away')
  await settled()
  expect(next.fetch).not.toHaveBeenCalled()
  asked.come()
  await answer
  await said
  await settled()
  next.come()
  expect(await came).toBe('here')
})
