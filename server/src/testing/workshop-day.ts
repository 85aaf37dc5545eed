import type { Mine, Steering, Taking, WorkshopOwn, WorkshopSeen, WorkshopShared } from '@withy/shared/api'
import type { StepKind } from '@withy/shared/protocol'
import { asks, type Guest } from './guests.ts'
import { stepOf } from './workshop-room.ts'

/** Prepares and opens a workshop of `anna`'s plan with a step of each kind given, and lets everybody in. A step's id is `step-<kind>`. */
export async function openDay(anna: Guest, kinds: readonly StepKind[], others: readonly Guest[]) {
  const path = `/api/plans/${anna.plan}/workshops`
  const made = { shape: 'empty', title: 'May', lang: 'en' }
  const { workshop } = await asks<{ workshop: string }>(anna, 'POST', path, made)
  const day = dayOf(`${path}/${workshop}`)
  for (const [at, kind] of kinds.entries()) {
    const after = at === 0 ? null : `step-${kinds[at - 1]}`
    await day.steer(anna, { do: 'add-step', id: `step-${kind}`, step: stepOf(kind), after })
  }
  await day.steer(anna, { do: 'open' })
  for (const one of [anna, ...others]) await day.take(one, { do: 'come-in' })
  return day
}

function dayOf(path: string) {
  return {
    path,
    steer: (by: Guest, said: Steering) => asks<WorkshopSeen>(by, 'POST', `${path}/steer`, said),
    take: (by: Guest, said: Taking) => asks<Mine>(by, 'POST', `${path}/take-part`, said),
    seen: (by: Guest) => asks<WorkshopSeen>(by, 'GET', path),
    own: (by: Guest) => asks<WorkshopOwn>(by, 'GET', `${path}/own`),
    shared: (by: Guest) => asks<WorkshopShared>(by, 'GET', `${path}/shared`),
  }
}
