import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'
import { words } from './plans.ts'

/** Who wrote: the person the server knew, and for whom they said they typed. */
const writer = z.object({ person: z.string(), for: z.nullable(z.string()) })
export type Writer = z.infer<typeof writer>

/** A plan as it was: at a pause, or kept on purpose. */
const version = z.object({
  /** Of a pause: its place in the log; it may be forgotten with age (SPEC STORE-54). Of others: for good. */
  id: z.string(),
  kind: z.enum(['moment', 'named', 'sealed', 'now']),
  /** When the plan was so: ms since 1970. */
  at: z.int(),
  name: z.nullable(z.string()),
  /** Of sealed ones. */
  number: z.nullable(z.int()),
  /** Who named or sealed it. */
  madeBy: z.nullable(z.string()),
})
export type Version = z.infer<typeof version>

/** `writers`: who wrote since the one before it, in the order they began. */
const listed = z.extend(version, { writers: z.array(writer) })
export type ListedVersion = z.infer<typeof listed>

/** Stands for the plan as it is, wherever the id of a version is asked for. */
export const NOW = 'now' as const

const SAID = ['sign-in', 'not-found'] as const
const READING = [...SAID, 'version-gone', 'plan-unreadable', 'too-busy'] as const

export const listVersions = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/versions',
  does: 'Lists the versions of a plan, newest first, a page at a time (`?before=` with what the page before gave as `next`).',
  needs: 'read',
  answer: z.object({
    versions: z.array(listed),
    /** Where the next page begins; null: there is none. */
    next: z.nullable(z.string()),
    /** Who wrote since the newest of all. */
    since: z.array(writer),
  }),
  refusals: [...SAID, 'bad-request'],
})
export type VersionsPage = z.infer<typeof listVersions.answer>

export const nameVersion = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/versions',
  does: 'Keeps the plan as it is now, or as it was at a pause, under a name.',
  needs: 'write',
  body: z.object({ name: words(LIMIT.title), of: z.string().check(z.maxLength(LIMIT.secret)) }),
  answer: z.object({ version }),
  refusals: [...READING, 'not-allowed', 'bad-request', 'versions-full'],
})

export const renameVersion = endpoint({
  method: 'PATCH',
  path: '/api/plans/:plan/versions/:version',
  does: 'Gives a named version another name.',
  needs: 'write',
  body: z.object({ name: words(LIMIT.title) }),
  answer: z.object({}),
  refusals: [...SAID, 'not-allowed', 'bad-request', 'version-gone'],
})

export const removeVersion = endpoint({
  method: 'DELETE',
  path: '/api/plans/:plan/versions/:version',
  does: 'Takes a named version away. The plan itself and what was kept at pauses stay.',
  needs: 'write',
  answer: z.object({}),
  refusals: [...SAID, 'not-allowed', 'version-gone'],
})
