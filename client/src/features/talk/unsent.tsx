import { useText } from '../../text/use-text.ts'
import { withoutTurns } from './said.tsx'

/** Words that were sent without a connection: they are read where they will stand. */
export function Unsent({ words }: { readonly words: string }) {
  const t = useText()
  return (
    <div className="talk-thread talk-unsent">
      <p className="talk-words" dir="auto">
        {withoutTurns(words)}
      </p>
      <p className="talk-waits">{t('talk.sent-not')}</p>
    </div>
  )
}
