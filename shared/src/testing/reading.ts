import { stableJson } from '../plan/canonical.ts'
import { canonicalPlan } from '../plan/canonical-plan.ts'
import type { Plan } from '../plan/index.ts'

/** All that a reader sees of a plan, as one string: two that are equal read the same. */
export const reading = (plan: Plan): string => stableJson(canonicalPlan(plan))
