import type { Person } from '@withy/shared/protocol'
import type { Live } from '../live/live.ts'
import type { Decide, PeopleStore } from '../storage/people.ts'

export type Announcing = {
  readonly live: Pick<Live, 'tell' | 'setRole'>
  /** Its rooms follow who is in the plan. */
  readonly workshops: { peopleAre(plan: string, people: readonly Person[]): void }
}

/**
 * Makes a change of people known once it is stored: whoever has another role now, or none, has their sockets closed at
 * once; then everyone in the room is told who is in the plan (SPEC ACCESS-13).
 */
export function announce(
  { live, workshops }: Announcing,
  plan: string,
  before: readonly Pick<Person, 'id' | 'role'>[],
  now: readonly Person[],
): void {
  const roles = new Map(now.map(({ id, role }) => [id, role] as const))
  for (const { id, role } of before) {
    const next = roles.get(id) ?? null
    if (next !== role) live.setRole(plan, id, next)
  }
  live.tell(plan, { type: 'people', people: [...now] })
  workshops.peopleAre(plan, now)
}

/** Changes a plan's people and makes it known. */
export async function changeAndAnnounce(
  { store, live, workshops }: Announcing & { readonly store: Pick<PeopleStore, 'changePeople'> },
  plan: string,
  decide: Decide,
): Promise<void> {
  let before: readonly Person[] = []
  const now = await store.changePeople(plan, (people, ...known) => {
    before = people
    return decide(people, ...known)
  })
  announce({ live, workshops }, plan, before, now)
}
