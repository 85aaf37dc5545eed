import { can, canGive, ROLES, type Role } from '@withy/shared/access'
import { LIMIT } from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import type { Decide, Former, InvitationRow, RoleSet } from '../storage/people.ts'

/*
 * What may happen to the people of a plan. Each rule is decided on everyone as they are in the moment of the change,
 * inside its transaction, so two changes at once cannot leave a plan without an owner or with two seats.
 */

/** The person's entry, or a no: whoever asks is not in the plan any more. */
const find = (people: readonly Person[], id: string): Person => {
  const person = people.find((one) => one.id === id)
  if (!person) throw refuse('not-found')
  return person
}

/** Changes someone's role (SPEC ACCESS-4, ACCESS-5). `now`: invitations made before give them no more (ACCESS-16). */
export const changeRole =
  (me: string, id: string, role: Role, now: number): Decide =>
  (people) => {
    const asker = find(people, me)
    const person = find(people, id)
    if (person.role === role) return {}
    if (person.role === 'owner' && me === id) throw refuse('last-owner')
    if (!canGive(asker.role, person.role) || !canGive(asker.role, role)) throw refuse('not-allowed')
    if (person.seat && me !== id) throw refuse('not-allowed')
    return { put: [{ ...person, role }], set: [{ id, role, at: now }] }
  }

/** Changes one's own name or voice (SPEC ACCESS-7, ACCESS-8). Saying another voice gives the seat up. */
export const changeSelf =
  (me: string, id: string, said: { name?: string | undefined; voice?: Person['voice'] | undefined }): Decide =>
  (people) => {
    const person = find(people, me)
    if (me !== id) throw refuse('not-allowed')
    const voice = said.voice ?? person.voice
    if (voice === 'person' && !person.seat) throw refuse('not-allowed')
    return { put: [{ ...person, name: said.name ?? person.name, voice, seat: voice === 'person' }] }
  }

/** Takes someone out, with the private links they hold to copies (SPEC EXPORT-57), or leaves (SPEC ACCESS-9 to ACCESS-11). */
export const takeOut =
  (me: string, id: string, now: number): Decide =>
  (people) => {
    const asker = find(people, me)
    const person = find(people, id)
    if (me === id) {
      if (person.role === 'owner') throw refuse('last-owner')
    } else if (person.seat || !can(asker.role, 'remove-people') || !canGive(asker.role, person.role)) {
      throw refuse('not-allowed')
    }
    const gone = [{ id, name: person.name, removed: me !== id, leftAt: now }]
    return me === id ? { gone } : { gone, linksOver: [{ person: id, by: me, byName: asker.name, at: now }] }
  }

/** The asker's ownership goes to someone else; the asker stays as a facilitator (SPEC ACCESS-12). */
export const giveOwnership =
  (me: string, id: string, now: number): Decide =>
  (people) => {
    const asker = find(people, me)
    const person = find(people, id)
    if (asker.role !== 'owner') throw refuse('not-allowed')
    if (me === id) return {}
    return {
      put: [
        { ...asker, role: 'facilitator' },
        { ...person, role: 'owner' },
      ],
      set: [{ id: me, role: 'facilitator', at: now }],
    }
  }

/** What somebody brings when they join. `person` is their id, known or new. */
export type Newcomer = {
  readonly person: string
  readonly name: string
  readonly voice: Person['voice'] | undefined
  /** How many plans they are in. */
  readonly plans: number
  readonly now: number
}

/**
 * What an invitation gives now: no more than its maker's role, and nothing once they are gone or, for the seat, no
 * longer the owner (SPEC ACCESS-36).
 */
export function roleGiven(people: readonly Person[], { kind, role, madeBy }: InvitationRow): Role | null {
  const maker = people.find(({ id }) => id === madeBy)?.role
  if (maker === undefined) return null
  if (kind === 'seat') return can(maker, 'hand-over') ? 'owner' : null
  return lower(maker, role)
}

/** Comes in with an invitation (SPEC ACCESS-16, ACCESS-36, ACCESS-40 to ACCESS-45). */
export const comeIn =
  (invitation: InvitationRow, newcomer: Newcomer): Decide =>
  (people, former, rolesSet) => {
    if (isBarred(former, newcomer.person, invitation)) throw refuse('link-over')
    const known = people.find(({ id }) => id === newcomer.person)
    if (invitation.kind === 'seat') {
      // Whoever has the seat may open its link again: that changes nothing, also after they handed the plan over.
      if (known?.seat) return {}
      if (people.some(({ seat }) => seat)) throw refuse('seat-taken')
    }
    const given = roleGiven(people, invitation)
    if (given === null) throw refuse('link-over')
    if (!known && people.length >= LIMIT.peoplePerPlan) throw refuse('plan-full')
    if (!known && newcomer.plans >= LIMIT.plansPerPerson) throw refuse('plans-full')
    const role = lower(given, roleSetSince(rolesSet, newcomer.person, invitation) ?? given)
    const person = known ?? fresh(people, { ...invitation, role }, newcomer)
    if (invitation.kind === 'seat') return takeSeat(people, person)
    if (newcomer.voice === 'person' && !person.seat) throw refuse('not-allowed')
    return { put: [{ ...person, role: higher(person.role, role) }] }
  }

/**
 * The role of somebody in the plan once they came in again with an invitation; null where that changes nothing, neither
 * role nor seat (SPEC ACCESS-46).
 */
export function whatItGives(
  invitation: InvitationRow,
  known: Person,
  people: readonly Person[],
  rolesSet: readonly RoleSet[],
): Role | null {
  if (roleGiven(people, invitation) === null) return null
  if (invitation.kind === 'seat' && people.some(({ seat }) => seat)) return null
  const again = { person: known.id, name: known.name, voice: undefined, plans: 0, now: 0 }
  const then = comeIn(invitation, again)(people, [], rolesSet).put?.find(({ id }) => id === known.id)
  return then && (then.role !== known.role || then.seat !== known.seat) ? then.role : null
}

/** The role somebody was set to after an invitation was made, if they were. */
const roleSetSince = (rolesSet: readonly RoleSet[], person: string, { madeAt }: InvitationRow): Role | undefined =>
  rolesSet.find(({ id, at }) => id === person && madeAt <= at)?.role

/** Somebody taken out does not walk back in through a door that was open then; a newer invitation lets them in. */
const isBarred = (former: readonly Former[], person: string, { madeAt }: InvitationRow): boolean =>
  former.some(({ id, removed, leftAt }) => id === person && removed && madeAt <= leftAt)

/** Whoever owned the plan stays as a facilitator: it belongs to the person it is about. */
function takeSeat(people: readonly Person[], person: Person): ReturnType<Decide> {
  const before = people.filter(({ id, role }) => role === 'owner' && id !== person.id)
  return {
    put: [
      ...before.map((owner) => ({ ...owner, role: 'facilitator' as const })),
      { ...person, role: 'owner', voice: 'person', seat: true },
    ],
  }
}

const fresh = (people: readonly Person[], { kind, role, voice }: InvitationRow, newcomer: Newcomer): Person => ({
  id: newcomer.person,
  name: newcomer.name,
  voice: newcomer.voice ?? voice,
  role,
  colour: nextColour(people),
  cameBy: kind,
  joinedAt: new Date(newcomer.now).toISOString(),
  seat: false,
})

/** By order of joining: the colour fewest have, the first of them. */
export function nextColour(people: readonly Pick<Person, 'colour'>[]): number {
  const count = Array.from({ length: 10 }, (_, colour) => people.filter((one) => one.colour === colour).length)
  return count.indexOf(Math.min(...count))
}

/** An invitation never lowers a role. ROLES is from the most to the least. */
const higher = (a: Role, b: Role): Role => (ROLES.indexOf(a) <= ROLES.indexOf(b) ? a : b)
const lower = (a: Role, b: Role): Role => (higher(a, b) === a ? b : a)
