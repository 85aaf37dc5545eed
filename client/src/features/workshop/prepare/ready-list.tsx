import { READY } from '@withy/shared/api'
import { useText } from '../../../text/use-text.ts'
import { Tick } from '../../../ui/choices.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** What has to be done before the day, and whether people wait in a lobby. Nothing of it stops anybody. */
export function ReadyList() {
  const t = useText()
  const { desk, steer } = useRoom()
  const { trouble, send } = useSending()
  if (!desk) return null
  return (
    <section className="stack" aria-labelledby="prepare-ready">
      <h2 id="prepare-ready">{t('workshop-prepare.ready')}</h2>
      <p>{t('workshop-prepare.ready-why')}</p>
      <div className="choices-list">
        {READY.map((what) => (
          <Tick
            key={what}
            label={t(`workshop-prepare.ready-${what}`)}
            about={t(`workshop-prepare.ready-${what}-about`)}
            ticked={desk.ready.includes(what)}
            onTick={(on) => void send(() => steer({ do: 'ready', what, on }))}
          />
        ))}
      </div>
      <div role="alert">{trouble}</div>
    </section>
  )
}
