import { type Acting, EARLIER_WORDS, isPassedOn, LEFT_WORDS, UNCONFIRMED_WORDS } from '@withy/shared/api'
import { useWords } from '../../text/use-text.ts'
import { Through } from './through.tsx'

type MarksProps = {
  /** A name. */
  readonly by: string | null
  readonly acting: Acting | null
  readonly advocate: string
  readonly ofTheseWords: boolean
  readonly left?: boolean | undefined
}

/** What has to be known of somebody's answer: through whom it came, and where they did not say it themselves, have left, or said it to earlier words. */
export function Marks({ ofTheseWords, left, ...through }: MarksProps) {
  const say = useWords()
  return (
    <>
      <Through {...through} />
      {isPassedOn(through) ? <p className="quiet">{say(UNCONFIRMED_WORDS)}</p> : null}
      {left ? <p className="agree-earlier">{say(LEFT_WORDS)}</p> : null}
      {ofTheseWords ? null : <p className="agree-earlier">{say(EARLIER_WORDS)}</p>}
    </>
  )
}
