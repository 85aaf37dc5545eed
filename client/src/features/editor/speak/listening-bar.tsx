import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { listen, type Why } from './speech.ts'
import './speak.css'

type ListeningBarProps = {
  readonly lang: string
  readonly onDevice: boolean
  readonly put: (said: string) => void
}

/**
 * That it is listened to, in sight and told, for as long as it is, with how to end it (SPEC A11Y-173). It ends with the box, and
 * where the page goes out of sight.
 */
export function ListeningBar({ lang, onDevice, put }: ListeningBarProps) {
  const t = useText()
  const [isOn, setOn] = useState(true)
  const [isHeard, setHeard] = useState(false)
  const [why, setWhy] = useState<Why>(null)
  const newest = useRef(put)
  newest.current = put

  useEffect(() => {
    if (!isOn) return
    const off = new AbortController()
    const { signal } = off
    const end = (because: Why = null) => {
      setOn(false)
      setHeard(false)
      setWhy(because)
    }
    const stop = listen({
      lang,
      onDevice,
      onBegun: () => setHeard(true),
      onSaid: (words) => newest.current(words),
      onEnded: end,
    })
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      // To leave the words, or to close the box, is the next press.
      event.preventDefault()
      event.stopPropagation()
      end()
    }
    document.addEventListener('keydown', onKey, { capture: true, signal })
    document.addEventListener('visibilitychange', () => document.hidden && end(), { signal })
    return () => {
      off.abort()
      stop()
    }
  }, [isOn, lang, onDevice])

  return (
    <div className="speak-bar">
      <p role="status" className={isHeard ? 'speak-now speak-heard' : 'speak-now'}>
        {isOn ? isHeard && t('speak.listening') : t(why ? `speak.${why}` : 'speak.stopped')}
      </p>
      <div className="row">
        <Button look={isOn ? 'main' : 'plain'} onClick={() => setOn(!isOn)}>
          {t(isOn ? 'speak.stop' : 'speak.again')}
        </Button>
        {why === 'not-allowed' && <Button onClick={() => location.reload()}>{t('speak.load')}</Button>}
      </div>
    </div>
  )
}
