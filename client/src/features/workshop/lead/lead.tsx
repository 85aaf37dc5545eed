import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { stepNow, stepsBeside } from '../step-now.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** What only facilitators see: where the room goes next. */
export function Lead() {
  const t = useText()
  const { now, steer } = useRoom()
  const { busy, trouble, send } = useSending()
  const { before, after } = stepsBeside(now)
  const step = stepNow(now)
  const go = (to: string) => void send(() => steer({ do: 'go', from: now.step, to }))
  return (
    <section className="workshop-lead stack" aria-labelledby="lead-title">
      <h2 id="lead-title">{t('workshop.lead')}</h2>
      <div role="alert">{trouble}</div>
      <div className="row">
        {now.stage === 'preparing' ? (
          <Button look="main" busy={busy} onClick={() => void send(() => steer({ do: 'open' }))}>
            {t('workshop.open')}
          </Button>
        ) : null}
        {now.stage === 'open' ? (
          <>
            <Button aria-disabled={!before} onClick={() => before && go(before.id)}>
              {t('workshop.step-back')}
            </Button>
            <Button look="main" aria-disabled={!after} onClick={() => after && go(after.id)}>
              {t('workshop.step-on')}
            </Button>
            {step && !step.shown ? (
              <Button onClick={() => void send(() => steer({ do: 'show', step: step.id }))}>
                {t('workshop.show')}
              </Button>
            ) : null}
            <Button onClick={() => step && void send(() => steer({ do: 'more-time', step: step.id, minutes: 5 }))}>
              {t('workshop.more-time')}
            </Button>
            <Button onClick={() => void send(() => steer({ do: 'close' }))}>{t('workshop.close')}</Button>
          </>
        ) : null}
      </div>
    </section>
  )
}
