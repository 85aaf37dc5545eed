import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '../text/use-text.ts'
import { Button } from './button.tsx'

/** Something is to be done before a file can be made; its message says what. */
export class NotYet extends Error {}

type GetFileProps = {
  readonly children: ReactNode
  /** Said to screen readers in place of the words, where those alone do not say what it gives. */
  readonly label?: string
  readonly look?: 'main' | 'plain'
  /** Has it made and kept. Rejects where that did not happen; with NotYet where something is to be done first. */
  readonly take: (signal: AbortSignal) => Promise<void>
  /** What it would give now: that an earlier one is here is not said of another. */
  readonly of?: string
  readonly sentenceOf: (error: unknown) => string
  /** How far it has come, in words, asked for while it is being made; '' where there is nothing to say. */
  readonly howFar?: () => Promise<string>
}

/** Most are made before that. */
const ASK_EVERY = 2_000

/** A button that has a file made: says that it is being made, lets people stop it, and says where it went. */
export function GetFile({ children, label, look = 'plain', take, of = '', sentenceOf, howFar }: GetFileProps) {
  const t = useText()
  const [{ said, ofWhat }, setSaid] = useState({ said: '', ofWhat: of })
  const say = (said: string) => setSaid({ said, ofWhat: of })
  const [making, setMaking] = useState<AbortController | null>(null)
  const newest = useRef<AbortController | null>(null)
  useEffect(() => () => newest.current?.abort(), [])

  const far = useHowFar(making === null ? undefined : howFar)

  const go = async () => {
    const mine = new AbortController()
    newest.current = mine
    setMaking(mine)
    say(t('forms.getting'))
    const end = await take(mine.signal).then(
      () => t('forms.done'),
      (error) => (error instanceof NotYet ? error.message : sentenceOf(error)),
    )
    if (newest.current !== mine) return
    setMaking(null)
    say(mine.signal.aborted ? '' : end)
  }
  const stop = () => {
    newest.current?.abort()
    newest.current = null
    setMaking(null)
    say('')
  }
  return (
    <div className="stack get-file">
      <div className="row">
        <Button look={look} busy={making !== null} onClick={go} aria-label={label}>
          {children}
        </Button>
        {making && <Button onClick={stop}>{t('forms.stop')}</Button>}
      </div>
      <p role="status" className="quiet">
        {making || ofWhat === of ? said : ''}
      </p>
      {/* Not told as it changes: that would talk over whatever somebody reads meanwhile. */}
      {making && far ? <p className="quiet">{far}</p> : null}
    </div>
  )
}

/** What `howFar` says, asked for again and again while it is given. */
function useHowFar(howFar: (() => Promise<string>) | undefined): string {
  const [far, setFar] = useState('')
  const asking = useRef(howFar)
  asking.current = howFar
  const isOn = howFar !== undefined
  useEffect(() => {
    if (!isOn) return
    let isOver = false
    const ask = () =>
      // What cannot be known is not said: the file is on its way all the same.
      asking.current?.().then(
        (words) => isOver || setFar(words),
        () => {},
      )
    const every = setInterval(ask, ASK_EVERY)
    return () => {
      isOver = true
      clearInterval(every)
      setFar('')
    }
  }, [isOn])
  return far
}
