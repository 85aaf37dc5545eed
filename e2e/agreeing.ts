import { expect, type Locator, type Page } from '@playwright/test'
import { type Acting, ANSWER_WORDS, type Answer, type Deciding, type PlanFacts, type Round } from '@withy/shared/api'
import { ask, type Someone, wordsOf } from './people.ts'
import { openRawSocket, typing } from './raw-socket.ts'
import type { Withy } from './withy.ts'
import { ENGLISH, type Words } from './words.ts'

/** The form of one's own answer on the page where a plan is agreed. */
export const yourTurn = (page: Page, { text }: Words = ENGLISH): Locator =>
  page.getByRole('region', { name: text('agreement.your-turn') })

/** One of the answers, in a form of answering. */
export const answerIn = (form: Locator, answer: Answer, { language }: Words = ENGLISH): Locator =>
  form.getByRole('radio', { name: ANSWER_WORDS[answer][language], exact: true })

/** The button that gives one's own answer. */
export const give = (page: Page, words: Words = ENGLISH): Locator =>
  yourTurn(page, words).getByRole('button', { name: words.text('agreement.give') })

/** What somebody said, as it stands in the list of who has answered. */
export const saysIn = (page: Page, name: string, { text }: Words = ENGLISH): Locator =>
  page
    .getByRole('region', { name: text('agreement.who') })
    .getByRole('listitem')
    .filter({ hasText: name })

/** Paragraphs in a text box, without the page. Waits until the server has them. */
export async function writes(who: Someone, withy: Withy, plan: string, box: string, ...words: string[]): Promise<void> {
  const socket = await openRawSocket(who, withy, plan)
  socket.send(typing(box, ...words))
  await expect.poll(() => wordsOf(who, withy, plan)).toContain(words.at(-1))
  socket.end()
}

/** An owner asks people whether they agree, everybody of the plan unless said, without the page. @returns the round */
export async function asksToAgree(
  owner: Someone,
  withy: Withy,
  plan: string,
  more: {
    readonly asked?: readonly string[]
    readonly bySection?: boolean
    readonly decides?: { readonly acting: Deciding; readonly person: string; readonly words: string }
  } = {},
): Promise<string> {
  const path = `/api/plans/${plan}`
  const asked = more.asked ?? (await ask<PlanFacts>(owner, withy, 'GET', path)).people.map(({ id }) => id)
  const asking = { onDisagreement: 'record', bySection: false, decides: null, ...more, asked }
  return (await ask<{ round: Round }>(owner, withy, 'POST', `${path}/rounds`, asking)).round.id
}

/** Somebody answers to the words as they are, without the page. */
export async function answers(
  who: Someone,
  withy: Withy,
  plan: string,
  round: string,
  answer: Answer,
  acting: Acting | null = null,
): Promise<void> {
  const path = `/api/plans/${plan}`
  const { fingerprint } = await ask<{ fingerprint: string }>(who, withy, 'GET', `${path}/edition`)
  const said = { section: null, answer, words: '', acting, advocate: '', fingerprint }
  await ask(who, withy, 'PUT', `${path}/rounds/${round}/answer`, said)
}

/** These people of a plan agree to it, and the first of them, who owns it, seals it, without the page. @returns its number and its code */
export async function agreeAll(
  [owner, ...others]: readonly [Someone, ...Someone[]],
  withy: Withy,
  plan: string,
  /** The owner decides for the person a plan is about. */
  decides: { readonly acting: Deciding; readonly person: string; readonly words: string } | null = null,
): Promise<{ readonly number: number; readonly code: string }> {
  const path = `/api/plans/${plan}`
  const round = await asksToAgree(owner, withy, plan, decides ? { decides } : {})
  await answers(owner, withy, plan, round, 'agree', decides?.acting ?? null)
  for (const who of others) await answers(who, withy, plan, round, 'agree')
  const { fingerprint } = await ask<{ fingerprint: string }>(owner, withy, 'GET', `${path}/edition`)
  const sealing = { fingerprint, wentOn: '' }
  const { number } = await ask<{ number: number }>(owner, withy, 'POST', `${path}/rounds/${round}/seal`, sealing)
  return { number, code: (await ask<{ code: string }>(owner, withy, 'GET', `${path}/sealed/${number}`)).code }
}
