import type { PlanKind } from '@withy/shared/plan'
import type { ClientClaim } from '../storage/update-log.ts'
import type { News } from './encode.ts'
import type { Known } from './gate.ts'
import type { PlanState } from './plan-state.ts'
import { type Range, without } from './ranges.ts'

export interface GrowingKnown extends Known {
  /** Takes in what the gate let through, before its commit: the next update may join on to it. */
  add(news: News, claims: readonly ClientClaim[]): void
  /** Makes a client id a person's, on its way to disk. */
  claim(client: number, person: string): void
  /** The same until the room goes, and nowhere else. */
  lend(client: number, person: string): void
  /** A commit begins with all that was let in so far. */
  starting(): void
  /** It is stored, and the state has it. */
  committed(): void
}

/**
 * What a room knows: its state (which holds only what is on disk) and, above it, what waits for its commit.
 * When a commit goes wrong the room is dropped with all this, so nothing here is ever taken back.
 */
export function createKnown(state: PlanState, kind: PlanKind, clients: ReadonlyMap<number, string>): GrowingKnown {
  const owners = new Map(clients)
  const lent = new Map<number, string>()
  let inCommit = createNews()
  let gathered = createNews()

  return {
    kind,
    clockOf: (client) => gathered.clocks.get(client) ?? inCommit.clocks.get(client) ?? state.clockOf(client),
    ownerOf: (client) => owners.get(client) ?? lent.get(client),
    isBound: (client) => owners.has(client),
    undeleted: (client, ranges) =>
      [inCommit, gathered].reduce(
        (left, { deleted }) => without(left, deleted.get(client) ?? []),
        state.undeleted(client, ranges),
      ),
    isTidying: state.isTidying,

    add(news, claims) {
      for (const { client, to } of news.runs) gathered.clocks.set(client, to)
      for (const [client, ranges] of news.deletes) {
        const all = gathered.deleted.get(client) ?? []
        for (const range of ranges) all.push(range)
        gathered.deleted.set(client, all)
      }
      for (const { client, person } of claims) owners.set(client, person)
    },
    claim: (client, person) => void owners.set(client, person),
    lend: (client, person) => void lent.set(client, person),
    starting() {
      inCommit = gathered
      gathered = createNews()
    },
    committed() {
      inCommit = createNews()
    },
  }
}

const createNews = () => ({ clocks: new Map<number, number>(), deleted: new Map<number, Range[]>() })
