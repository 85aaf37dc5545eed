import { useText } from '../../text/use-text.ts'
import type { WallProps } from './wall-props.ts'

/** While everyone writes: how far they are, how many ideas there are, and not one of them. */
export function HowMany({ shared: { now }, step }: WallProps) {
  const t = useText()
  const ideas = t('workshop.ideas-so-far', { count: now.ideas })
  if (step.kind === 'pairs') {
    return (
      <>
        <p className="wall-stage">{t(`workshop-wall.stage-${step.stage}`)}</p>
        <p>{ideas}</p>
      </>
    )
  }
  return (
    <>
      <p className="wall-large">{ideas}</p>
      <p>{t('workshop-wall.how-silent')}</p>
    </>
  )
}
