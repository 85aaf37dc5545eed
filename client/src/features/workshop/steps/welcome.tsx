import { useText } from '../../../text/use-text.ts'
import { useRoom } from '../use-workshop.ts'
import { Ground } from './ground.tsx'

/** Who is here, by count, and the ground the workshop stands on. */
export function Welcome() {
  const t = useText()
  const { now } = useRoom()
  return (
    <>
      <p>{t('workshop.about-welcome')}</p>
      <p className="workshop-count">{t('workshop-steps.people-here', { count: now.people })}</p>
      <Ground />
      <p className="quiet">{t('workshop-steps.me-hint')}</p>
    </>
  )
}
