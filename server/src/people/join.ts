import { join, lookAtInvitation, type Ticket } from '@withy/shared/api'
import type { Context } from 'hono'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { readCode, type Secrets } from '../http/secrets.ts'
import { newId } from '../random.ts'
import type { InvitationRow, InvitationStore, PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { WorkshopStore } from '../storage/workshops.ts'
import { type Announcing, announce } from './announce.ts'
import type { CodeTries } from './code-tries.ts'
import { comeIn, roleGiven, whatItGives } from './rules.ts'

export type JoinNeeds = Announcing & {
  readonly store: InvitationStore & PeopleStore & Pick<PlanStore, 'find'> & Pick<WorkshopStore, 'openWorkshopOf'>
  readonly secrets: Secrets
  readonly tries: CodeTries
  readonly now?: () => number
}

/** The door: what a link or code opens, and going in. */
export function joinRoutes(routes: Routes, needs: JoinNeeds): void {
  const { store, secrets, tries, now = Date.now } = needs

  serve(routes, lookAtInvitation, async ({ c, me, body }) => {
    const invitation = await open(c, body.ticket)
    const [plan, people, former, rolesSet] = await Promise.all([
      store.find(invitation.plan),
      store.peopleOf(invitation.plan),
      store.formerOf(invitation.plan),
      store.rolesSetOf(invitation.plan),
    ])
    if (!plan) throw refuse('link-over')
    const known = people.find(({ id }) => id === me)
    if (invitation.kind === 'seat' && !known && people.some(({ seat }) => seat)) throw refuse('seat-taken')
    const role = roleGiven(people, invitation)
    if (role === null && !known) throw refuse('link-over')
    return {
      title: plan.title,
      kind: plan.kind,
      role: role ?? invitation.role,
      voice: invitation.voice,
      seat: invitation.kind === 'seat',
      invitedBy: [...people, ...former].find(({ id }) => id === invitation.madeBy)?.name ?? '',
      already: known
        ? { plan: plan.id, name: known.name, role: known.role, gives: whatItGives(invitation, known, people, rolesSet) }
        : null,
    }
  })

  serve(routes, join, async ({ c, me, body }) => {
    const { ticket, name, voice } = body
    const invitation = await open(c, ticket)
    const person = me ?? newId()
    const decide = comeIn(invitation, { person, name, voice, plans: await store.plansOf(person), now: now() })
    let before: Parameters<typeof decide>[0] = []
    const people = await store.joinWith(invitation, now(), (found, ...known) => {
      before = found
      return decide(found, ...known)
    })
    if (people === null) throw refuse('link-over')
    announce(needs, invitation.plan, before, people)
    tries.isHome(c, invitation.plan)
    if (me === null) await routes.sessions.start(c, person)
    const workshop = await store.openWorkshopOf(invitation.plan)
    return { plan: invitation.plan, workshop: workshop?.id ?? null }
  })

  /** The invitation a ticket opens now, or a no. */
  const open = (c: Context, ticket: Ticket): Promise<InvitationRow> =>
    'secret' in ticket ? openLink(ticket.secret) : openCode(c, ticket.code)

  const openLink = async (secret: string) => {
    const id = secrets.idIn(secret)
    const row = id === null ? null : await store.findInvitation(id)
    const isRight = row && row.kind !== 'code' && secrets.isLink(secret, 'invitation', row.id, row.generation)
    if (!isRight || row.expiresAt <= now()) throw refuse('link-over')
    return row
  }

  const openCode = async (c: Context, typed: string) => {
    const code = readCode(typed)
    const hash = secrets.codeHash(code ?? '')
    const found = await store.findCode(hash)
    const row = found && found.expiresAt > now() ? found : null
    await tries.check(c, hash, row?.plan ?? null)
    if (!row) throw refuse('code-unknown')
    return row
  }
}
