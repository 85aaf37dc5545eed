import type { Role, Voice } from '@withy/shared/access'
import type { Door, Invitation, Invite, PlanFacts, StartPlan } from '@withy/shared/api'
import type { Device, Withy } from './open-withy.ts'

/** A browser with a place in a plan. */
export type Member = Device & { readonly plan: string; readonly id: string; facts(): Promise<PlanFacts> }

/** Somebody by their device, in a plan. */
export const memberOf = async (device: Device, plan: string): Promise<Member> => {
  const facts = () => device.gets<PlanFacts>('GET', `/api/plans/${plan}`)
  return { ...device, plan, facts, id: (await facts()).me }
}

/** Someone who has just started a plan. */
export async function starts(withy: Withy, said: Partial<StartPlan> = {}): Promise<Member> {
  const device = withy.device()
  const body = { kind: 'area', title: 'Our street', name: 'Anna', voice: 'resident', ...said }
  const { plan } = await device.gets<{ plan: string }>('POST', '/api/plans', body)
  return memberOf(device, plan)
}

/** Someone who has just made a copy of an example plan, which has words and actions. */
export async function copiesExample(
  withy: Withy,
  example: 'brackenford-east' | 'rosa-tillingham' = 'brackenford-east',
): Promise<Member> {
  const device = withy.device()
  const { plan } = await device.gets<{ plan: string }>('POST', '/api/examples', { example, name: 'Anna' })
  return memberOf(device, plan)
}

export const invites = async (member: Member, body: Partial<Invite> = {}): Promise<Invitation> => {
  const whole = { kind: 'link', role: 'contributor', voice: 'resident', ...body }
  const path = `/api/plans/${member.plan}/invitations`
  return (await member.gets<{ invitation: Invitation }>('POST', path, whole)).invitation
}

export const invitationsOf = async (member: Member): Promise<Invitation[]> =>
  (await member.gets<{ invitations: Invitation[] }>('GET', `/api/plans/${member.plan}/invitations`)).invitations

/** @param more what is asked of it, as `/renew` */
export const invitationPath = (member: Member, { id }: Invitation, more = ''): string =>
  `/api/plans/${member.plan}/invitations/${id}${more}`

/** What the door says of an invitation, to a new device if none is given. */
export const look = (withy: Withy, invitation: Invitation, device = withy.device()): Promise<Door> =>
  device.gets<Door>('POST', '/api/join/look', { ticket: ticketOf(invitation) })

/** The word that refuses somebody who comes with an invitation. Throws where they are let in. */
export const refusedWith = (withy: Withy, invitation: Invitation) =>
  withy.device().isRefused('POST', '/api/join', { ticket: ticketOf(invitation), name: 'Late' })

/** What is brought to the door from an invitation as it is shown. */
export const ticketOf = ({ link, code }: Pick<Invitation, 'link' | 'code'>) =>
  code === null ? { secret: new URL(link).hash.slice(1) } : { code }

export async function joins(
  device: Device,
  invitation: Pick<Invitation, 'link' | 'code'>,
  said: { name: string; voice?: Voice },
): Promise<Member> {
  const { plan } = await device.gets<{ plan: string }>('POST', '/api/join', { ticket: ticketOf(invitation), ...said })
  return memberOf(device, plan)
}

/** Someone with a role in a plan, by an invitation of its owner's. */
export const joinsAs = async (withy: Withy, owner: Member, role: Role, name = `Their ${role}`): Promise<Member> =>
  joins(withy.device(), await invites(owner, { role }), { name })

export const pathOf = (member: Member, person: Member): string => `/api/plans/${member.plan}/people/${person.id}`

/** What others see of each person, by name. */
export const rolesIn = async (member: Member): Promise<Record<string, Role>> =>
  Object.fromEntries((await member.facts()).people.map(({ name, role }) => [name, role]))
