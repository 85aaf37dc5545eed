import { useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { Button } from '../../ui/button.tsx'

type DoItProps = {
  readonly look: 'main' | 'plain' | 'quiet'
  readonly onDo: () => Promise<void>
  readonly children: string
  /** Whether what it opens is open. */
  readonly expanded?: boolean
  /** What it is done to, where several on a page are called the same: for those who do not see where it stands. */
  readonly to?: string
}

/** A button that says why, where it could not be done. */
export function DoIt({ look, onDo, children, expanded, to }: DoItProps) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const go = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      await onDo()
    } catch (error) {
      setTrouble(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button look={look} busy={busy} aria-expanded={expanded} onClick={go}>
        {children}
        {to ? <span className="unseen"> {to}</span> : null}
      </Button>
      <span role="alert">{trouble}</span>
    </>
  )
}
