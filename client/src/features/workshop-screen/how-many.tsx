import { gathered } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'
import { Ideas } from './ideas.tsx'
import type { WallProps } from './wall-props.ts'

/** While everyone writes: how far they are, how many ideas there are, and not one of them before they are shown. */
export function HowMany({ shared, step }: WallProps) {
  const t = useText()
  const { now } = shared
  if (step.shown && gathered(step.id, shared.ideas, shared.groups).length > 0)
    return <Ideas shared={shared} from={step.id} />
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
      {step.shown ? null : <p>{t('workshop-wall.how-silent')}</p>}
    </>
  )
}
