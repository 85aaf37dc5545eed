import type { PlanKind } from '@withy/shared/plan'
import type { Authored, Moved } from '../storage/authors.ts'
import type { Roles } from '../storage/people.ts'
import type { LogEntry, Snapshot, UpdateLog } from '../storage/update-log.ts'

type Stored = {
  kind: PlanKind
  epoch: string
  entries: LogEntry[]
  clients: Map<number, string>
  members: readonly string[]
  authored: Map<string, Authored>
  moved: Moved[]
  snapshots: (Snapshot & { base: boolean })[]
  fenced: string | null
  /** The changes up to this one are gone. */
  forgotten: number
}

/** An update log that forgets when the process ends: for tests of what stands on the port, and proof that the port is one. */
export function createMemoryLog(): UpdateLog & {
  addPlan(plan: string, kind?: PlanKind, members?: readonly string[]): void
  /** As after a restore from back-up: another epoch, nothing in it. */
  restart(plan: string, epoch: string): void
  entries(plan: string): readonly LogEntry[]
  authors(plan: string): readonly Authored[]
  moved(plan: string): readonly Moved[]
} {
  const plans = new Map<string, Stored>()
  const stored = (plan: string) => {
    const found = plans.get(plan)
    if (!found) throw new Error('no such plan')
    return found
  }
  return {
    addPlan(plan, kind = 'area', members = []) {
      const empty = {
        entries: [],
        clients: new Map(),
        snapshots: [],
        forgotten: 0,
        fenced: null,
        authored: new Map(),
        moved: [],
      }
      plans.set(plan, { kind, epoch: 'first', members, ...empty })
    },
    restart: (plan, epoch) =>
      void plans.set(plan, { ...stored(plan), epoch, entries: [], snapshots: [], forgotten: 0, fenced: null }),
    entries: (plan) => plans.get(plan)?.entries ?? [],
    authors: (plan) => [...stored(plan).authored.values()],

    moved: (plan) => stored(plan).moved,

    async load(plan, from = 'newest') {
      const found = plans.get(plan)
      if (!found) return null
      const { kind, epoch, entries, clients, forgotten, fenced } = found
      const bases = found.snapshots.filter(({ base }) => base)
      const kept = (from === 'base' ? bases : found.snapshots).at(-1)
      const snapshot = kept ? { seq: kept.seq, bytes: kept.bytes, vector: kept.vector, deletes: kept.deletes } : null
      const after = snapshot?.seq ?? 0
      const updates = after < forgotten ? [] : entries.slice(after).map(({ bytes }) => bytes)
      const compacted = bases.at(-1)?.seq ?? 0
      return { kind, epoch, seq: entries.length, snapshot, updates, compacted, fenced, clients: new Map(clients) }
    },

    async append(plan, epoch, { claims, entries, authored }) {
      const found = stored(plan)
      if (found.epoch !== epoch) throw new Error('another epoch')
      if (found.fenced !== null) throw new Error('fenced')
      const clients = new Map(found.clients)
      for (const { client, person } of claims) {
        if ((clients.get(client) ?? person) !== person) throw new Error('client id of somebody else')
        clients.set(client, person)
      }
      if (entries.some(({ seq }, i) => seq !== found.entries.length + 1 + i)) throw new Error('not the next')
      found.clients = clients
      found.entries.push(...entries)
      for (const row of authored) {
        const saidFor = row.saidFor !== null && found.members.includes(row.saidFor) ? row.saidFor : null
        found.authored.set(`${epoch} ${row.seq} ${row.did} ${row.client}`, { ...row, saidFor })
      }
    },

    async keepSnapshot(plan, epoch, snapshot) {
      const found = plans.get(plan)
      const fits = found?.epoch === epoch && snapshot.seq <= found.entries.length
      if (!fits || snapshot.seq <= (found.snapshots.at(-1)?.seq ?? 0)) return false
      found.snapshots = [...found.snapshots.filter(({ base }) => base), { ...snapshot, base: false }]
      return true
    },

    async keepMoved(plan, moved) {
      stored(plan).moved.push(...moved)
    },

    async fence(plan, epoch, why) {
      const found = plans.get(plan)
      if (found?.epoch === epoch) found.fenced = why
    },

    async compact(plan, epoch, snapshot) {
      const found = plans.get(plan)
      const bases = found?.snapshots.filter(({ base, seq }) => base && seq !== snapshot.seq) ?? []
      const last = bases.at(-1)
      if (found?.epoch !== epoch || snapshot.seq > found.entries.length || (last && last.seq > snapshot.seq))
        return null
      const later = found.snapshots.filter(({ base, seq }) => !base && seq > snapshot.seq)
      found.snapshots = [...(last ? [last] : []), { ...snapshot, base: true }, ...later]
      found.forgotten = last?.seq ?? 0
      return { more: false }
    },
  }
}

/** Roles in memory: `set` them as a test needs. */
export function createMemoryRoles(): Roles & { set(plan: string, person: string, role: RoleOrNone): void } {
  const roles = new Map<string, RoleOrNone>()
  return {
    roleOf: async (plan, person) => roles.get(`${plan} ${person}`) ?? null,
    set: (plan, person, role) => void roles.set(`${plan} ${person}`, role),
  }
}

type RoleOrNone = Awaited<ReturnType<Roles['roleOf']>>
