import { can } from '@withy/shared/access'
import { keepCard, listCards, type MyCard, readCard } from '@withy/shared/api'
import { type Routes, serve } from '../http/route.ts'
import type { Live } from '../live/live.ts'
import type { CardStore } from '../storage/cards.ts'
import type { PeopleStore } from '../storage/people.ts'

export type CardNeeds = {
  readonly store: CardStore & Pick<PeopleStore, 'peopleOf'>
  readonly live: Pick<Live, 'tell'>
  readonly now?: () => number
}

/** "How I communicate": a card each, kept with the plan by whoever wishes so, for those who lead it (SPEC A11Y-192). */
export function cardsRoutes(routes: Routes, { store, live, now = Date.now }: CardNeeds): void {
  const cardOf = async (plan: string, me: string): Promise<MyCard> => {
    const [card, people] = await Promise.all([store.cardOf(plan, me), store.peopleOf(plan)])
    const leading = people.filter(({ id, role }) => id !== me && can(role, 'run-workshop'))
    return { card, seenBy: leading.map(({ name }) => name) }
  }

  serve(routes, readCard, ({ plan, me }) => cardOf(plan, me))

  serve(routes, keepCard, async ({ plan, me, body }) => {
    await store.keepCard(plan, me, body.card, now())
    live.tell(plan, { type: 'cards' })
    return cardOf(plan, me)
  })

  serve(routes, listCards, async ({ plan }) => ({ cards: await store.cardsWith(plan) }))
}
