import type { howFar } from '@withy/shared/api'
import { shown } from '../text/language.ts'
import { type AnswerOf, send } from './send.ts'

/** How far the making of one's own file has come, in words; '' where there is nothing to say (SPEC EXPORT-58). */
export async function howFarSaid(): Promise<string> {
  const { before, plans } = await send<AnswerOf<typeof howFar>>('GET', '/api/take-away')
  const { text } = shown()
  if (before) return text('forms.before', { count: before })
  return plans ? text('forms.plans-done', { ...plans }) : ''
}
