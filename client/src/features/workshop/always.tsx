import { LIGHTS } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useSending } from './use-sending.ts'
import { useRoom } from './use-workshop.ts'

/** What is in reach of a thumb in every step: the traffic lights. */
export function Always() {
  const t = useText()
  const { mine, take } = useRoom()
  const { trouble, send } = useSending()
  const me = mine?.people.find(({ own }) => own)
  if (!me) return null
  return (
    <section className="workshop-always" aria-label={t('workshop.always')}>
      {LIGHTS.map((light) => (
        <Button
          key={light}
          aria-pressed={mine?.lights[me.id] === light}
          onClick={() =>
            void send(() => take({ do: 'light', as: me.id, light: mine?.lights[me.id] === light ? null : light }))
          }
        >
          {t(`workshop.light-${light}`)}
        </Button>
      ))}
      <div role="alert">{trouble}</div>
    </section>
  )
}
