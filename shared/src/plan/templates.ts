import { areaPlan } from './area-plan.ts'
import type { PlanKind, Template } from './catalogue.ts'
import { supportPlan } from './support-plan.ts'

/** The template of each kind of plan. */
export const TEMPLATES: Record<PlanKind, Template> = { area: areaPlan, support: supportPlan }
