import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Site } from './origin.ts'

const SELF = ["'self'"]
const NONE = ["'none'"]

/**
 * What every answer carries (SPEC ACCESS-64): only our own scripts, styles, fonts and pictures, no frame around us, no
 * address given to other sites, no camera or microphone. `data:` pictures are the QR codes. Of scripts within a page those of the
 * built client's own page run, by their hash, and no others.
 */
export const safeHeaders = (site: Site, dist: string): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: NONE,
      scriptSrc: [...SELF, ...hashesOf(join(dist, 'index.html'))],
      styleSrc: SELF,
      imgSrc: [...SELF, 'data:'],
      fontSrc: SELF,
      // Older Safari does not count a socket as 'self'.
      connectSrc: [...SELF, site.origin.replace(/^http/, 'ws')],
      manifestSrc: SELF,
      baseUri: NONE,
      formAction: SELF,
      frameAncestors: NONE,
    },
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      payment: [],
      usb: [],
      fullscreen: ['self'],
      screenWakeLock: ['self'],
      clipboardWrite: ['self'],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    crossOriginResourcePolicy: 'same-origin',
    // These two mean nothing on plain http, and browsers complain of them there.
    crossOriginOpenerPolicy: site.secure ? 'same-origin' : false,
    originAgentCluster: site.secure ? '?1' : false,
    strictTransportSecurity: site.secure ? 'max-age=31536000; includeSubDomains' : false,
    // No browser of today looks at these, and a slow line carries them a hundred times.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })

/** What a page may use, and who may frame it, is said with the page: its files need to say what they may fetch themselves, as short as can be. */
const OF_PAGES = ['permissions-policy', 'x-frame-options']
const FILES_POLICY = "default-src 'self'; frame-ancestors 'none'"

/** The client's own files carry less than pages do: a phone fetches a hundred of them, each with its headers (SPEC ACCESS-64). Has the last word. */
export const fileHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.status !== 200) return
  for (const name of OF_PAGES) c.res.headers.delete(name)
  c.res.headers.set('content-security-policy', FILES_POLICY)
}

/** Where words of a plan are written people may let the page listen, if the host allows it (SPEC A11Y-171). Has the last word. */
export const mayListen: MiddlewareHandler = async (c, next) => {
  await next()
  const policy = c.res.headers.get('permissions-policy')
  if (policy) c.res.headers.set('permissions-policy', policy.replace('microphone=()', 'microphone=(self)'))
}

function hashesOf(page: string): string[] {
  const html = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return Array.from(html.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, script = '']) => {
    return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  })
}
