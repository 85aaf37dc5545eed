import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { parse, serialize } from 'hono/utils/cookie'
import type { SessionStore } from '../storage/sessions.ts'

const DAY = 24 * 60 * 60 * 1000

/** How long a device is remembered after it was last seen. */
export const REMEMBERED_MS = 180 * DAY

/**
 * Which person a device is. The cookie holds 256 random bits; we keep only their hash, so a stolen database opens
 * nothing. Nobody gets a cookie before they start or join a plan (SPEC ACCESS-20 to ACCESS-24).
 */
export interface Sessions {
  /** Whose a cookie header is, or null. For sockets, which answer before any route. */
  sessionOf(cookieHeader: string | undefined): Promise<Session | null>
  /** The same for a request; keeps the device remembered for longer. */
  of(c: Context): Promise<string | null>
  /** Remembers the device that asks as this person. */
  start(c: Context, person: string): Promise<void>
  /** Forgets the device that asks. */
  forget(c: Context): Promise<void>
}

/** A device's person. `session` names the session and opens nothing: the hash of its token. */
export type Session = { readonly person: string; readonly session: string }

export type SessionNeeds = {
  readonly rows: SessionStore
  readonly secure: boolean
  /** A session has ended, on disk: what is open in its name closes. */
  ended(session: string): void
  readonly now?: () => number
}

export function createSessions({ rows, secure, ended, now = Date.now }: SessionNeeds): Sessions {
  // __Host- keeps other hosts and paths from setting it, and browsers refuse it on plain http.
  const cookie = secure ? '__Host-withy' : 'withy'

  const tokenIn = (header: string | undefined): string | null => {
    const token = header ? parse(header, cookie)[cookie] : undefined
    return token && /^[\w-]{43}$/.test(token) ? token : null
  }
  const setCookie = (c: Context, token: string, maxAge: number) =>
    c.header('set-cookie', serialize(cookie, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge }))

  const find = async (token: string | null) => {
    const row = token ? await rows.find(hashOf(token)) : null
    return row && row.seenAt + REMEMBERED_MS > now() ? row : null
  }

  const end = async (token: string) => {
    await rows.forget(hashOf(token))
    ended(hashOf(token))
  }

  return {
    async sessionOf(header) {
      const row = await find(tokenIn(header))
      return row && { person: row.person, session: row.hash }
    },

    async of(c) {
      const token = tokenIn(c.req.header('cookie'))
      const row = await find(token)
      if (token && row && row.seenAt + DAY < now()) {
        await rows.seen(row.hash, now())
        setCookie(c, token, REMEMBERED_MS / 1000)
      }
      return row?.person ?? null
    },

    async start(c, person) {
      // The device may have been somebody else's until now.
      const before = tokenIn(c.req.header('cookie'))
      if (before) await end(before)
      const token = randomBytes(32).toString('base64url')
      await rows.start({ hash: hashOf(token), person, seenAt: now() })
      setCookie(c, token, REMEMBERED_MS / 1000)
    },

    async forget(c) {
      const token = tokenIn(c.req.header('cookie'))
      if (token) await end(token)
      setCookie(c, '', 0)
    },
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
