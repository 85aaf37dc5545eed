import { besideAgreed, tallyOf } from '@withy/shared/api'
import type { Sealed } from '../../api/agreement.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Mark } from '../../ui/mark.tsx'
import './agreed-words.css'
import { Theirs } from '../../ui/theirs.tsx'

/** What a room sees when its plan was sealed: its name, the day, how many agreed, and who said something else; the code. Still, and large. */
export function AgreedWords({ sealed: { record, edition, code } }: { readonly sealed: Sealed }) {
  const t = useText()
  const { day } = useDates()
  const say = useWords()
  const tally = tallyOf(record)
  const agreed = [t('screen.agreed-people', { count: tally.agreed }), ...besideAgreed(tally, ['through']).map(say)]
  const not = besideAgreed(tally, ['stop', 'disagree']).map(say)
  if (tally.others > 0) not.push(t('screen.agreed-others', { count: tally.others }))
  return (
    <div className="screen-agreed">
      <Mark size="2.5em" />
      <Theirs as="p" className="screen-agreed-plan">
        {edition.title}
      </Theirs>
      <p>{day(record.sealedAt)}</p>
      <p>{agreed.join(' · ')}</p>
      {not.length > 0 ? <p>{not.join(' · ')}</p> : null}
      <p>
        {t('screen.agreed-check')} <span className="screen-agreed-code">{code}</span>
      </p>
    </div>
  )
}
