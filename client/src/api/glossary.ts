import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, type BodyOf, send } from './send.ts'

const path = (plan: string) => `${planPath(plan)}/glossary`

/** The words a plan explains, with those that were taken out. */
export const readGlossary = (plan: string) => send<AnswerOf<typeof api.readGlossary>>('GET', path(plan))

export const changeGlossary = (plan: string, change: BodyOf<typeof api.changeGlossary>) =>
  send<AnswerOf<typeof api.changeGlossary>>('POST', path(plan), change)
