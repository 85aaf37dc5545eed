import { useText } from '../../text/use-text.ts'
import type { WallProps } from './wall-props.ts'

/** While everyone writes: how many ideas there are, and not one of them. */
export function HowMany({ shared: { now }, step }: WallProps) {
  const t = useText()
  return (
    <>
      <p className="wall-large">{t('workshop.ideas-so-far', { count: now.ideas })}</p>
      <p>{step.kind === 'pairs' ? t(`workshop-wall.stage-${step.stage}`) : t('workshop-wall.how-silent')}</p>
    </>
  )
}
