import type { Role } from '@withy/shared/access'
import type { PlanKind } from '@withy/shared/plan'
import { refuse } from '../http/refused.ts'
import type { Live, PlanParts } from '../live/live.ts'
import type { Authored, AuthorStore, Moved } from '../storage/authors.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { SuggestionRow, SuggestionStore } from '../storage/suggestions.ts'
import type { PutBy } from '../versions/authors.ts'
import { apart } from '../versions/reading.ts'
import type { Stands } from '../versions/reword.ts'

export type StandsNeeds = {
  readonly store: AuthorStore &
    Pick<PlanStore, 'find'> &
    Pick<PeopleStore, 'peopleOf'> &
    Pick<SuggestionStore, 'suggestionsOf'>
  readonly live: Pick<Live, 'parts'>
  readonly now?: () => number
}

/** A plan at one moment, as decisions about its words are made. */
export type PlanNow = PlanParts & {
  readonly kind: PlanKind
  readonly authored: readonly Authored[]
  readonly moved: readonly Moved[]
  /** Who is in it. */
  readonly roles: ReadonlyMap<string, Role>
  /** Of Yjs clients under which accepted words were put in, whose those are where it is not who made the edit (SPEC TALK-98). */
  readonly shared: PutBy<readonly string[]>
}

/** How each suggestion's changes stand, by its id. */
export type AllStand = ReadonlyMap<string, readonly Stands[]>

/** Of so many plans it is remembered, and for so long (ms) whatever is typed meanwhile: a hall that opens a plan asks all at once. */
const REMEMBERED = 8
const LATELY_MS = 1_000

/** How the changes of suggestions stand to the words of their plan (SPEC TALK-37). */
export function createStands({ store, live, now = Date.now }: StandsNeeds) {
  type Remembered = { at: number; readonly of: string; readonly stand: Promise<AllStand> }
  const remembered = new Map<string, Remembered>()

  /** Throws `not-found`. */
  async function at(plan: string, parts: PlanParts): Promise<PlanNow> {
    const written = [store.authorsOf(plan), store.movedOf(plan)] as const
    const asked = [store.find(plan), rolesIn(plan), ...written, store.suggestionsOf(plan)] as const
    const [row, roles, authored, moved, rows] = await Promise.all(asked)
    if (!row) throw refuse('not-found')
    return { ...parts, kind: row.kind, authored, moved, roles, shared: sharedIn(rows) }
  }

  /** Who is in a plan, and as what. */
  async function rolesIn(plan: string): Promise<ReadonlyMap<string, Role>> {
    return new Map((await store.peopleOf(plan)).map(({ id, role }) => [id, role]))
  }

  async function standAt(
    { kind, parts, authored, moved, shared }: PlanNow,
    rows: readonly SuggestionRow[],
  ): Promise<AllStand> {
    const all = rows.map(({ place, changes }) => ({ place, changes }))
    const stand = rows.length > 0 ? await apart({ do: 'stand', kind, parts, authored, moved, shared, all }) : []
    return new Map(rows.map(({ id }, n) => [id, stand[n] ?? []]))
  }

  function remember(plan: string, of: string, stand: Promise<AllStand>): Promise<AllStand> {
    remembered.delete(plan)
    remembered.set(plan, { at: now(), of, stand })
    const [oldest] = remembered.keys()
    if (oldest !== undefined && remembered.size > REMEMBERED) remembered.delete(oldest)
    stand.catch(() => remembered.delete(plan))
    return stand
  }

  return {
    /** Throws `not-found`, or PlanUnreadable. */
    planNow: async (plan: string): Promise<PlanNow> => at(plan, await live.parts(plan)),
    standAt,
    rolesIn,

    /** How they stood a moment ago at most: decisions never rest on that. Throws PlanUnreadable. */
    async lately(plan: string, rows: readonly SuggestionRow[]): Promise<AllStand> {
      if (rows.length === 0) return new Map()
      const which = JSON.stringify(rows.map(({ id, changes }) => [id, changes.map(({ fate }) => fate?.is)]))
      const known = remembered.get(plan)
      if (known?.of.startsWith(which) && Math.abs(now() - known.at) < LATELY_MS) return known.stand
      const parts = await live.parts(plan)
      const of = `${which} ${parts.epoch} ${parts.seq}`
      const since = remembered.get(plan)
      if (since?.of !== of)
        return remember(
          plan,
          of,
          at(plan, parts).then((found) => standAt(found, rows)),
        )
      since.at = now()
      return since.stand
    },
  }
}

const sharedIn = (rows: readonly SuggestionRow[]): PutBy<readonly string[]> =>
  new Map(
    rows.flatMap(({ changes, accepting }) =>
      // Of an edit that is not written down yet too.
      [...changes.map(({ fate }) => fate), accepting].flatMap((one) =>
        (one?.shared ?? []).map(
          ({ client, people, to = Number.POSITIVE_INFINITY }) => [client, { is: people, to }] as const,
        ),
      ),
    ),
  )
