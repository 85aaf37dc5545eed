import { LIGHTS, type TrafficLight } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useAtDevice } from '../at-device.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** Each light has a shape of its own, as colours alone are not seen by everybody. */
const SHAPES: Record<TrafficLight, string> = {
  stop: 'M7 2h10l5 5v10l-5 5H7l-5-5V7z',
  slow: 'M12 3 22.5 21h-21z',
  agree: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
}

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
          <svg viewBox="0 0 24 24" width="1.25em" height="1.25em" aria-hidden="true" focusable="false">
            <path d={SHAPES[light]} />
          </svg>
          <span>{t(`workshop-steps.light-${light}`)}</span>
        </Button>
      ))}
      <div role="alert">{trouble}</div>
    </fieldset>
  )
}
