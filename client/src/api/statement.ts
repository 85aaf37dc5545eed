import type * as api from '@withy/shared/api'
import { type AnswerOf, send } from './send.ts'

/** What the organisation that runs this Withy says in its accessibility statement. */
export const getStatement = () => send<AnswerOf<typeof api.getStatement>>('GET', '/api/statement')
