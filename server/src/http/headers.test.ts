import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { starts } from '../testing/people.ts'
import { tempDir } from '../testing/temp-dir.ts'

const SAFE = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://localhost:3000; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=(self), screen-wake-lock=(self), clipboard-write=(self)',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
/** A copy behind a private link brings its own style along, and may do less than any page of ours. */
const COPY = {
  ...SAFE,
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
const ONLY_HTTPS = ['strict-transport-security', 'cross-origin-opener-policy', 'origin-agent-cluster']

let withy: Withy
let https: Withy
beforeAll(async () => {
  ;[withy, https] = await Promise.all([openWithy(), openWithy({ publicUrl: 'https://withy.example.org' })])
})
afterAll(() => Promise.all([withy.close(), https.close()]))

const found = (headers: Headers, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, headers.get(name)]))

describe('what every answer carries', () => {
  it('[ACCESS-64] is the same set of headers on every route, yes or no', async () => {
    const paths = new Set([
      ...withy.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path.replace(/:\w+/g, 'x')),
      ...['/', '/nowhere', '/api/nowhere', '/plans/x/live', '/healthz', '/readyz', '/openapi.json', '/api/me'],
    ])
    expect(paths.size).toBeGreaterThan(15)
    for (const path of paths) {
      const { headers } = await withy.device().ask('GET', path)
      expect([path, found(headers, Object.keys(SAFE))]).toEqual([path, path.startsWith('/copy/') ? COPY : SAFE])
      expect(headers.get('x-powered-by')).toBeNull()
    }
    const refused = await withy.app.request('/api/plans', { method: 'POST' })
    expect(found(refused.headers, Object.keys(SAFE))).toEqual(SAFE)
  })

  it('[A11Y-171] @G5 lets a page listen where a plan is written alone, and only where the host allows dictation', async () => {
    const allowed = await openWithy({ dictation: true })
    const mayListen = async (server: Withy, path: string) =>
      /\bmicrophone=\(self\)/.test((await server.device().ask('GET', path)).headers.get('permissions-policy') ?? '')
    const written = ['/plans/p', '/plans/p/workshops/w']
    const others = [
      '/',
      '/help',
      '/plans/p/screen',
      '/plans/p/history',
      '/plans/p/workshops',
      '/api/me',
      '/api/plans/p',
    ]
    for (const path of written) expect([path, await mayListen(allowed, path)]).toEqual([path, true])
    for (const path of others) expect([path, await mayListen(allowed, path)]).toEqual([path, false])
    for (const path of [...written, ...others]) expect([path, await mayListen(withy, path)]).toEqual([path, false])
    expect(await allowed.device().gets('GET', '/api/me')).toMatchObject({ dictation: true })
    expect(await withy.device().gets('GET', '/api/me')).toMatchObject({ dictation: false })
    await allowed.close()
  })

  it('[ACCESS-64] adds on https, and only there, what browsers know only there', async () => {
    const plain = await withy.device().ask('GET', '/')
    expect(found(plain.headers, ONLY_HTTPS)).toEqual(Object.fromEntries(ONLY_HTTPS.map((name) => [name, null])))
    const { headers } = await https.device().ask('GET', '/')
    expect(found(headers, ONLY_HTTPS)).toEqual({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'cross-origin-opener-policy': 'same-origin',
      'origin-agent-cluster': '?1',
    })
    expect(headers.get('content-security-policy')).toContain("connect-src 'self' wss://withy.example.org;")
  })

  it('[ACCESS-64] lets the script within the client’s page run, by its hash, and no other', async () => {
    const dist = tempDir()
    // As in https://www.w3.org/TR/CSP3/#example-hash
    writeFileSync(join(dist, 'index.html'), "<!doctype html><script>alert('Hello, world.');</script>")
    const built = await openWithy({ dist })
    const { headers } = await built.device().ask('GET', '/')
    expect(headers.get('content-security-policy')).toContain(
      "script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; style-src 'self';",
    )
    await built.close()
  })

  it('[ACCESS-64] is less with the files of a page, which may fetch nothing of others and run in no frame', async () => {
    const dist = tempDir()
    mkdirSync(join(dist, 'assets'))
    writeFileSync(join(dist, 'assets', 'app-abc123.js'), 'let a = 1')
    const built = await openWithy({ dist })
    const { headers } = await built.device().ask('GET', '/assets/app-abc123.js')
    expect(found(headers, Object.keys(SAFE))).toEqual({
      ...SAFE,
      'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
      'permissions-policy': null,
      'x-frame-options': null,
    })
    const nowhere = await built.device().ask('GET', '/assets/nowhere.js')
    expect(found(nowhere.headers, Object.keys(SAFE))).toEqual(SAFE)
    await built.close()
  })

  it('[ACCESS-64] keeps no answer of the API', async () => {
    const anna = await starts(withy)
    for (const path of ['/api/me', `/api/plans/${anna.plan}`, '/api/nowhere', '/api/plans/x']) {
      expect((await anna.ask('GET', path)).headers.get('cache-control')).toBe('no-store')
    }
  })
})

describe('the built client', () => {
  const withClient = async () => {
    const dist = tempDir()
    mkdirSync(join(dist, 'assets'))
    writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Withy</title>')
    writeFileSync(join(dist, 'assets', 'app-abc123.js'), 'let a = 1\n'.repeat(500))
    writeFileSync(join(dist, 'assets', 'font-abc123.woff2'), Buffer.alloc(500))
    writeFileSync(join(dist, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    return openWithy({ dist })
  }
  const html = { accept: 'text/html' }

  it('[ACCESS-66] every page the client has is one the server gives', async () => {
    const served = await withClient()
    const app = readFileSync(new URL('../../../client/src/app/app.tsx', import.meta.url), 'utf8')
    const paths = [...app.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) =>
      path.replace(/:\w+/g, '1').replace('*?', 'x'),
    )
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths)
      expect([path, (await served.device().ask('GET', path, undefined, html)).status]).toEqual([path, 200])
  })

  it('[ACCESS-66] is the same page for every page’s address, never kept, and a real 404 elsewhere', async () => {
    const served = await withClient()
    const pages = [
      '/',
      '/start',
      '/join',
      '/back',
      '/plans/p',
      '/plans/p/share',
      '/plans/p/screen',
      '/help',
      '/plans/p/agree',
      '/plans/p/agreed/1',
      '/plans/p/agreed/1/copies',
      '/plans/p/history',
      '/plans/p/history/compare',
      '/help/agree-a-plan',
      '/help/formats',
      '/check',
      '/privacy',
      '/accessibility',
      '/accessibility/report',
    ]
    for (const page of pages) {
      const { status, headers, body } = await served.device().ask('GET', page, undefined, html)
      expect([page, status, headers.get('cache-control'), body]).toEqual([
        page,
        200,
        'no-store',
        '<!doctype html><title>Withy</title>',
      ])
    }
    const nowhere = await served.device().ask('GET', '/nowhere', undefined, html)
    expect([nowhere.status, nowhere.body]).toEqual([404, '<!doctype html><title>Withy</title>'])
    expect((await served.device().ask('GET', '/api/nowhere', undefined, html)).body).toMatchObject({
      refused: 'not-found',
    })
    expect((await served.device().ask('GET', '/nowhere.js')).status).toBe(404)
    await served.close()
  })

  it('[ACCESS-66] keeps files with a hash in their name for ever, and asks again for the others', async () => {
    const served = await withClient()
    const device = served.device()
    const script = await device.ask('GET', '/assets/app-abc123.js')
    expect(found(script.headers, ['cache-control', 'content-type'])).toEqual({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    })
    const icon = await device.ask('GET', '/icon.svg')
    expect(icon.headers.get('cache-control')).toBe('no-cache')
    const again = await device.ask('GET', '/icon.svg', undefined, { 'if-none-match': icon.headers.get('etag') ?? '' })
    expect([again.status, again.body]).toEqual([304, ''])
    await served.close()
  })

  it('[ACCESS-66] is packed for those who can unpack it, except what is packed already', async () => {
    const served = await withClient()
    const ask = (path: string) => served.app.request(path, { headers: { 'accept-encoding': 'br, gzip' } })
    const script = await ask('/assets/app-abc123.js')
    expect(found(script.headers, ['content-encoding', 'vary'])).toEqual({
      'content-encoding': 'gzip',
      vary: 'accept-encoding',
    })
    const packed = Buffer.from(await script.arrayBuffer())
    expect(packed.byteLength).toBeLessThan(500)
    expect(gunzipSync(packed).toString()).toBe('let a = 1\n'.repeat(500))
    expect((await ask('/assets/font-abc123.woff2')).headers.get('content-encoding')).toBeNull()
    await served.close()
  })

  it('[SYNC-145] a file that the build packed as small as it gets is sent so to who can unpack that', async () => {
    const dist = tempDir()
    const script = 'let a = 1\n'.repeat(500)
    writeFileSync(join(dist, 'app.js'), script)
    writeFileSync(join(dist, 'app.js.br'), brotliCompressSync(script))
    const served = await openWithy({ dist })
    const ask = (takes: string) => served.app.request('/app.js', { headers: { 'accept-encoding': takes } })
    const small = await ask('gzip, deflate, br')
    expect(small.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await small.arrayBuffer())).toString()).toBe(script)
    expect((await ask('gzip')).headers.get('content-encoding')).toBe('gzip')
    expect(await (await ask('identity')).text()).toBe(script)
    // It is another form of that file, and none of its own.
    expect((await served.app.request('/app.js.br')).status).toBe(404)
    await served.close()
  })

  it.each([
    '/../withy.db',
    '/..%2fwithy.db',
    '/%2e%2e/withy.db',
    '//etc/passwd',
    '/assets/../../withy.db',
    '/index.html%00',
  ])('[ACCESS-66] cannot be left by %s', async (path) => {
    const served = await withClient()
    const { status, body } = await served.device().ask('GET', path)
    expect([status, String(body)]).toEqual([404, expect.not.stringContaining('SQLite')])
    await served.close()
  })

  it('[ACCESS-66] says how to make it when it has not been built', async () => {
    const { status, body } = await withy.device().ask('GET', '/plans/p', undefined, html)
    expect([status, body]).toEqual([404, expect.stringContaining('npm run build')])
  })
})
