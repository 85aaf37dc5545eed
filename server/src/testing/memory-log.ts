import type { PlanKind } from '@withy/shared/plan'
import type { Roles } from '../storage/people.ts'
import type { LogEntry, UpdateLog } from '../storage/update-log.ts'

type Stored = { kind: PlanKind; epoch: string; entries: LogEntry[]; clients: Map<number, string> }

/** An update log that forgets when the process ends: for tests of what stands on the port, and proof that the port is one. */
export function createMemoryLog(): UpdateLog & {
  addPlan(plan: string, kind?: PlanKind): void
  /** As after a restore from back-up: another epoch, nothing in it. */
  restart(plan: string, epoch: string): void
  entries(plan: string): readonly LogEntry[]
} {
  const plans = new Map<string, Stored>()
  const stored = (plan: string) => {
    const found = plans.get(plan)
    if (!found) throw new Error('no such plan')
    return found
  }
  return {
    addPlan: (plan, kind = 'area') => void plans.set(plan, { kind, epoch: 'first', entries: [], clients: new Map() }),
    restart: (plan, epoch) => void plans.set(plan, { ...stored(plan), epoch, entries: [] }),
    entries: (plan) => plans.get(plan)?.entries ?? [],

    async load(plan) {
      const found = plans.get(plan)
      if (!found) return null
      const { kind, epoch, entries, clients } = found
      return { kind, epoch, seq: entries.length, updates: entries.map(({ bytes }) => bytes), clients: new Map(clients) }
    },

    async append(plan, epoch, { claims, entries }) {
      const found = stored(plan)
      if (found.epoch !== epoch) throw new Error('another epoch')
      const clients = new Map(found.clients)
      for (const { client, person } of claims) {
        if ((clients.get(client) ?? person) !== person) throw new Error('client id of somebody else')
        clients.set(client, person)
      }
      if (entries.some(({ seq }, i) => seq !== found.entries.length + 1 + i)) throw new Error('not the next')
      found.clients = clients
      found.entries.push(...entries)
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
