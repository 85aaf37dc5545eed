import type { EndedRound } from '@withy/shared/api'
import type { Edition } from '@withy/shared/plan'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { WhoAnswered } from './who-answered.tsx'

type EndedProps = {
  readonly ended: EndedRound
  readonly edition: Edition
  readonly nameOf: (person: string) => string
}

/** People were asked, and nothing was sealed: what they said, as far as the asker could see it then (SPEC AGREE-49). */
export function Ended({ ended: { round, endedAt }, edition, nameOf }: EndedProps) {
  const t = useText()
  const { day } = useDates()
  return (
    <div className="stack agree-ended">
      <p className="notice">
        {t('agreement.ended', { name: nameOf(round.openedBy), from: day(round.openedAt), to: day(endedAt) })}
      </p>
      <WhoAnswered round={round} edition={edition} nameOf={nameOf} first={null} isOver />
    </div>
  )
}
