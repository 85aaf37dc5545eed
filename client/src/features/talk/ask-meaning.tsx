import { useContext, useState } from 'react'
import { ExplainedInContext } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ExplainedNote } from './explained-note.tsx'

type AskMeaningProps = {
  /** The words of the plan it is asked about. */
  readonly quote: string
  readonly busy: boolean
  readonly onAsk: () => void
}

/** "What does that mean?", without a name. What the plan explains already is shown at once, and asked all the same if that does not help. */
export function AskMeaning({ quote, busy, onAsk }: AskMeaningProps) {
  const t = useText()
  const found = useContext(ExplainedInContext)(quote)
  const [isTold, setIsTold] = useState(false)
  return (
    <div className="talk-ask stack">
      <p className="field-hint">{t('talk-waiting.ask-about')}</p>
      <div role="status">{isTold && found.map((word) => <ExplainedNote key={word.id} word={word} />)}</div>
      <div className="row">
        <Button busy={busy} onClick={() => (found.length > 0 && !isTold ? setIsTold(true) : onAsk())}>
          {t(isTold ? 'talk-waiting.ask-anyway' : 'talk-waiting.ask')}
        </Button>
      </div>
    </div>
  )
}
