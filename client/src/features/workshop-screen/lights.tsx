import { LIGHTS, type WorkshopNow } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'
import { LightShape } from '../../ui/light-shape.tsx'

/** How many show which traffic light. All three always stand there, so that the words beside them never jump. */
export function Lights({ lights }: { readonly lights: WorkshopNow['lights'] }) {
  const t = useText()
  return (
    <ul className="wall-lights" aria-label={t('workshop-wall.lights')}>
      {LIGHTS.map((light) => (
        <li key={light}>
          <LightShape of={light} on /> <strong>{lights[light]}</strong> <span>{t(`workshop.light-${light}`)}</span>
        </li>
      ))}
    </ul>
  )
}
