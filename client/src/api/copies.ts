import type { Copies, CopyChange, listCopyLinks } from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, send } from './send.ts'

const copiesPath = (plan: string, number: number) => `${planPath(plan)}/sealed/${number}/copies`

/** Who wants and has which copy of a sealed version, as far as the asker may know. */
export const fetchCopies = (plan: string, number: number) => send<Copies>('GET', copiesPath(plan, number))

export const changeCopies = (plan: string, number: number, change: CopyChange) =>
  send<Copies>('POST', copiesPath(plan, number), change)

/** The private links to copies of a plan that somebody has and that still work. */
export const fetchCopyLinks = (plan: string, person: string) =>
  send<AnswerOf<typeof listCopyLinks>>('GET', `${planPath(plan)}/people/${encodeURIComponent(person)}/copy-links`)
