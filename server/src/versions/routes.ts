import {
  compareVersions,
  LIMIT,
  listKeptVersions,
  listVersions,
  NOW,
  nameVersion,
  readVersion,
  removeVersion,
  renameVersion,
  type Writer,
  whoWrote,
} from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { newId } from '../random.ts'
import type { AuthorStore, WroteAt } from '../storage/authors.ts'
import type { MomentName, MomentStore } from '../storage/moments.ts'
import type { SuggestionStore } from '../storage/suggestions.ts'
import type { VersionStore } from '../storage/versions.ts'
import type { PutBy } from './authors.ts'
import { apart, readable } from './reading.ts'
import { type Entry, isOlder, pageOf, timeline } from './timeline.ts'
import { createVersions, type Described, type VersionsNeeds } from './versions.ts'

export type HistoryNeeds = VersionsNeeds & {
  readonly store: VersionStore & Pick<MomentStore, 'momentsOf'> & AuthorStore & Pick<SuggestionStore, 'suggestionsOf'>
}

/** So many versions at a time: some screens full. */
const PAGE = 40

/** The plan as it was: the list of its versions, and the names people give them. */
export function historyRoutes(routes: Routes, needs: HistoryNeeds): void {
  const { store } = needs
  const versions = createVersions(needs)

  serve(routes, listVersions, async ({ c, plan }) => {
    const [moments, kept] = await Promise.all([store.momentsOf(plan), store.versionsOf(plan)])
    const entries = timeline(moments, kept)
    const found = pageOf(entries, c.req.query('before'), PAGE)
    if (found === null) throw refuse('bad-request')
    const wrote = await wroteIn(plan, found.page)
    return {
      versions: found.page.map((entry) => ({ ...described(entry), writers: wrote(entry) })),
      next: found.next,
      since: await wroteSince(plan, entries[0]),
    }
  })

  serve(routes, listKeptVersions, async ({ plan }) => ({
    versions: timeline([], await store.versionsOf(plan)).map(described),
  }))

  serve(routes, nameVersion, async ({ plan, me, body }) => {
    await routes.budgets.take('reads', me)
    const found = await findOr(plan, body.of)
    const { name } = body
    const id = newId()
    const row = { id, kind: 'named', number: null, name, madeAt: found.at, madeBy: me } as const
    const kept = { ...row, ...(await readable(versions.toKeep(plan, found))) }
    const did = await store.nameVersion(plan, kept, LIMIT.namedVersionsPerPlan)
    if (did === 'full') throw refuse('versions-full')
    return { version: { id, kind: 'named', at: found.at, name, number: null, madeBy: me } as const }
  })

  serve(routes, readVersion, async ({ plan, me, param }) => {
    await routes.budgets.take('reads', me)
    const version = await findOr(plan, param('version'))
    return { version: described(version), ...(await readable(versions.read(plan, version))) }
  })

  serve(routes, compareVersions, async ({ plan, me, param }) => {
    await routes.budgets.take('reads', me)
    const [one, other] = await Promise.all([findOr(plan, param('version')), findOr(plan, param('other'))])
    const [before, after] = isOlder(other, one) ? [other, one] : [one, other]
    const [authored, moved, suggested] = await writtenIn(plan)
    const parts = { before: before.parts, parts: after.parts }
    const { changes, writers } = await readable(
      apart({ do: 'compare', kind: after.of, ...parts, authored, moved, suggested }),
    )
    const headings = await versions.headingsOf(plan, before, after)
    return { before: described(before), after: described(after), changes, headings, writers: [...writers] }
  })

  serve(routes, whoWrote, async ({ plan, me }) => {
    await routes.budgets.take('reads', me)
    const [{ of: kind, parts }, written] = await Promise.all([findOr(plan, NOW), writtenIn(plan)])
    const [authored, moved, suggested] = written
    const { passages, writers } = await readable(apart({ do: 'who-wrote', kind, parts, authored, moved, suggested }))
    return { passages, writers: [...writers] }
  })

  serve(routes, renameVersion, async ({ plan, param, body }) => {
    if (!(await store.renameVersion(plan, param('version'), body.name))) throw refuse('version-gone')
    return {}
  })

  serve(routes, removeVersion, async ({ plan, param }) => {
    if (!(await store.removeVersion(plan, param('version')))) throw refuse('version-gone')
    return {}
  })

  /** All that is known of who wrote what. */
  const writtenIn = (plan: string) => Promise.all([store.authorsOf(plan), store.movedOf(plan), suggestedIn(plan)])

  /** Of clients under which suggested words were put in, who had suggested them (SPEC TALK-35). */
  async function suggestedIn(plan: string): Promise<PutBy<string>> {
    const all = await store.suggestionsOf(plan)
    const put = all.flatMap(({ by, changes }) =>
      changes.map(({ fate }) => ({ by, client: fate?.client, to: fate?.to })),
    )
    return new Map(
      put.flatMap(({ by, client, to = Number.POSITIVE_INFINITY }) =>
        client == null ? [] : [[client, { is: by, to }] as const],
      ),
    )
  }

  async function findOr(plan: string, id: string) {
    const found = await readable(versions.find(plan, id))
    if (found === null) throw refuse('version-gone')
    return found
  }

  /** Who wrote what leads to each entry of a page: one look at each epoch for all of them. */
  async function wroteIn(plan: string, page: readonly Entry[]): Promise<(entry: Entry) => Writer[]> {
    const byEpoch = Map.groupBy(page, ({ epoch }) => epoch)
    const looked = [...byEpoch].map(async ([epoch, entries]) => {
      const after = Math.min(...entries.map((entry) => entry.after))
      const upTo = Math.max(...entries.map(({ seq }) => seq))
      return [epoch, await store.writersBetween(plan, { epoch, after, upTo })] as const
    })
    const found = new Map(await Promise.all(looked))
    return ({ epoch, after, seq }) =>
      asWriters((found.get(epoch) ?? []).filter((one) => one.seq > after && one.seq <= seq))
  }

  async function wroteSince(plan: string, newest: MomentName | undefined): Promise<Writer[]> {
    if (!newest) return []
    const upTo = Number.MAX_SAFE_INTEGER
    return asWriters(await store.writersBetween(plan, { epoch: newest.epoch, after: newest.seq, upTo }))
  }
}

const described = ({ id, kind, at, name, number, madeBy }: Described | Entry) => ({
  id,
  kind,
  at,
  name,
  number,
  madeBy,
})

/** Each once, in the order they began. */
function asWriters(wrote: readonly WroteAt[]): Writer[] {
  const writers = wrote.map(({ person, saidFor }): Writer => ({ person, for: saidFor }))
  return [...new Map(writers.map((writer) => [JSON.stringify(writer), writer])).values()]
}
