import { can, canGive, type Role } from '@withy/shared/access'
import {
  type Invitation,
  type Invite,
  invite,
  LIMIT,
  listInvitations,
  renewInvitation,
  withdrawInvitation,
} from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import type { Site } from '../http/origin.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { type Secrets, spoken } from '../http/secrets.ts'
import { newId } from '../random.ts'
import type { InvitationRow, InvitationStore, PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { CodeTries } from './code-tries.ts'

const HOUR = 60 * 60 * 1000

/** A code is for the people in the room; a link may wait in somebody's post for a month. */
export const LASTS_MS = { code: 24 * HOUR, link: 30 * 24 * HOUR, seat: 30 * 24 * HOUR } as const

export type InvitationNeeds = {
  readonly store: InvitationStore & Pick<PeopleStore, 'peopleOf' | 'formerOf'> & Pick<PlanStore, 'find'>
  readonly secrets: Secrets
  readonly site: Site
  readonly tries: CodeTries
  readonly now?: () => number
}

/**
 * Whether someone may make, see, renew and withdraw an invitation: it gives no more than their own role, and the link
 * to the seat, which gives the plan away, is the owner's (SPEC ACCESS-34, ACCESS-35).
 */
export const mayHandle = (role: Role, { kind, role: given }: Pick<Invite, 'kind' | 'role'>): boolean =>
  can(role, 'invite') && (kind === 'seat' ? can(role, 'hand-over') : canGive(role, given))

/** Links, codes and the seat's link: made, listed, renewed, withdrawn. */
export function invitationRoutes(routes: Routes, needs: InvitationNeeds): void {
  const { store, secrets, tries, now = Date.now } = needs

  serve(routes, listInvitations, async ({ c, plan, me, role }) => {
    const [rows, people, namesById] = await Promise.all([
      store.invitationsOf(plan, now()),
      store.peopleOf(plan),
      namesIn(plan),
    ])
    tries.isHome(c, plan)
    const isTaken = people.some(({ seat }) => seat)
    const open = rows.filter((row) => mayHandle(role, row) && !(row.kind === 'seat' && isTaken))
    return { invitations: open.map((row) => shownAs(row, me, namesById, needs)) }
  })

  serve(routes, invite, async ({ c, plan, me, role, body }) => {
    const wanted = body.kind === 'seat' ? ({ kind: 'seat', role: 'owner', voice: 'person' } as const) : body
    if (!mayHandle(role, wanted)) throw refuse('not-allowed')
    if (wanted.kind !== 'seat' && wanted.voice === 'person') throw refuse('bad-request')
    if (wanted.kind === 'seat') await seatIsFree(plan)
    tries.isHome(c, plan)
    const row = { id: newId(), plan, ...wanted, madeBy: me, joined: 0 }
    return { invitation: shownAs(await keep(row), me, await namesIn(plan), needs) }
  })

  serve(routes, renewInvitation, async ({ c, plan, me, role, param }) => {
    const row = await find(plan, param('invitation'), role)
    const renewed = await keepRenewed(row)
    tries.isHome(c, plan)
    return { invitation: shownAs(renewed, me, await namesIn(plan), needs) }
  })

  serve(routes, withdrawInvitation, async ({ plan, role, param }) => {
    const { id } = await find(plan, param('invitation'), role)
    await store.withdrawInvitation(plan, id)
    return {}
  })

  const find = async (plan: string, id: string, role: Role): Promise<InvitationRow> => {
    const row = await store.findInvitation(id)
    if (row?.plan !== plan) throw refuse('not-found')
    if (!mayHandle(role, row)) throw refuse('not-allowed')
    return row
  }

  const seatIsFree = async (plan: string) => {
    const [row, people] = await Promise.all([store.find(plan), store.peopleOf(plan)])
    if (row?.kind !== 'support') throw refuse('bad-request')
    if (people.some(({ seat }) => seat)) throw refuse('seat-taken')
  }

  /** What one generation of an invitation is kept as. */
  const generation = (row: Pick<InvitationRow, 'id' | 'kind'>, number: number) => ({
    generation: number,
    codeHash: row.kind === 'code' ? secrets.codeHash(secrets.code(row.id, number)) : null,
    madeAt: now(),
    expiresAt: now() + LASTS_MS[row.kind],
  })

  // Two codes can be the same letters by chance, one time in thousands of millions: the next generation has others.
  const keep = async (row: Omit<InvitationRow, 'generation' | 'codeHash' | 'madeAt' | 'expiresAt'>) => {
    for (let number = 1; number < 10; number++) {
      const whole = { ...row, ...generation(row, number) }
      const kept = await store.addInvitation(whole, LIMIT.invitationsPerPlan)
      if (kept === 'full') throw refuse('invitations-full')
      if (kept === 'kept') return whole
    }
    throw new Error('ten codes in a row were taken')
  }

  const keepRenewed = async (row: InvitationRow) => {
    const whole = { ...row, ...generation(row, row.generation + 1) }
    if (!(await store.renewInvitation(whole))) throw refuse('not-found')
    return whole
  }

  const namesIn = async (plan: string): Promise<ReadonlyMap<string, string>> => {
    const [people, former] = await Promise.all([store.peopleOf(plan), store.formerOf(plan)])
    return new Map([...former, ...people].map(({ id, name }: Pick<Person, 'id' | 'name'>) => [id, name] as const))
  }
}

function shownAs(
  row: InvitationRow,
  me: string,
  namesById: ReadonlyMap<string, string>,
  { secrets, site }: Pick<InvitationNeeds, 'secrets' | 'site'>,
): Invitation {
  const door = `${site.origin}/join`
  const isCode = row.kind === 'code'
  return {
    id: row.id,
    kind: row.kind,
    role: row.role,
    voice: row.voice,
    link: isCode ? door : `${door}#${secrets.link('invitation', row.id, row.generation)}`,
    code: isCode ? spoken(secrets.code(row.id, row.generation)) : null,
    madeAt: new Date(row.madeAt).toISOString(),
    expiresAt: new Date(row.expiresAt).toISOString(),
    joined: row.joined,
    madeBy: namesById.get(row.madeBy) ?? '',
    mine: row.madeBy === me,
  }
}
