import * as z from 'zod/mini'
import type { Comparison, Edition, Item, Line, Plan, Run, ShapeId, Shown } from '../plan/index.ts'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'
import { words } from './plans.ts'

/**
 * Who wrote: the person the server knew, and for whom they said they typed; of words they accepted, who had suggested them. Who took
 * something out did so themselves, also where they typed for somebody then: `tookFor`.
 */
const writer = z.object({
  person: z.string(),
  for: z.nullable(z.string()),
  suggested: z.exactOptional(z.string()),
  tookFor: z.exactOptional(z.string()),
})
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

export const listKeptVersions = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/kept-versions',
  does: 'Lists all versions of a plan that were named or sealed, newest first, to choose from.',
  needs: 'read',
  answer: z.object({ versions: z.array(version) }),
  refusals: SAID,
})

export const nameVersion = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/versions',
  does: 'Keeps the plan as it is now, or as it was at a pause, under a name.',
  needs: 'write',
  body: z.object({ name: words(LIMIT.title), of: z.string().check(z.maxLength(LIMIT.secret)) }),
  answer: z.object({ version }),
  refusals: [...READING, 'not-allowed', 'bad-request', 'versions-full'],
})

/** What this says is not checked here but made here: the server reads it from its own bytes. */
const made = <Type>() => z.custom<Type>()

export const readVersion = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/versions/:version',
  does: 'Gives a version of a plan: as plain data, and as it reads (one that was named or sealed as it read then).',
  needs: 'read',
  answer: z.object({ version, plan: made<Plan>(), edition: made<Edition>() }),
  refusals: READING,
})

export const compareVersions = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/versions/:version/changes/:other',
  does: 'Says what reads differently between two versions of a plan, the older one first, and who did it.',
  needs: 'read',
  answer: z.object({
    before: version,
    after: version,
    changes: made<Comparison>(),
    /** What sections (by id) and boxes (by key) were called then, where it is kept: else they are called as today. */
    headings: made<Readonly<Record<string, Shown>>>(),
    /** Whom the numbers in `changes` mean; -1 means that nobody knows. */
    writers: z.array(writer),
  }),
  refusals: READING,
})

/** Who wrote each passage. Numbers mean `writers`; -1 that nobody knows. */
export type Passages = {
  /** Titles the group gave, by section (`own:<id>` for its own), in the order of the page. */
  readonly titles: readonly { readonly section: string; readonly title: string; readonly by: readonly number[] }[]
  /** What is written in each box, by its key. Boxes in which nothing is are left out. */
  readonly boxes: Readonly<Record<string, PassagesOfBox>>
  /** First words of actions that items name, by id. */
  readonly actions: Readonly<Record<string, string>>
}
export type PassagesOfBox =
  | { readonly type: 'text'; readonly lines: readonly Line[] }
  | { readonly type: 'list'; readonly shape: ShapeId; readonly items: readonly PassagesOfItem[] }
/** `words`: cells several people can type in, run by run; `set`: who filled the others. `by`: who put it in. */
export type PassagesOfItem = {
  readonly item: Item
  readonly by: readonly number[]
  readonly words: Readonly<Record<string, readonly Run[]>>
  readonly set: Readonly<Record<string, readonly number[]>>
}

export const whoWrote = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/who-wrote',
  does: 'Says of each passage of a plan who wrote it, and for whom, by the server’s own record.',
  needs: 'read',
  answer: z.object({ passages: made<Passages>(), writers: z.array(writer) }),
  refusals: READING,
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
