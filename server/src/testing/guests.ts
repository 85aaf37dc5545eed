import type { Role } from '@withy/shared/access'
import type { PlanKind } from '@withy/shared/plan'

/** Someone with a place in a plan, as their browser knows it. */
export type Guest = { readonly origin: string; readonly plan: string; readonly person: string; readonly cookie: string }

/** Starts an empty plan over the API; gives its owner. */
export async function startPlan(origin: string, name = 'Anna', kind: PlanKind = 'area'): Promise<Guest> {
  const { answer, cookie } = await ask(origin, 'POST', '/api/plans', { kind, title: 'A plan', name, voice: 'resident' })
  return known(origin, answer.plan, cookie)
}

/** Joins the plan of `owner` over the API, by a link with this role. */
export async function joinPlan(owner: Guest, name: string, role: Role): Promise<Guest> {
  const { origin, plan } = owner
  const invitation = { kind: 'link', role, voice: 'resident' }
  const made = await ask(origin, 'POST', `/api/plans/${plan}/invitations`, invitation, owner.cookie)
  const secret = new URL(made.answer.invitation.link).hash.slice(1)
  const { cookie } = await ask(origin, 'POST', '/api/join', { ticket: { secret }, name })
  return known(origin, plan, cookie)
}

/** Changes somebody's role over the API. */
export async function changeRole(by: Guest, of: Guest, role: Role): Promise<void> {
  await ask(by.origin, 'PATCH', `/api/plans/${by.plan}/people/${of.person}`, { role }, by.cookie)
}

/** Takes somebody out of the plan over the API. */
export async function removePerson(by: Guest, of: Guest): Promise<void> {
  await ask(by.origin, 'DELETE', `/api/plans/${by.plan}/people/${of.person}`, undefined, by.cookie)
}

/** Asks the API as somebody. Throws where the answer is a no. */
export const asks = async <T>(by: Guest, method: string, path: string, body?: unknown): Promise<T> =>
  (await ask(by.origin, method, path, body, by.cookie)).answer as T

async function known(origin: string, plan: string, cookie: string): Promise<Guest> {
  const { answer } = await ask(origin, 'GET', '/api/me', undefined, cookie)
  return { origin, plan, cookie, person: answer.person }
}

async function ask(origin: string, method: string, path: string, body?: unknown, cookie = '') {
  const response = await fetch(origin + path, {
    method,
    headers: { origin, cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked by the tests of their own features
  const answer = (await response.json()) as any
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
  return { answer, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie }
}
