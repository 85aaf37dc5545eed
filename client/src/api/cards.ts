import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, send } from './send.ts'

/** The asker's own card "How I communicate", where they keep it with a plan, and who can read it there. */
export const fetchCard = (plan: string) => send<AnswerOf<typeof api.readCard>>('GET', `${planPath(plan)}/card`)

/** Keeps it with the plan; null takes it back. */
export const sendCard = (plan: string, card: api.Needs | null) =>
  send<AnswerOf<typeof api.keepCard>>('PUT', `${planPath(plan)}/card`, { card })

/** Those that people keep with a plan, for who leads it. */
export const fetchCards = (plan: string) => send<AnswerOf<typeof api.listCards>>('GET', `${planPath(plan)}/cards`)
