import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, type BodyOf, send } from './send.ts'

/** A role (facilitators and owners), or one's own name and voice. */
export const changePerson = (plan: string, person: string, change: BodyOf<typeof api.changePerson>) =>
  send<AnswerOf<typeof api.changePerson>>('PATCH', personPath(plan, person), change)

/** Takes a person out of the plan; with one's own id: leaves it. */
export const removePerson = (plan: string, person: string) =>
  send<AnswerOf<typeof api.removePerson>>('DELETE', personPath(plan, person))

export const handOver = (plan: string, person: string) =>
  send<AnswerOf<typeof api.handOver>>('POST', `${planPath(plan)}/owner`, { person })

export const listInvitations = (plan: string) =>
  send<AnswerOf<typeof api.listInvitations>>('GET', `${planPath(plan)}/invitations`)

export const invite = (plan: string, body: BodyOf<typeof api.invite>) =>
  send<AnswerOf<typeof api.invite>>('POST', `${planPath(plan)}/invitations`, body)

export const renewInvitation = (plan: string, invitation: string) =>
  send<AnswerOf<typeof api.renewInvitation>>('POST', `${invitationPath(plan, invitation)}/renew`)

export const withdrawInvitation = (plan: string, invitation: string) =>
  send<AnswerOf<typeof api.withdrawInvitation>>('DELETE', invitationPath(plan, invitation))

/** What an invitation opens, before anybody joins. */
export const lookAtInvitation = (ticket: api.Ticket) =>
  send<AnswerOf<typeof api.lookAtInvitation>>('POST', '/api/join/look', { ticket })

export const join = (body: BodyOf<typeof api.join>) => send<AnswerOf<typeof api.join>>('POST', '/api/join', body)

/** The asker's private link for another device. `renew`: a new one, and the one before stops working. */
export const wayBack = (renew: boolean) => send<AnswerOf<typeof api.wayBack>>('POST', '/api/me/way-back', { renew })

export const comeBack = (body: BodyOf<typeof api.comeBack>) =>
  send<AnswerOf<typeof api.comeBack>>('POST', '/api/back', body)

export const forgetDevice = () => send<AnswerOf<typeof api.forgetDevice>>('POST', '/api/me/forget')

const personPath = (plan: string, person: string): string => `${planPath(plan)}/people/${encodeURIComponent(person)}`
const invitationPath = (plan: string, invitation: string): string =>
  `${planPath(plan)}/invitations/${encodeURIComponent(invitation)}`
