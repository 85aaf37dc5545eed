import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { starts } from '../testing/people.ts'
import { BODY_BYTES } from './body.ts'
import { BUDGET, createBudgets } from './budgets.ts'

const body = { kind: 'area', title: 'T', name: 'Anna', voice: 'resident' }

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const post = (headers: Record<string, string>, sent = JSON.stringify(body), path = '/api/plans') =>
  withy.app.request(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: sent })
const word = async (answer: Response) => ((await answer.json()) as { refused?: string }).refused ?? 'done'

describe('writes from other websites', () => {
  const own = { origin: 'http://localhost:3000' }

  it.each([
    ['no Origin', {}],
    ['another site', { origin: 'https://evil.example' }],
    ['a look-alike host', { origin: 'http://localhost:3000.evil.example' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['another scheme', { origin: 'https://localhost:3000' }],
    ['a hidden Origin', { origin: 'null' }],
    ['our own Origin that the browser calls cross-site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['our own Origin that the browser calls same-site', { ...own, 'sec-fetch-site': 'same-site' }],
  ])('[ACCESS-63] are refused: %s', async (_, headers) => {
    const answer = await post(headers as Record<string, string>)
    expect([answer.status, await word(answer)]).toEqual([403, 'another-site'])
  })

  it('[ACCESS-63] are told from our own', async () => {
    expect(await word(await post(own))).toBe('done')
    expect(await word(await post({ ...own, 'sec-fetch-site': 'same-origin' }))).toBe('done')
    expect(await word(await post({ origin: 'http://127.0.0.1:3000' }))).toBe('done')
  })

  it('[ACCESS-63] are refused for every method that writes, whatever the address', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of ['/api/plans/x', '/nowhere', '/']) {
        const answer = await withy.app.request(path, { method, headers: { origin: 'https://evil.example' } })
        expect(await word(answer)).toBe('another-site')
      }
    }
  })
})

describe('what is sent', () => {
  const own = { origin: 'http://localhost:3000' }

  it('[LIMIT-30] is at most 64 kB, whatever length it claims', async () => {
    const large = JSON.stringify({ ...body, title: 'x'.repeat(BODY_BYTES) })
    expect(await word(await post(own, large))).toBe('too-large')
    const stream = new Blob([large]).stream()
    const chunked = new Request('http://localhost/api/plans', {
      method: 'POST',
      headers: { ...own, 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect(await word(await withy.app.request(chunked))).toBe('too-large')
    expect(await word(await post({ ...own, 'content-length': '999999999' }))).toBe('too-large')
  })

  it('[LIMIT-31] is JSON of the shape the endpoint asks for, with nothing too long', async () => {
    const sent = ['', '{', 'null', '[]', '"x"', '{"kind":"area"}', JSON.stringify({ ...body, kind: 'x' })]
    for (const one of sent) expect([one, await word(await post(own, one))]).toEqual([one, 'bad-request'])
    expect(await word(await post(own, JSON.stringify({ ...body, title: 'x'.repeat(121) })))).toBe('bad-request')
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      expect(await word(await post({ ...own, 'content-type': type }))).toBe('bad-request')
    }
    const nobody = JSON.stringify({ ...body, name: '' })
    expect(await word(await post(own, nobody))).toBe('name-missing')
    expect(await word(await post(own, JSON.stringify({ ...body, name: '', title: '' })))).toBe('bad-request')
  })

  it('[LIMIT-31] cannot reach what every object has', async () => {
    const sent = '{"__proto__":{"role":"owner"},"constructor":1,"kind":"area","title":"T","name":"N","voice":"carer"}'
    expect(await word(await post(own, sent))).toBe('done')
    expect(({} as { role?: string }).role).toBeUndefined()
  })

  it('[LIMIT-32] is one line of whole letters: no control characters, no turned writing, no halves', async () => {
    const anna = await starts(withy, { name: ' An\u0000na\n\u202eeb\ud800 ', title: 'A\tB\u2028C  D' })
    const { title, people } = await anna.facts()
    expect([title, people[0]?.name]).toEqual(['A B C D', 'An na eb\ufffd'])
    for (const name of ['\u200b', '\u2066\u2069', '\n', '\u00ad', '\u3164', '\u2800\ufe0f']) {
      expect([name, await word(await post(own, JSON.stringify({ ...body, name })))]).toEqual([name, 'name-missing'])
    }
    expect(await word(await post(own, JSON.stringify({ ...body, name: '💚' })))).toBe('done')
  })

  it('[LIMIT-32] has a name of 60 letters at most, and a longer one is called that and not missing', async () => {
    const named = async (name: unknown) => word(await post(own, JSON.stringify({ ...body, name })))
    expect(await named('x'.repeat(60))).toBe('done')
    expect(await named('x'.repeat(61))).toBe('name-too-long')
    expect(await named('\u3164'.repeat(61))).toBe('name-missing')
    expect(await named(7)).toBe('name-missing')
  })

  it('[LIMIT-33] [LIMIT-52] is asked only so often, by one person and by people we do not know from one address', async () => {
    const budgets = createBudgets({ ...BUDGET, changes: 2, starts: 1 })
    await budgets.take('changes', 'anna')
    await budgets.take('changes', 'anna')
    await expect(budgets.take('changes', 'anna')).rejects.toMatchObject({ refusal: 'too-busy' })
    await budgets.take('changes', 'ben')
    const tight = await openWithy({ budgets: createBudgets({ ...BUDGET, changes: 2, knocks: 3, starts: 2 }) })
    const device = tight.device()
    await device.gets('POST', '/api/plans', body)
    await device.gets('POST', '/api/plans', body)
    expect(await device.isRefused('POST', '/api/plans', body)).toBe('too-busy')
    expect(await tight.device().isRefused('POST', '/api/plans', body)).toBe('too-busy')
    const refused = await device.ask('POST', '/api/plans', body)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
    await tight.device('10.0.0.2').gets('POST', '/api/plans', body)
    await device.gets('GET', '/api/me')
    await tight.close()
  })

  it('[LIMIT-41] reads whole plans only so often for one person, to show and to take away', async () => {
    const tight = await openWithy({ budgets: createBudgets({ ...BUDGET, reads: 2 }) })
    const anna = await starts(tight)
    const words = `/api/plans/${anna.plan}/words`
    await anna.gets('GET', words)
    await anna.gets('GET', `/api/plans/${anna.plan}/take-away/html`)
    for (const path of [words, `/api/plans/${anna.plan}/take-away/html`, `/api/plans/${anna.plan}/take-away/pdf`]) {
      expect(await anna.isRefused('GET', path)).toBe('too-busy')
    }
    await anna.facts()
    await (await starts(tight)).gets('GET', '/api/me')
    await tight.close()
  })
})

describe('when something goes wrong', () => {
  it('[LIMIT-36] answers kindly and logs neither words nor names nor secrets', async () => {
    const anna = await starts(withy, { name: 'Marigold', title: 'Larkspur' })
    const problem = new Error('near "Larkspur": syntax')
    vi.spyOn(withy.store, 'find').mockRejectedValueOnce(problem)
    const answer = await anna.ask('GET', `/api/plans/${anna.plan}`)
    expect([answer.status, answer.body]).toMatchObject([500, { refused: 'trouble' }])
    const { link } = await anna.gets<{ link: string }>('POST', '/api/me/way-back', { renew: false })
    await anna.ask('GET', `/back?secret=${link.split('#')[1]}`)
    await anna.ask('POST', '/api/join/look', { ticket: { code: 'BCDFHJKL' } })
    const logged = withy.logged()
    expect(logged).toContain('"route":"/api/plans/:plan"')
    expect(logged).toContain('a request went wrong')
    const hidden = [
      'Marigold',
      'Larkspur',
      link.split('#')[1] ?? '',
      anna.cookie()?.split('=')[1] ?? '',
      'BCDFHJKL',
      anna.plan,
    ]
    for (const one of hidden) expect(logged.includes(one), one).toBe(false)
  })
})
