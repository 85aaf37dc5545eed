import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, Hono } from 'hono'
import { pageFiles } from './page-files.ts'
import { refused } from './refused.ts'

/** Every page of the client. Anything else is a real 404. */
const PAGES = [
  '/',
  '/start',
  '/start/from-a-file',
  '/join',
  '/back',
  '/plans/:plan',
  '/plans/:plan/share',
  '/plans/:plan/screen',
  '/plans/:plan/did-it-happen',
  '/plans/:plan/workshops',
  '/plans/:plan/workshops/:workshop',
  '/plans/:plan/workshops/:workshop/prepare',
  '/plans/:plan/workshops/:workshop/sheets',
  '/plans/:plan/workshops/:workshop/record',
  '/plans/:plan/workshops/:workshop/you-said',
  '/plans/:plan/history',
  '/plans/:plan/history/*',
  '/plans/:plan/agree',
  '/plans/:plan/agreed/:number',
  '/plans/:plan/agreed/:number/copies',
  '/help',
  '/help/run-a-workshop',
  '/help/in-a-workshop',
  '/help/agree-a-plan',
  '/help/say-something',
  '/help/formats',
  '/help/care-words',
  '/check',
  '/take-away',
  '/privacy',
  '/accessibility',
  '/accessibility/*',
]

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** What is not packed already. */
const PACKS_WELL = /^(text\/|application\/|image\/svg)/

type File = {
  readonly bytes: Buffer<ArrayBuffer>
  readonly type: string
  readonly tag: string
  /** As small as it gets: made with the build. */
  readonly brotli: Buffer<ArrayBuffer> | null
  gzip?: Promise<Buffer<ArrayBuffer>>
}

/**
 * Serves the built client. Its few files are read once, at the start, into a map by path: no request ever touches the
 * disk, so no address can reach outside the folder (SPEC ACCESS-66). Without a build, pages say how to make one.
 */
export function staticRoutes(app: Hono, dist: string): void {
  const files = readAll(dist)
  const index = files.get('/index.html')

  const links = pageFiles(dist)

  for (const page of PAGES) {
    const link = links.get(page)
    app.get(page, (c) => {
      if (link) c.header('link', link)
      return index ? send(c, index, 200) : noBuild(c)
    })
  }
  app.get('*', (c) => {
    const file = files.get(c.req.path)
    if (file) return send(c, file, 200)
    const isPage = c.req.header('accept')?.includes('text/html') && !c.req.path.startsWith('/api/')
    return isPage ? (index ? send(c, index, 404) : noBuild(c)) : refused(c, 'not-found')
  })
}

function readAll(dist: string): ReadonlyMap<string, File> {
  if (!existsSync(dist)) return new Map()
  const found = readdirSync(dist, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.br'),
  )
  return new Map(
    found.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const bytes = readFileSync(path)
      const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
      const type = TYPES[extname(path)] ?? 'application/octet-stream'
      const brotli = existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : null
      return [`/${relative(dist, path).split(sep).join('/')}`, { bytes, type, tag, brotli }] as const
    }),
  )
}

async function send(c: Context, file: File, status: 200 | 404): Promise<Response> {
  // Vite puts a hash of the content into the names below assets/.
  const isHashed = c.req.path.startsWith('/assets/')
  const isHtml = file.type === TYPES['.html']
  c.header('content-type', file.type)
  c.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : isHtml ? 'no-store' : 'no-cache')
  if (!isHtml) c.header('etag', file.tag)
  if (PACKS_WELL.test(file.type)) c.header('vary', 'accept-encoding')
  if (!isHtml && c.req.header('if-none-match') === file.tag) return c.body(null, 304)
  const taken = PACKS_WELL.test(file.type) ? (c.req.header('accept-encoding') ?? '') : ''
  if (file.brotli && /\bbr\b/.test(taken)) {
    c.header('content-encoding', 'br')
    return c.body(file.brotli, status)
  }
  if (!/\bgzip\b/.test(taken)) return c.body(file.bytes, status)
  file.gzip ??= pack(file.bytes)
  c.header('content-encoding', 'gzip')
  return c.body(await file.gzip, status)
}

/** Once for each file, when it is first asked for. */
const pack = (bytes: Buffer): Promise<Buffer<ArrayBuffer>> =>
  promisify(gzip)(bytes, { level: 9 }) as Promise<Buffer<ArrayBuffer>>

const noBuild = (c: Context): Response =>
  c.text('Withy is running, but its pages have not been built yet.\nRun: npm run build\nThen start it again.\n', 404)
