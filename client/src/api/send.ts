import type { Endpoint, Refusal, Refused } from '@withy/shared/api'
import type { output, ZodMiniType } from 'zod/mini'
import { shown } from '../text/language.ts'
import { OfflineError, reach, reachOnce } from '../ui/reach.ts'
import { hearClock } from './server-clock.ts'

/** The server said no. `sentence` says what to do next, in the language shown. */
export class RefusedError extends Error {
  readonly refused: Refusal
  readonly sentence: string

  constructor({ refused, sentence }: Refused) {
    super(refused)
    this.name = 'RefusedError'
    this.refused = refused
    this.sentence = sentence
  }
}

/** The server has too much to do: the same, asked again a little later, is taken. */
export const isBusy = (error: unknown): boolean => error instanceof RefusedError && error.refused === 'too-busy'

/** What an endpoint of shared/api answers. */
export type AnswerOf<E extends Endpoint> = E['answer'] extends ZodMiniType ? output<E['answer']> : undefined
/** What an endpoint of shared/api is sent. */
export type BodyOf<E extends Endpoint> = E['body'] extends ZodMiniType ? output<E['body']> : undefined

/**
 * Asks the server; what only reads is asked again where nothing answered. The answer is trusted to be what the endpoint declares: our own server checked it.
 * @param path e.g. `/api/plans/p1`; parts that come from outside go through `encodeURIComponent`
 * @param body a file is sent as it is, anything else as JSON
 * @param signal stops asking: what was not answered by then is an OfflineError
 * @throws {RefusedError} when the server says no
 * @throws {OfflineError} when nothing of ours answers
 */
export async function send<Answer>(
  method: Endpoint['method'],
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const ask = () => answerTo(method, path, body, signal)
  const { answer, words } = await (method === 'GET' ? reach(ask, signal) : reachOnce(ask))
  hearClock(answer)
  const said = parsed(words)
  if (answer.ok && said !== null) return said as Answer
  if (isRefused(said)) throw new RefusedError(said)
  throw new OfflineError(`${answer.status} without words`)
}

async function answerTo(method: string, path: string, body: unknown, signal: AbortSignal | null = null) {
  const headers: Record<string, string> = { 'Accept-Language': shown().language }
  const isFile = body instanceof Blob
  if (body !== undefined) headers['Content-Type'] = isFile ? 'application/octet-stream' : 'application/json'
  const sent = isFile ? body : body === undefined ? null : JSON.stringify(body)
  const answer = await fetch(path, { method, headers, body: sent, signal })
  return { answer, words: await answer.text() }
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}

const isRefused = (said: unknown): said is Refused =>
  typeof said === 'object' && said !== null && 'refused' in said && 'sentence' in said

/** What to tell people when something we asked for did not happen. Takes whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof RefusedError ? error.sentence : shown().text('common.offline')
