import type { Desk } from '@withy/shared/api'
import { LIGHTS } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { LightShape } from '../../../ui/light-shape.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** Whose traffic light is which: who asks to stop comes first, and of those who has waited longest. An answered one goes down. */
export function Lights() {
  const t = useText()
  const { desk, steer } = useRoom()
  const { trouble, send } = useSending()
  const lit = byUrgency(desk?.people ?? [])
  if (lit.length === 0) return null
  return (
    <section className="lead-card" aria-labelledby="lead-lights">
      <h3 id="lead-lights" tabIndex={-1}>
        {t('workshop-lead.lights')}
      </h3>
      <div role="alert">{trouble}</div>
      <ul className="list">
        {lit.map(({ id, name, light, lightAt }) => (
          <li key={id} className={`lead-light lead-light-${light}`}>
            {light ? <LightShape of={light} on /> : null}
            <span>
              <strong>{name}</strong> {light && t(`workshop.light-${light}`)}
            </span>
            <Button
              className="lead-light-answered"
              aria-label={t('workshop-reach.light-answered-name', { name })}
              onClick={() => void send(() => steer({ do: 'answered', who: id, since: lightAt }))}
            >
              {t('workshop-reach.light-answered')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** People with a light, in the order they want to be seen to. */
export const byUrgency = (people: Desk['people']): Desk['people'] =>
  LIGHTS.flatMap((light) => people.filter((person) => person.light === light).sort((a, b) => a.lightAt - b.lightAt))
