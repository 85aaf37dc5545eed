import type * as api from '@withy/shared/api'
import { type AnswerOf, send } from './send.ts'

/** What a file is, by the words in it. `signal` stops the asking. */
export const checkFile = (file: Blob, signal: AbortSignal) =>
  send<AnswerOf<typeof api.checkFile>>('POST', '/api/check', file, signal)

/** What a code stands for, as somebody typed it. */
export const checkCode = (code: string) => send<AnswerOf<typeof api.checkCode>>('POST', '/api/check/code', { code })
