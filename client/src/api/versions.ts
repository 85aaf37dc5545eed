import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, type BodyOf, send } from './send.ts'

const path = (plan: string) => `${planPath(plan)}/versions`
const at = (plan: string, version: string) => `${path(plan)}/${encodeURIComponent(version)}`

/** A page of the versions of a plan, newest first. @param before what the page before gave as `next` */
export const listVersions = (plan: string, before: string | null = null) =>
  send<AnswerOf<typeof api.listVersions>>(
    'GET',
    before === null ? path(plan) : `${path(plan)}?before=${encodeURIComponent(before)}`,
  )

/** All versions that were named or sealed, newest first. */
export const listKeptVersions = (plan: string) =>
  send<AnswerOf<typeof api.listKeptVersions>>('GET', `${planPath(plan)}/kept-versions`)

/** What reads differently between two versions, and who did it. */
export const compareVersions = (plan: string, one: string, other: string) =>
  send<AnswerOf<typeof api.compareVersions>>('GET', `${at(plan, one)}/changes/${encodeURIComponent(other)}`)

/** Keeps a version (`now`: the plan as it is) under a name. */
export const nameVersion = (plan: string, body: BodyOf<typeof api.nameVersion>) =>
  send<AnswerOf<typeof api.nameVersion>>('POST', path(plan), body)

/** A version as plain data, and as it reads. */
export const readVersion = (plan: string, version: string) =>
  send<AnswerOf<typeof api.readVersion>>('GET', at(plan, version))

export const renameVersion = (plan: string, version: string, name: string) =>
  send<AnswerOf<typeof api.renameVersion>>('PATCH', at(plan, version), { name })

/** Takes a named version away; the plan stays. */
export const removeVersion = (plan: string, version: string) =>
  send<AnswerOf<typeof api.removeVersion>>('DELETE', at(plan, version))

/** Who wrote each passage of a plan as it is now. */
export const whoWrote = (plan: string) => send<AnswerOf<typeof api.whoWrote>>('GET', `${planPath(plan)}/who-wrote`)
