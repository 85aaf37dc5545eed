import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, type BodyOf, send } from './send.ts'

const path = (plan: string) => `${planPath(plan)}/talk`
const threadPath = (plan: string, thread: string) => `${path(plan)}/threads/${encodeURIComponent(thread)}`
const commentPath = (plan: string, thread: string, comment: string) =>
  `${threadPath(plan, thread)}/comments/${encodeURIComponent(comment)}`
const suggestionPath = (plan: string, suggestion: string) =>
  `${path(plan)}/suggestions/${encodeURIComponent(suggestion)}`

/** All that was said about a plan. */
export const fetchTalk = (plan: string) => send<AnswerOf<typeof api.readTalk>>('GET', path(plan))

/** The suggestions about a box that were answered, with their words. */
export const fetchAnswered = (plan: string, box: string) =>
  send<AnswerOf<typeof api.readAnswered>>('GET', `${path(plan)}/boxes/${encodeURIComponent(box)}/answered`)

export const sendThread = (plan: string, body: BodyOf<typeof api.startThread>) =>
  send<AnswerOf<typeof api.startThread>>('POST', `${path(plan)}/threads`, body)

export const sendAnswer = (plan: string, thread: string, body: BodyOf<typeof api.answerThread>) =>
  send<AnswerOf<typeof api.answerThread>>('POST', `${threadPath(plan, thread)}/comments`, body)

export const sendEdit = (plan: string, thread: string, comment: string, body: BodyOf<typeof api.editComment>) =>
  send<AnswerOf<typeof api.editComment>>('PUT', commentPath(plan, thread, comment), body)

export const sendRemoval = (plan: string, thread: string, comment: string) =>
  send<AnswerOf<typeof api.removeComment>>('DELETE', commentPath(plan, thread, comment))

export const sendSettled = (plan: string, thread: string, settled: boolean) =>
  send<AnswerOf<typeof api.settleThread>>('PUT', `${threadPath(plan, thread)}/settled`, { settled })

export const sendMeaning = (plan: string, thread: string, body: BodyOf<typeof api.explainAsked>) =>
  send<AnswerOf<typeof api.explainAsked>>('POST', `${threadPath(plan, thread)}/meaning`, body)

export const sendSuggestion = (plan: string, body: BodyOf<typeof api.suggest>) =>
  send<AnswerOf<typeof api.suggest>>('POST', `${path(plan)}/suggestions`, body)

export const sendDecision = (plan: string, suggestion: string, body: BodyOf<typeof api.decideSuggestion>) =>
  send<AnswerOf<typeof api.decideSuggestion>>('PUT', `${suggestionPath(plan, suggestion)}/decisions`, body)

export const sendWithdrawal = (plan: string, suggestion: string) =>
  send<AnswerOf<typeof api.withdrawSuggestion>>('DELETE', suggestionPath(plan, suggestion))
