import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { LIMIT } from './limits.ts'
import { planKind, role, voice, words } from './plans.ts'

const secret = z.string().check(z.minLength(1), z.maxLength(LIMIT.secret))

export const changePerson = endpoint({
  method: 'PATCH',
  path: '/api/plans/:plan/people/:person',
  does: 'Changes a role (facilitators and owners), or one’s own name and voice.',
  needs: 'read',
  body: z.object({ role: z.optional(role), name: z.optional(words(LIMIT.name)), voice: z.optional(voice) }),
  answer: z.object({}),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request', 'name-missing', 'name-too-long', 'last-owner'],
})

export const removePerson = endpoint({
  method: 'DELETE',
  path: '/api/plans/:plan/people/:person',
  does: 'Takes a person out of the plan, or lets the asker leave. What they wrote stays.',
  needs: 'read',
  answer: z.object({}),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'last-owner'],
})

export const handOver = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/owner',
  does: 'Hands the plan over: that person becomes its owner, the asker a facilitator.',
  needs: 'hand-over',
  body: z.object({ person: z.string().check(z.maxLength(80)) }),
  answer: z.object({}),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request'],
})

/** `seat`: the owner's own link for the person a support plan is about; using it gives them the seat and ownership. */
const invitationKind = z.enum(['link', 'code', 'seat'])

/** Secrets are derived from a key of the server's and never stored, so an invitation can be shown again. */
const invitation = z.object({
  id: z.string(),
  kind: invitationKind,
  role,
  voice,
  /** Full address with the secret in its fragment (links and seats); for a code the address where it is typed. */
  link: z.string(),
  /** As spoken and shown: two groups of four. Codes only. */
  code: z.nullable(z.string()),
  madeAt: z.string(),
  expiresAt: z.string(),
  joined: z.int(),
  madeBy: z.string(),
  /** The asker made it: a room screen shows only these. */
  mine: z.boolean(),
})
export type Invitation = z.infer<typeof invitation>

export const listInvitations = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/invitations',
  does: 'Lists the invitations that still work.',
  needs: 'invite',
  answer: z.object({ invitations: z.array(invitation) }),
  refusals: ['sign-in', 'not-found', 'not-allowed'],
})

export const invite = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/invitations',
  does: 'Makes an invitation with the role and voice it gives.',
  needs: 'invite',
  body: z.object({ kind: invitationKind, role, voice }),
  answer: z.object({ invitation }),
  refusals: ['sign-in', 'not-found', 'not-allowed', 'bad-request', 'seat-taken', 'invitations-full'],
})
export type Invite = z.infer<typeof invite.body>

export const renewInvitation = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/invitations/:invitation/renew',
  does: 'Gives an invitation a new secret or code; the old one stops working at once.',
  needs: 'invite',
  answer: z.object({ invitation }),
  refusals: ['sign-in', 'not-found', 'not-allowed'],
})

export const withdrawInvitation = endpoint({
  method: 'DELETE',
  path: '/api/plans/:plan/invitations/:invitation',
  does: 'Ends an invitation. People who joined with it stay.',
  needs: 'invite',
  answer: z.object({}),
  refusals: ['sign-in', 'not-found', 'not-allowed'],
})

/** What was brought to the door: the fragment of a link, or a code as typed. */
const ticket = z.union([
  z.object({ secret }),
  z.object({ code: z.string().check(z.minLength(1), z.maxLength(LIMIT.code)) }),
])
export type Ticket = z.infer<typeof ticket>

export const lookAtInvitation = endpoint({
  method: 'POST',
  path: '/api/join/look',
  does: 'Tells what an invitation opens, before anybody joins.',
  needs: 'nothing',
  body: z.object({ ticket }),
  answer: z.object({
    title: z.string(),
    kind: planKind,
    role,
    voice,
    /** The seat of the person the plan is about, with ownership. */
    seat: z.boolean(),
    invitedBy: z.string(),
    /** Where this device is in the plan already: who they are there, and the role that joining gives; null: nothing new. */
    already: z.nullable(z.object({ plan: z.string(), name: z.string(), role, gives: z.nullable(role) })),
  }),
  refusals: ['code-unknown', 'link-over', 'too-many-tries', 'bad-request', 'seat-taken'],
})
export type Door = z.infer<typeof lookAtInvitation.answer>

export const join = endpoint({
  method: 'POST',
  path: '/api/join',
  does: 'Joins a plan with a link or a code and a name.',
  needs: 'nothing',
  body: z.object({ ticket, name: words(LIMIT.name), voice: z.optional(voice) }),
  /** `workshop`: the one that is open there; people come to join it. */
  answer: z.object({ plan: z.string(), workshop: z.nullable(z.string()) }),
  refusals: [
    'code-unknown',
    'link-over',
    'too-many-tries',
    'bad-request',
    'name-missing',
    'name-too-long',
    'plan-full',
    'plans-full',
    'seat-taken',
    'too-busy',
  ],
})

export const wayBack = endpoint({
  method: 'POST',
  path: '/api/me/way-back',
  does: 'Gives the asker’s private link for another device; `renew` ends the one before.',
  needs: 'session',
  body: z.object({ renew: z.boolean() }),
  answer: z.object({ link: z.string() }),
  refusals: ['sign-in'],
})

export const comeBack = endpoint({
  method: 'POST',
  path: '/api/back',
  does: 'Remembers this device as the person the private link belongs to; as `replace` says, also where it is somebody else with plans.',
  needs: 'nothing',
  body: z.object({ secret, replace: z.optional(z.boolean()) }),
  /** `is-other`: it is somebody else with plans, and stays so. */
  answer: z.object({ device: z.enum(['became', 'was', 'is-other']) }),
  refusals: ['link-over', 'too-many-tries', 'bad-request'],
})

export const forgetDevice = endpoint({
  method: 'POST',
  path: '/api/me/forget',
  does: 'Forgets this device. The plans and the person’s other devices stay as they are.',
  needs: 'nothing',
  answer: z.object({}),
  refusals: [],
})
