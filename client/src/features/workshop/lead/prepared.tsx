import { Link } from 'wouter'
import { useText } from '../../../text/use-text.ts'
import { useRoom } from '../use-workshop.ts'
import { LeadPart } from './lead-part.tsx'

/** Headings of the page on which a workshop is prepared (prepare/prepare.tsx). */
const PARTS = ['ready', 'power', 'together'] as const

/** The way to what was prepared before the day, which can be read and changed while the room runs (SPEC WORK-135). */
export function Prepared() {
  const t = useText()
  const { plan, now } = useRoom()
  const page = `/plans/${encodeURIComponent(plan)}/workshops/${now.id}/prepare`
  return (
    <LeadPart title={t('workshop-own.prepared')}>
      <ul className="list">
        {PARTS.map((part) => (
          <li key={part}>
            <Link href={`${page}#prepare-${part === 'together' ? 'rules' : part}`} className="link-alone">
              {t(`workshop-prepare.${part}`)}
            </Link>
          </li>
        ))}
      </ul>
    </LeadPart>
  )
}
