import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Site } from './origin.ts'

const SELF = ["'self'"]
const NONE = ["'none'"]

/**
 * What every answer carries (SPEC ACCESS-64): only our own scripts, styles, fonts and pictures, no frame around us, no
 * address given to other sites, no camera or microphone. `data:` pictures are the QR codes.
 */
export const safeHeaders = (site: Site): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: NONE,
      scriptSrc: SELF,
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
  })
