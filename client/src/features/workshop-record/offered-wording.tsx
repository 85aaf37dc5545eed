import { useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Theirs } from '../../ui/theirs.tsx'

type OfferedWordingProps = { readonly words: string; readonly onWording: (yes: boolean) => Promise<void> }

/** Other words somebody asks to use for an idea: only its author says yes, and their own words stay either way. */
export function OfferedWording({ words, onWording }: OfferedWordingProps) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const say = async (yes: boolean) => {
    setBusy(true)
    try {
      await onWording(yes)
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
    setBusy(false)
  }
  return (
    <div className="notice notice-calm">
      <p>{t('workshop-after.offered')}</p>
      <Theirs as="blockquote" className="idea-words">
        {words}
      </Theirs>
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button busy={busy} onClick={() => void say(true)}>
          {t('workshop-after.offer-yes')}
        </Button>
        <Button busy={busy} onClick={() => void say(false)}>
          {t('workshop-after.offer-no')}
        </Button>
      </div>
    </div>
  )
}
