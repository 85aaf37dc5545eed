import { type Endpoint, type Invitation, invite, join, startPlan } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import type { Withy } from './withy.ts'

/** Someone the server knows, by the cookie of their device. */
export type Someone = { readonly cookie: string }

/** Asks the server as someone's page would. @throws {Error} with its answer on a no */
export async function ask(withy: Withy, someone: Someone | null, how: Endpoint, path: string, body?: unknown) {
  const answer = await fetch(withy.origin + path, {
    method: how.method,
    headers: {
      origin: withy.origin,
      ...(someone && { cookie: someone.cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${how.method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

const whoCame = (answer: Response): Someone => ({
  cookie: answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; '),
})

/** Starts a plan. @returns its id and its owner */
export async function start(withy: Withy, kind: PlanKind = 'area'): Promise<{ plan: string; owner: Someone }> {
  const body = { kind, title: 'Brackenford East', name: 'Anna', voice: 'resident' }
  const answer = await ask(withy, null, startPlan, startPlan.path, body)
  const { plan } = startPlan.answer.parse(await answer.json())
  return { plan, owner: whoCame(answer) }
}

/** People who join a plan by one link, each with a device of their own. */
export async function bring(withy: Withy, plan: string, owner: Someone, count: number): Promise<Someone[]> {
  const asked = { kind: 'link', role: 'contributor', voice: 'resident' }
  const invited = await ask(withy, owner, invite, invite.path.replace(':plan', plan), asked)
  const { invitation }: { invitation: Invitation } = invite.answer.parse(await invited.json())
  const secret = new URL(invitation.link).hash.slice(1)
  const came: Someone[] = []
  for (let i = 1; i <= count; i += 1) {
    const body = { ticket: { secret }, name: `Neighbour ${i}` }
    came.push(whoCame(await ask(withy, null, join, join.path, body)))
  }
  return came
}
