import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Notice } from './notice.tsx'

type AskFirstProps = {
  readonly title: string
  /** What will happen, and what stays. */
  readonly words: ReactNode
  /** Words of the button that does it. */
  readonly doIt: string
  readonly cancel: string
  /** Does it; where it throws, the dialog stays and says why. */
  readonly onDo: () => Promise<void>
  readonly onClose: () => void
  /** It is done, and the dialog to be closed; absent: as onClose. */
  readonly onDone?: () => void
  readonly sentenceOf: (error: unknown) => string
}

/** Asks once before something that cannot simply be taken back. */
export function AskFirst({ title, words, doIt, cancel, onDo, onClose, onDone = onClose, sentenceOf }: AskFirstProps) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const go = async () => {
    setBusy(true)
    setRefused(null)
    try {
      await onDo()
      onDone()
    } catch (error) {
      setRefused(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} close={cancel} onClose={onClose}>
      <div className="stack">{words}</div>
      <div role="alert">
        {refused ? (
          <Notice look="careful">
            <p>{refused}</p>
          </Notice>
        ) : null}
      </div>
      <div className="row">
        <Button look="careful" busy={busy} onClick={go}>
          {doIt}
        </Button>
      </div>
    </Dialog>
  )
}
