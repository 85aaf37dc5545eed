import type { Context } from 'hono'
import type { Roles } from '../storage/people.ts'

export type DoorNeeds = {
  readonly roles: Roles
  /** Whose a cookie header is, and in which session; null: nobody we know. */
  sessionOf(cookieHeader: string | undefined): Promise<Asking | null>
  /** Whether an Origin header is of our own pages. */
  isOwn(origin: string | undefined): boolean
}

export type Asking = { readonly person: string; readonly session: string }

/**
 * Who asks for the plan in the path, from one of our own pages and with a place in it, or the status of a no (SPEC SYNC-29,
 * SYNC-30). Asked anew at every request.
 */
export const createDoor =
  ({ roles, sessionOf, isOwn }: DoorNeeds) =>
  async (c: Context): Promise<Asking | 401 | 403 | 404> => {
    if (!isFromOwnPage(c, isOwn)) return 403
    const asking = await sessionOf(c.req.header('cookie'))
    if (asking === null) return 401
    return (await roles.roleOf(c.req.param('plan') ?? '', asking.person)) === null ? 404 : asking
  }

/** Browsers send Origin with an upgrade and a POST, but not where a page only reads from its own server. */
function isFromOwnPage(c: Context, isOwn: DoorNeeds['isOwn']): boolean {
  const origin = c.req.header('origin')
  const from = c.req.header('sec-fetch-site')
  const isUpgrade = c.req.header('upgrade') !== undefined
  if (!isUpgrade && from !== undefined && from !== 'same-origin') return false
  return isOwn(origin) || (origin === undefined && c.req.method === 'GET' && !isUpgrade)
}
