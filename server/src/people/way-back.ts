import { comeBack, forgetDevice, wayBack } from '@withy/shared/api'
import type { Site } from '../http/origin.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Secrets } from '../http/secrets.ts'
import type { PeopleStore } from '../storage/people.ts'

export type WayBackNeeds = {
  readonly store: Pick<PeopleStore, 'wayBack' | 'wayBackNow' | 'plansOf'>
  readonly secrets: Secrets
  readonly site: Site
  readonly now?: () => number
}

/** "My way back in": a private link that makes another device the same person, and forgetting a device. */
export function wayBackRoutes(routes: Routes, { store, secrets, site, now = Date.now }: WayBackNeeds): void {
  serve(routes, wayBack, async ({ me, body }) => {
    const generation = await store.wayBack(me, body.renew, now())
    return { link: `${site.origin}/back#${secrets.link('way-back', me, generation)}` }
  })

  serve(routes, comeBack, async ({ c, me, body }) => {
    const person = secrets.idIn(body.secret)
    const generation = person === null ? null : await store.wayBackNow(person)
    const isRight =
      person !== null && generation !== null && secrets.isLink(body.secret, 'way-back', person, generation)
    if (!isRight) throw refuse('link-over')
    if (me === person) return { device: 'was' as const }
    // Whoever has not kept their own link would never get back to their plans (SPEC ACCESS-27).
    if (me !== null && !body.replace && (await store.plansOf(me)) > 0) return { device: 'is-other' as const }
    await routes.sessions.start(c, person)
    return { device: 'became' as const }
  })

  serve(routes, forgetDevice, async ({ c }) => {
    await routes.sessions.forget(c)
    return {}
  })
}
