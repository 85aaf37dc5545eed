import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, type BodyOf, send } from './send.ts'

/** Where a plan is with being agreed, as the asker may see it. */
export type Agreement = AnswerOf<typeof api.getAgreement>
/** The plan as it read when it was asked for. */
export type ReadEdition = AnswerOf<typeof api.readEdition>
export type Sealed = AnswerOf<typeof api.readSealed>
/** What is sent with an answer. */
export type AnswerGiven = BodyOf<typeof api.answerRound>

const roundPath = (plan: string, round: string) => `${planPath(plan)}/rounds/${encodeURIComponent(round)}`
const sealedPath = (plan: string, number: number) => `${planPath(plan)}/sealed/${number}`

export const fetchAgreement = (plan: string) => send<Agreement>('GET', `${planPath(plan)}/agreement`)

export const fetchEdition = (plan: string) => send<ReadEdition>('GET', `${planPath(plan)}/edition`)

/** Asks people whether they agree. */
export const openRound = (plan: string, body: BodyOf<typeof api.openRound>) =>
  send<AnswerOf<typeof api.openRound>>('POST', `${planPath(plan)}/rounds`, body)

export const giveAnswer = (plan: string, round: string, given: AnswerGiven) =>
  send<AnswerOf<typeof api.answerRound>>('PUT', `${roundPath(plan, round)}/answer`, given)

/** Asks more people in a round that is open. */
export const askMore = (plan: string, round: string, asked: readonly string[]) =>
  send<AnswerOf<typeof api.askMore>>('POST', `${roundPath(plan, round)}/asked`, { asked })

/** Stops asking; nothing is sealed. */
export const endRound = (plan: string, round: string) =>
  send<AnswerOf<typeof api.endRound>>('POST', `${roundPath(plan, round)}/end`)

export const sealPlan = (plan: string, round: string, body: BodyOf<typeof api.sealPlan>) =>
  send<AnswerOf<typeof api.sealPlan>>('POST', `${roundPath(plan, round)}/seal`, body)

export const fetchSealed = (plan: string, number: number) => send<Sealed>('GET', sealedPath(plan, number))

/** What was said about the plan, as it is kept beside a sealed version. */
export const fetchAnnex = (plan: string, number: number) =>
  send<AnswerOf<typeof api.readAnnex>>('GET', `${sealedPath(plan, number)}/annex`)

/** Records that somebody no longer agrees to a sealed version. */
export const withdrawAgreement = (plan: string, number: number, said: BodyOf<typeof api.withdrawAgreement>) =>
  send<AnswerOf<typeof api.withdrawAgreement>>('POST', `${sealedPath(plan, number)}/withdraw`, said)
