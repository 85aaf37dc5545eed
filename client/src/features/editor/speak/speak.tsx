import { type ReactNode, useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { LaterDialog, laterDialog } from '../../../ui/later-dialog.tsx'
import type { WordsHere } from '../language-form.tsx'

const dialog = laterDialog(async () => (await import('./speak-dialog.tsx')).SpeakDialog, 'speak', 'spoken')

type SpeakProps = {
  /** Puts what was said where the caret is. */
  readonly put: (said: string) => void
  /** The words it is put among. */
  readonly words: WordsHere
}

/** "Speak to write", at a box that is written in. What tells how is fetched when it is pressed (SPEC A11Y-170). */
export function Speak({ put, words }: SpeakProps) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  const [bar, setBar] = useState<ReactNode>(null)
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setAsked(true)}>
        {t('plan.speak')}
      </Button>
      {bar}
      {isAsked && (
        <LaterDialog later={dialog} given={{ put, words, onListen: setBar, onClose: () => setAsked(false) }} />
      )}
    </>
  )
}
