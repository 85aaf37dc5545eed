import type { Needs } from '@withy/shared/api'
import { useKeptCard } from './kept-card.ts'
import { useMyCard } from './use-my-card.ts'

/**
 * The form of a copy that the card of whoever is here asks for: the card of this device, else the one they keep with
 * the plan, where one is meant
 * (SPEC A11Y-195). `listens`: they listen to it, or read braille.
 */
export function useAskedForm(plan: string | null): ReturnType<typeof askedForm> {
  const here = useKeptCard()
  const { mine } = useMyCard(here ? null : plan)
  return askedForm((here ?? mine?.card)?.ticks ?? [])
}

const askedForm = (ticks: Needs['ticks']) => ({
  size: ticks.includes('easy-read')
    ? ('easy' as const)
    : ticks.includes('large-text')
      ? ('large' as const)
      : ('normal' as const),
  listens: ticks.includes('aloud') || ticks.includes('braille'),
})
