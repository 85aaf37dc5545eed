import { copyExample, LIMIT, startPlan } from '@withy/shared/api'
import { EXAMPLES, exampleInEasyWords } from '@withy/shared/examples'
import { writePlan } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import type { Context } from 'hono'
import * as Y from 'yjs'
import type { Config } from '../config.ts'
import { addressOf } from '../http/address.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Secrets } from '../http/secrets.ts'
import { newId } from '../random.ts'
import type { NewPlan, PlanStore } from '../storage/plans.ts'

export type StartNeeds = {
  readonly store: PlanStore
  readonly secrets: Secrets
  readonly start: Config['start']
  readonly now?: () => number
}

/** What all ways to start a plan share. */
export function createStarting(routes: Routes, { store, secrets, start, now = Date.now }: StartNeeds) {
  return {
    now,

    /** Keeps a plan; somebody nobody knew is remembered on this device from here on. */
    async make(c: Context, me: string | null, plan: NewPlan) {
      const made = await store.create(plan, LIMIT.plansPerPerson)
      if (made === 'start-link-over') throw refuse('start-by-invitation')
      if (made === 'plans-full') throw refuse('plans-full')
      if (me === null) await routes.sessions.start(c, plan.owner.id)
      return { plan: plan.plan.id }
    },

    /** The start link that is used up, where plans start by invitation. */
    startLinkFor(secret: string | undefined): string | undefined {
      if (start === 'anyone') return undefined
      const id = secrets.idIn(secret ?? '')
      if (id === null || !secrets.isLink(secret ?? '', 'start', id, 1)) throw refuse('start-by-invitation')
      return id
    },

    starter: (me: string | null, said: Pick<Person, 'name' | 'voice' | 'cameBy'>): Person => ({
      ...said,
      id: me ?? newId(),
      role: 'owner',
      colour: 0,
      joinedAt: new Date(now()).toISOString(),
      seat: said.voice === 'person',
    }),
  }
}

/** Starting an empty plan, or a copy of an example. */
export function startRoutes(routes: Routes, needs: StartNeeds): void {
  const { make, starter, startLinkFor, now } = createStarting(routes, needs)

  serve(routes, startPlan, async ({ c, me, body }) => {
    const { kind, title, lang, name, voice, startSecret } = body
    if (voice === 'person' && kind !== 'support') throw refuse('bad-request')
    const startLink = startLinkFor(startSecret)
    await routes.budgets.take('starts', addressOf(c))
    const owner = starter(me, { name, voice, cameBy: 'started' })
    const plan = { id: newId(), kind, title, lang, epoch: newId(), startedAt: now() }
    return make(c, me, { plan, owner, startLink })
  })

  serve(routes, copyExample, async ({ c, me, body }) => {
    // Where plans start by invitation, an example is for those who are in a plan already.
    if (needs.start === 'invited' && me === null) throw refuse('start-by-invitation')
    await routes.budgets.take('starts', addressOf(c))
    const { title, lang, plan } = EXAMPLES[body.example]
    const voice = plan.kind === 'area' ? 'resident' : 'supporter'
    const owner = starter(me, { name: body.name, voice, cameBy: 'example' })
    const made = { id: newId(), kind: plan.kind, title, lang, epoch: newId(), startedAt: now() }
    return make(c, me, { plan: made, owner, words: wordsOf(exampleInEasyWords(body.example, body.lang ?? 'en')) })
  })
}

/** A plan as the first change of its document, made once here: every device gets this one, and none makes its own. */
function wordsOf(plan: Parameters<typeof writePlan>[1]): { bytes: Uint8Array; clients: readonly number[] } {
  const doc = new Y.Doc()
  writePlan(doc, plan)
  const made = { bytes: Y.encodeStateAsUpdate(doc), clients: [doc.clientID] }
  doc.destroy()
  return made
}
