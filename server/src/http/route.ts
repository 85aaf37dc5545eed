import { type Action, can, type Role } from '@withy/shared/access'
import type { Endpoint } from '@withy/shared/api'
import type { Context, Hono } from 'hono'
import type * as z from 'zod/mini'
import type { Roles } from '../storage/people.ts'
import { addressOf } from './address.ts'
import { readBody } from './body.ts'
import type { Budgets } from './budgets.ts'
import { refuse } from './refused.ts'
import type { Sessions } from './session.ts'

/** What every feature's routes are hung on. */
export type Routes = {
  readonly app: Hono
  readonly sessions: Sessions
  readonly roles: Roles
  readonly budgets: Budgets
  /** Filled by `serve`: everything that is answered here. */
  readonly served: Endpoint[]
}

type BodyOf<E extends Endpoint> = E extends { body: infer B extends z.ZodMiniType } ? z.output<B> : undefined
type AnswerOf<E extends Endpoint> = E extends { answer: infer A extends z.ZodMiniType } ? z.input<A> : Response

/** What a handler is given: checked, and allowed by the asker's role at this moment. */
export type Asked<E extends Endpoint> = {
  readonly c: Context
  readonly body: BodyOf<E>
  /** The asker; null only where an endpoint needs nothing. */
  readonly me: E['needs'] extends 'nothing' ? string | null : string
  /** The plan in the path and the asker's role there; '' and null where the path names none. */
  readonly plan: string
  readonly role: E['needs'] extends Action ? Role : null
  readonly param: (name: string) => string
}

/**
 * Answers one endpoint: who asks, may they (`can`, on the role as it is now), is the body right, then the handler
 * (SPEC ACCESS-3). A plan the asker is not in looks like one that does not exist.
 */
export function serve<const E extends Endpoint>(
  { app, sessions, roles, budgets, served }: Routes,
  endpoint: E,
  handler: (asked: Asked<E>) => Promise<AnswerOf<E>> | AnswerOf<E>,
): void {
  served.push(endpoint)
  app.on(endpoint.method, endpoint.path, async (c) => {
    const me = await sessions.of(c)
    if (endpoint.method !== 'GET') {
      await (me === null ? budgets.take('knocks', addressOf(c)) : budgets.take('changes', me))
    }
    const plan = c.req.param('plan') ?? ''
    const role = await allowed(endpoint.needs, me, plan, roles)
    const body = await readBody(c, endpoint)
    const param = (name: string) => c.req.param(name) ?? ''
    // The checks above make these what the type says; TypeScript cannot follow a value into a conditional type.
    const answer = await handler({ c, body, me, plan, role, param } as unknown as Asked<E>)
    return answer instanceof Response ? answer : c.json(answer as object)
  })
}

async function allowed(needs: Endpoint['needs'], me: string | null, plan: string, roles: Roles): Promise<Role | null> {
  if (needs === 'nothing') return null
  if (me === null) throw refuse('sign-in')
  if (needs === 'session') return null
  const role = await roles.roleOf(plan, me)
  if (role === null) throw refuse('not-found')
  if (!can(role, needs)) throw refuse('not-allowed')
  return role
}
