import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { needs } from './workshop-commands.ts'

const mine = z.object({
  /** The asker's own, where it is kept with the plan. */
  card: z.nullable(needs),
  /** Names of all others who can read it there now. */
  seenBy: z.array(z.string()),
})
export type MyCard = z.infer<typeof mine>

export const readCard = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/card',
  does: 'Gives the asker’s own card “How I communicate”, where they keep it with the plan, and who can read it.',
  needs: 'read',
  answer: mine,
  refusals: ['sign-in', 'not-found'],
})

export const keepCard = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/card',
  does: 'Keeps the asker’s own card with the plan, for those who lead it; null takes it back.',
  needs: 'read',
  body: z.pick(mine, { card: true }),
  answer: mine,
  refusals: ['sign-in', 'not-found', 'bad-request'],
})

/** Somebody's card, as those who lead the plan see it. */
const cardOf = z.object({ person: z.string(), card: needs })
export type CardOf = z.infer<typeof cardOf>

export const listCards = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/cards',
  does: 'Gives the cards “How I communicate” that people of a plan keep with it.',
  needs: 'run-workshop',
  answer: z.object({ cards: z.array(cardOf) }),
  refusals: ['sign-in', 'not-found', 'not-allowed'],
})
