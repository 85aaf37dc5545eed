import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '../text/use-text.ts'
import { Button } from './button.tsx'

type GetFileProps = {
  readonly children: ReactNode
  /** Said to screen readers in place of the words, where those alone do not say what it gives. */
  readonly label?: string
  readonly look?: 'main' | 'plain'
  /** Has it made and kept. Rejects where that did not happen. */
  readonly take: (signal: AbortSignal) => Promise<void>
  readonly sentenceOf: (error: unknown) => string
}

/** A button that has a file made: says that it is being made, lets people stop it, and says where it went. */
export function GetFile({ children, label, look = 'plain', take, sentenceOf }: GetFileProps) {
  const t = useText()
  const [said, say] = useState('')
  const [making, setMaking] = useState<AbortController | null>(null)
  const newest = useRef<AbortController | null>(null)
  useEffect(() => () => newest.current?.abort(), [])

  const go = async () => {
    const mine = new AbortController()
    newest.current = mine
    setMaking(mine)
    say(t('forms.getting'))
    const end = await take(mine.signal).then(() => t('forms.done'), sentenceOf)
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
        {said}
      </p>
    </div>
  )
}
