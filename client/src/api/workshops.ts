import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, type BodyOf, send } from './send.ts'

export const listWorkshops = (plan: string) =>
  send<AnswerOf<typeof api.listWorkshops>>('GET', `${planPath(plan)}/workshops`)

export const prepareWorkshop = (plan: string, body: BodyOf<typeof api.prepareWorkshop>) =>
  send<AnswerOf<typeof api.prepareWorkshop>>('POST', `${planPath(plan)}/workshops`, body)

/** A workshop as this person may see it. */
export const seeWorkshop = (plan: string, workshop: string) =>
  send<AnswerOf<typeof api.seeWorkshop>>('GET', at(plan, workshop))

/** What only this person may see of it. */
export const seeWorkshopOwn = (plan: string, workshop: string) =>
  send<AnswerOf<typeof api.seeWorkshopOwn>>('GET', `${at(plan, workshop)}/own`)

/** What everybody may see of it, and nothing else: for the room screen. */
export const seeWorkshopShared = (plan: string, workshop: string) =>
  send<AnswerOf<typeof api.seeWorkshopShared>>('GET', `${at(plan, workshop)}/shared`)

/** The record of a workshop that is over, with the asker's own ideas that were never shown. */
export const readRecord = (plan: string, workshop: string) =>
  send<AnswerOf<typeof api.readRecord>>('GET', `${at(plan, workshop)}/record`)

export const steerWorkshop = (plan: string, workshop: string, said: BodyOf<typeof api.steerWorkshop>) =>
  send<AnswerOf<typeof api.steerWorkshop>>('POST', `${at(plan, workshop)}/steer`, said)

export const takePart = (plan: string, workshop: string, said: BodyOf<typeof api.takePart>) =>
  send<AnswerOf<typeof api.takePart>>('POST', `${at(plan, workshop)}/take-part`, said)

const at = (plan: string, workshop: string) => `${planPath(plan)}/workshops/${encodeURIComponent(workshop)}`
