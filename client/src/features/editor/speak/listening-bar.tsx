import { useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { heardAll, type Listener, listensNow } from './listens-now.ts'
import { type Listening, listen, type Why } from './speech.ts'
import './speak.css'

type ListeningBarProps = {
  readonly lang: string
  readonly onDevice: boolean
  readonly put: (said: string) => void
}

/**
 * That it is listened to, in sight and told, for as long as it is, with how to end it (SPEC A11Y-173). It ends with the box, and
 * where the page goes out of sight. What was said before it was ended still lands.
 */
export function ListeningBar({ lang, onDevice, put }: ListeningBarProps) {
  const t = useText()
  const [isOn, setOn] = useState(true)
  const [isHeard, setHeard] = useState(false)
  const [why, setWhy] = useState<Why>(null)
  const newest = useRef(put)
  newest.current = put
  const own = useRef<Listening | null>(null)
  const listener = useRef<Listener | null>(null)
  const drop = useCallback(() => {
    own.current?.drop()
    if (listener.current) heardAll(listener.current)
  }, [])
  // Words that are certain only later have no box to go to.
  useEffect(() => drop, [drop])

  useEffect(() => {
    if (!isOn) return
    const off = new AbortController()
    const { signal } = off
    const end = (because: Why = null) => {
      setOn(false)
      setHeard(false)
      setWhy(because)
    }
    drop()
    const listening = listen({
      lang,
      onDevice,
      onBegun: () => setHeard(true),
      onSaid: (words) => newest.current(words),
      onEnded: end,
    })
    own.current = listening
    const finish = () => {
      listening.finish()
      end()
    }
    listener.current = { end: finish, settle: listening.settle }
    listensNow(listener.current)
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      // To leave the words, or to close the box, is the next press.
      event.preventDefault()
      event.stopPropagation()
      finish()
    }
    document.addEventListener('keydown', onKey, { capture: true, signal })
    const onHidden = () => {
      if (!document.hidden) return
      listening.drop()
      end()
    }
    document.addEventListener('visibilitychange', onHidden, { signal })
    return () => off.abort()
  }, [isOn, lang, onDevice, drop])

  const press = () => {
    if (isOn) own.current?.finish()
    setHeard(false)
    setWhy(null)
    setOn(!isOn)
  }

  return (
    <div className="speak-bar">
      <p role="status" className={isHeard ? 'speak-now speak-heard' : 'speak-now'}>
        {isOn ? isHeard && t('speak.listening') : t(why ? `speak.${why}` : 'speak.stopped')}
      </p>
      <div className="row">
        <Button look={isOn ? 'main' : 'plain'} onClick={press}>
          {t(isOn ? 'speak.stop' : 'speak.again')}
        </Button>
        {why === 'not-allowed' && <Button onClick={() => location.reload()}>{t('speak.load')}</Button>}
      </div>
    </div>
  )
}
