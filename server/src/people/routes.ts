import { changePerson, handOver, removePerson } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { PeopleStore } from '../storage/people.ts'
import { type Announcing, changeAndAnnounce } from './announce.ts'
import { changeRole, changeSelf, giveOwnership, takeOut } from './rules.ts'

export type PeopleNeeds = Announcing & { readonly store: PeopleStore; readonly now?: () => number }

/** The people of a plan: roles, one's own name and voice, taking out, leaving, handing over. */
export function peopleRoutes(routes: Routes, needs: PeopleNeeds): void {
  const { now = Date.now } = needs

  serve(routes, changePerson, async ({ plan, me, body, param }) => {
    const { role, name, voice } = body
    const isSelf = name !== undefined || voice !== undefined
    if ((role !== undefined) === isSelf) throw refuse('bad-request')
    const person = param('person')
    const decide = role === undefined ? changeSelf(me, person, { name, voice }) : changeRole(me, person, role, now())
    await changeAndAnnounce(needs, plan, decide)
    return {}
  })

  serve(routes, removePerson, async ({ plan, me, param }) => {
    await changeAndAnnounce(needs, plan, takeOut(me, param('person'), now()))
    return {}
  })

  serve(routes, handOver, async ({ plan, me, body }) => {
    await changeAndAnnounce(needs, plan, giveOwnership(me, body.person, now()))
    return {}
  })
}
