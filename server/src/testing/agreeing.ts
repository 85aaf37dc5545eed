import type { Answer, getAgreement, openRound, Round, readEdition, readSealed } from '@withy/shared/api'
import type * as z from 'zod/mini'
import type { Member } from './people.ts'

type AnswerOf<E extends { answer: z.ZodMiniType }> = z.output<E['answer']>
type Given = {
  readonly fingerprint?: string
  readonly words?: string
  readonly person?: string
  readonly section?: string
  readonly acting?: string
  readonly advocate?: string
}

/** Where a plan is with being agreed, as somebody sees it. */
export const agreementOf = (member: Member): Promise<AnswerOf<typeof getAgreement>> =>
  member.gets('GET', `/api/plans/${member.plan}/agreement`)

/** The plan as it reads now. */
export const readsPlan = (member: Member): Promise<AnswerOf<typeof readEdition>> =>
  member.gets('GET', `/api/plans/${member.plan}/edition`)

/** The owner asks these people. */
export const asksToAgree = async (
  owner: Member,
  asked: readonly Member[],
  more: Partial<z.input<typeof openRound.body>> = {},
): Promise<Round> => {
  const body = { asked: asked.map(({ id }) => id), onDisagreement: 'record', bySection: false, decides: null, ...more }
  return (await owner.gets<{ round: Round }>('POST', `/api/plans/${owner.plan}/rounds`, body)).round
}

const answerIn = async (member: Member, round: string, answer: Answer | null, given: Given) =>
  [
    'PUT',
    `/api/plans/${member.plan}/rounds/${round}/answer`,
    {
      ...{ section: null, answer, words: '', acting: null, advocate: '' },
      fingerprint: given.fingerprint ?? (await readsPlan(member)).fingerprint,
      ...given,
    },
  ] as const

/** Somebody answers; to the words the plan has now unless said. */
export const says = async (member: Member, round: string, answer: Answer | null, given: Given = {}): Promise<Round> =>
  (await member.gets<{ round: Round }>(...(await answerIn(member, round, answer, given)))).round

/** The word that refuses an answer. Throws where it is taken. */
export const mayNotSay = async (member: Member, round: string, answer: Answer | null, given: Given = {}) =>
  member.isRefused(...(await answerIn(member, round, answer, given)))

const sealing = async (owner: Member, round: string, wentOn: string, more: { readonly annex?: boolean } = {}) =>
  [
    'POST',
    `/api/plans/${owner.plan}/rounds/${round}/seal`,
    { fingerprint: (await readsPlan(owner)).fingerprint, wentOn, ...more },
  ] as const

/**
 * The owner seals the plan as it is now; with `annex`, what was said about it is kept beside it. @returns the number of the version
 */
export const seals = async (owner: Member, round: string, wentOn = '', annex = false): Promise<number> =>
  (await owner.gets<{ number: number }>(...(await sealing(owner, round, wentOn, annex ? { annex } : {})))).number

export const mayNotSeal = async (owner: Member, round: string, wentOn = '') =>
  owner.isRefused(...(await sealing(owner, round, wentOn)))

/** A sealed version. */
export const sealedAt = (member: Member, number: number): Promise<AnswerOf<typeof readSealed>> =>
  member.gets('GET', `/api/plans/${member.plan}/sealed/${number}`)
