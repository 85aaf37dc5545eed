import type { Sealed } from '../../api/agreement.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { Mark } from '../../ui/mark.tsx'
import './agreed-words.css'

/** What a room sees when its plan was sealed: its name, the day, how many agreed, the code. Still, and large. */
export function AgreedWords({ sealed: { record, edition, code } }: { readonly sealed: Sealed }) {
  const t = useText()
  const { day } = useDates()
  const agreed = record.answers.filter(
    ({ answer, section, ofTheseWords }) => section === null && ofTheseWords && answer.startsWith('agree'),
  )
  return (
    <div className="screen-agreed">
      <Mark size="2.5em" />
      <p className="screen-agreed-plan" dir="auto">
        {edition.title}
      </p>
      <p>{day(record.sealedAt)}</p>
      <p>{t('screen.agreed-people', { count: agreed.length })}</p>
      <p className="screen-agreed-code">{code}</p>
    </div>
  )
}
