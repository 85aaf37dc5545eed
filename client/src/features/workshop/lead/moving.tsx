import { Link } from 'wouter'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useStepName } from '../step-name.ts'
import { stepNow, stepsBeside } from '../step-now.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { toShow } from './to-show.ts'

/** How long is added at a time (minutes). */
const MORE = 5

/** Where the room is, and where it goes: on, back, to any step, and more time. */
export function Moving() {
  const t = useText()
  const nameOf = useStepName()
  const { plan, now, steer } = useRoom()
  const { busy, trouble, send } = useSending()
  const { before, after } = stepsBeside(now)
  const step = stepNow(now)
  const hidden = toShow(now)
  const at = now.steps.findIndex(({ id }) => id === now.step)
  const go = (to: string) => void send(() => steer({ do: 'go', from: now.step, to }))
  if (now.stage === 'preparing') {
    return (
      <div className="row">
        <div role="alert">{trouble}</div>
        <Button look="main" busy={busy} onClick={() => void send(() => steer({ do: 'open' }))}>
          {t('workshop.open')}
        </Button>
      </div>
    )
  }
  if (now.stage === 'closed') return null
  return (
    <div className="lead-moving">
      {step ? (
        <p className="lead-where" tabIndex={-1}>
          {t('workshop-lead.where', { at: at + 1, all: now.steps.length, step: nameOf(step) })}
        </p>
      ) : null}
      <div role="alert">{trouble}</div>
      {hidden ? (
        <Button
          look="main"
          className="lead-wide"
          onClick={() => void send(() => steer({ do: 'show', step: hidden.step }))}
        >
          {t('workshop.show')} <span className="lead-what">{t(`workshop-lead.show-${hidden.what}`)}</span>
        </Button>
      ) : null}
      <Button
        look={hidden ? 'plain' : 'main'}
        className="lead-wide"
        aria-disabled={!after}
        onClick={() => after && go(after.id)}
      >
        {t('workshop.step-on')} <span className="lead-what">{after ? nameOf(after) : t('workshop-lead.last')}</span>
      </Button>
      <div className="row">
        <Button aria-disabled={!before} onClick={() => before && go(before.id)}>
          {t('workshop.step-back')}
        </Button>
        {step ? (
          <Button onClick={() => void send(() => steer({ do: 'more-time', step: step.id, minutes: MORE }))}>
            {t('workshop.more-time')}
          </Button>
        ) : null}
      </div>
      <details className="lead-part">
        <summary>
          <h3>{t('workshop-lead.steps')}</h3>
        </summary>
        <ol className="lead-steps">
          {now.steps.map((one) => (
            <li key={one.id} aria-current={one.id === now.step ? 'step' : undefined}>
              <div className="lead-line">
                <span>
                  {nameOf(one)}{' '}
                  <span className="quiet small">{t('workshop-lead.minutes', { count: one.minutes })}</span>
                </span>
                {one.id === now.step ? (
                  <strong>{t('workshop-lead.here')}</strong>
                ) : (
                  <Button
                    look="quiet"
                    aria-label={t('workshop-lead.go-to', { step: nameOf(one) })}
                    onClick={() => go(one.id)}
                  >
                    {t('workshop-lead.go')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ol>
        <Link href={`/plans/${encodeURIComponent(plan)}/workshops/${now.id}/prepare`} className="link-alone">
          {t('workshop-lead.change-steps')}
        </Link>
      </details>
    </div>
  )
}
