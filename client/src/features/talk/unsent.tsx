import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { withoutTurns } from './said.tsx'

type UnsentProps = {
  readonly words: string
  /** It goes by itself once there is a connection. */
  readonly isWaiting?: boolean
}

/** Words that were sent and are not there yet: they are read where they will stand. */
export function Unsent({ words, isWaiting = true }: UnsentProps) {
  const t = useText()
  return (
    <div className="talk-thread talk-unsent">
      <Theirs as="p" className="talk-words">
        {withoutTurns(words)}
      </Theirs>
      {isWaiting && <p className="talk-waits">{t('talk.sent-not')}</p>}
    </div>
  )
}
