import type { PlanKind } from '../plan/index.ts'
import { AFFECTED_VOICES, type Voice } from './roles.ts'

type InPlan = { readonly id: string; readonly voice: Voice; readonly seat: boolean }

/**
 * Whose answers about an action come first: in a support plan those of the person it is about, in an area plan those of people
 * who live with what is decided. `isWaitedFor`: others' answers are not shown before; in an area plan without such people
 * nobody is waited for (SPEC ACCESS-71, ACCESS-72).
 */
export function firstWordIn(kind: PlanKind, people: readonly InPlan[]) {
  const seated = people.find(({ seat }) => seat)?.id
  const isAffected = (voice: Voice): boolean => AFFECTED_VOICES.includes(voice)
  return {
    isWaitedFor: kind === 'support' || people.some(({ voice }) => isAffected(voice)),
    has: ({ person, voice }: { readonly person: string; readonly voice: Voice }): boolean =>
      kind === 'area' ? isAffected(voice) : person === seated,
  }
}
