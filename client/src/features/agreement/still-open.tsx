import type { Talk } from '@withy/shared/api'
import type { Plan } from '@withy/shared/plan'
import { useText } from '../../text/use-text.ts'
import { unsettledIn } from './unsettled.ts'
import { useTold } from './use-told.ts'

type StillOpenProps = {
  readonly plan: Plan
  /** Null: not known yet. */
  readonly talk: Talk | null
}

/** Before a plan is sealed: how many comments and suggested words are not settled yet, in a line (SPEC TALK-81). */
export function StillOpen({ plan, talk }: StillOpenProps) {
  const t = useText()
  const told = useTold()
  const things = talk ? unsettledIn(plan, talk).flatMap(({ things }) => things) : []
  return things.length > 0 ? <p>{t('agreement-talk.count', { what: told(things) })}</p> : null
}
