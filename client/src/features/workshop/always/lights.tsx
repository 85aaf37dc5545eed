import { LIGHTS } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { LightShape } from '../../../ui/light-shape.tsx'
import { useAtDevice } from '../at-device.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** The three cards everybody holds up: pressed again, a light goes off (SPEC WORK-46). */
export function Lights() {
  const t = useText()
  const { mine, take } = useRoom()
  const { seat } = useAtDevice()
  const { trouble, send } = useSending()
  if (!seat) return null
  const on = mine?.lights[seat.id] ?? null
  return (
    <fieldset className="workshop-lights">
      <legend className="unseen">{t('workshop-steps.lights')}</legend>
      {LIGHTS.map((light) => (
        <Button
          key={light}
          className={`workshop-light workshop-light-${light}`}
          aria-label={t(`workshop.light-${light}`)}
          aria-pressed={on === light}
          onClick={() => void send(() => take({ do: 'light', as: seat.id, light: on === light ? null : light }))}
        >
          <LightShape of={light} on={on === light} />
          <span>{t(`workshop-steps.light-${light}`)}</span>
        </Button>
      ))}
      <div role="alert">{trouble}</div>
    </fieldset>
  )
}
