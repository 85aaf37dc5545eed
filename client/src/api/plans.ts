import type * as api from '@withy/shared/api'
import { type AnswerOf, type BodyOf, send } from './send.ts'

/** Whom this device is remembered as, and their plans. */
export const getMe = () => send<AnswerOf<typeof api.getMe>>('GET', '/api/me')

export const startPlan = (body: BodyOf<typeof api.startPlan>) =>
  send<AnswerOf<typeof api.startPlan>>('POST', '/api/plans', body)

/** Makes a plan of a file that Withy wrote. `said`: of whoever brings it. */
export const bringPlan = (said: api.Bringing, file: File) =>
  send<AnswerOf<typeof api.bringPlan>>('POST', '/api/plans/import', new Blob([JSON.stringify(said), '\n', file]))

export const copyExample = (body: BodyOf<typeof api.copyExample>) =>
  send<AnswerOf<typeof api.copyExample>>('POST', '/api/examples', body)

/** What a plan is, who is in it and what the asker is here. */
export const getPlan = (plan: string) => send<AnswerOf<typeof api.getPlan>>('GET', planPath(plan))

/** The plan as it stands, as plain data, for someone who may read it. */
export const getWords = (plan: string) => send<AnswerOf<typeof api.getWords>>('GET', `${planPath(plan)}/words`)

export const renamePlan = (plan: string, title: string) =>
  send<AnswerOf<typeof api.renamePlan>>('PATCH', planPath(plan), { title })

export const sayPlanLanguage = (plan: string, lang: BodyOf<typeof api.sayPlanLanguage>['lang']) =>
  send<AnswerOf<typeof api.sayPlanLanguage>>('PUT', `${planPath(plan)}/language`, { lang })

/** Chooses the section the room screen shows; null: none. */
export const showSection = (plan: string, section: string | null) =>
  send<AnswerOf<typeof api.showSection>>('PUT', `${planPath(plan)}/shown`, { section })

/** Where the server keeps one plan. */
export const planPath = (plan: string): string => `/api/plans/${encodeURIComponent(plan)}`
