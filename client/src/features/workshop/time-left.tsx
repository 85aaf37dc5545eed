import { minutesLeft } from '@withy/shared/protocol'
import { useEffect, useState } from 'react'
import { serverNow } from '../../api/server-clock.ts'
import { useText } from '../../text/use-text.ts'
import { stepNow } from './step-now.ts'
import { useRoom } from './use-workshop.ts'

/** How long a step still is, in words: a guide that ends nothing. */
export function TimeLeft() {
  const t = useText()
  const { now } = useRoom()
  const step = stepNow(now)
  const [at, setAt] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setAt(serverNow()), 15_000)
    return () => clearInterval(timer)
  }, [])
  if (!step || now.stage !== 'open') return null
  const minutes = minutesLeft(now, step, at)
  return (
    <p className="quiet step-time">{minutes === 0 ? t('workshop.time-over') : t('workshop.time-left', { minutes })}</p>
  )
}
