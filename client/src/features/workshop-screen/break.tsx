import { timeOf } from '@withy/shared/plan'
import { useLanguage, useText } from '../../text/use-text.ts'
import type { WallProps } from './wall-props.ts'

/** When the room is back, in the hall's own time, whatever the clock of the screen says. */
export function Break({ shared: { now }, step }: WallProps) {
  const t = useText()
  const lang = useLanguage()
  const back = new Date(now.since + (step.minutes + now.more) * 60_000).toISOString()
  return <p className="wall-large">{t('workshop-wall.back-at', { time: timeOf(lang, back) })}</p>
}
