import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useAtDevice } from './at-device.tsx'
import { useRoom } from './use-workshop.ts'

/** All steps, to look at any of them, or to stay where one is. */
export function AllSteps() {
  const t = useText()
  const { now } = useRoom()
  const { follows, step, stayAt } = useAtDevice()
  if (now.steps.length === 0) return null
  return (
    <details className="workshop-fold">
      <summary>{t('workshop-steps.all-steps')}</summary>
      <div className="stack">
        {follows && step ? (
          <div className="row">
            <Button onClick={() => stayAt(step.id)}>{t('workshop-steps.stop-following')}</Button>
          </div>
        ) : null}
        <ol className="list workshop-steps">
          {now.steps.map(({ id, kind, title }) => (
            <li key={id}>
              <Button look="quiet" aria-current={id === step?.id ? 'step' : undefined} onClick={() => stayAt(id)}>
                {title || t(`workshop.kind-${kind}`)}
              </Button>
              {id === now.step ? <span className="quiet">{t('workshop-steps.room-here')}</span> : null}
            </li>
          ))}
        </ol>
      </div>
    </details>
  )
}
