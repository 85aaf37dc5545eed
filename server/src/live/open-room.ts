import { CLOSE, type RoomMessage } from '@withy/shared/protocol'
import type { Log } from '../log.ts'
import type { Roles } from '../storage/people.ts'
import type { UpdateLog } from '../storage/update-log.ts'
import type { Claims } from './claims.ts'
import type { Folding } from './fold.ts'
import type { LiveLimits } from './limits.ts'
import type { Measures } from './measures.ts'
import type { Moments } from './moments.ts'
import { readPlanOnDisk } from './plan-on-disk.ts'
import { createPlanState } from './plan-state.ts'
import { createRoom, type Room } from './room.ts'
import type { Snapshots } from './snapshots.ts'

/** What the live room tells somebody who comes, besides the document. */
export interface Facts {
  /** A plan's people, title and shown section as they are now; nothing when there is no such plan. */
  current(plan: string): Promise<readonly RoomMessage[]>
}

export type OpenRoomNeeds = {
  readonly updates: UpdateLog
  readonly roles: Roles
  readonly facts: Facts
  readonly folding: Folding
  readonly snapshots: Snapshots
  readonly moments: Moments | null
  readonly claims: Claims
  readonly limits: LiveLimits
  readonly log: Log
  readonly measures: Measures
  now(): number
  isStopping(): boolean
  /** The room has stopped, or nobody is in it and all is on disk: it may go. */
  mayGo(plan: string, room: Room): void
}

/**
 * Puts a room together from what is on disk: its bytes, where its changes go, and what keeps its snapshots and moments. Throws
 * as readPlanOnDisk does.
 */
export async function openRoom(needs: OpenRoomNeeds, plan: string): Promise<Room> {
  const { updates, roles, facts, folding, snapshots, moments, claims, limits, log, measures, now } = needs
  const reading = { updates, limitMs: limits.loadMs }
  const { base, baseSeq, tail, compacted, ...onDisk } = await readPlanOnDisk(reading, plan, folding.fold)
  const kept = snapshots.of(plan, onDisk.epoch, compacted)
  const moment = moments?.of(plan)
  const state = createPlanState({
    base,
    baseSeq,
    tail,
    limits,
    fold: folding.fold,
    difference: folding.difference,
    folded: kept.folded,
    unfit(why) {
      log.error({ plan, why }, 'a plan holds what no plan can hold; nobody may write in it any more')
      updates.fence(plan, onDisk.epoch, why).catch((err: unknown) => log.error({ plan, err }, 'a plan was not fenced'))
      room.end(CLOSE.damaged, 'fenced')
      needs.mayGo(plan, room)
    },
    notFolded(problem) {
      if (!needs.isStopping()) log.error({ plan, err: problem }, 'changes could not be folded')
    },
  })
  function rest() {
    kept.rest(state.seq(), state.unfolded())
    moment?.rest({ epoch: onDisk.epoch, seq: state.seq() })
  }
  const room: Room = createRoom({
    plan,
    onDisk,
    state,
    async append(batch) {
      await updates.append(plan, onDisk.epoch, batch)
      if (batch.entries.length > 0) moment?.changed()
    },
    facts: () => facts.current(plan),
    isIn: async (person) => (await roles.roleOf(plan, person)) !== null,
    mayClaim: (person, count) => claims.spend(plan, person, count, now()),
    limits,
    log,
    measures,
    now,
    quiet() {
      needs.mayGo(plan, room)
      rest()
    },
    stopped: rest,
    failed: () => needs.mayGo(plan, room),
  })
  return room
}
