import { LIMIT } from '@withy/shared/api'
import { useText } from '../../../text/use-text.ts'
import { useKeptWords } from '../use-kept-words.ts'
import { useRoom } from '../use-workshop.ts'
import { LeadPart } from './lead-part.tsx'
import { WrittenElsewhere } from './written-elsewhere.tsx'

/** A facilitator's own notes: nobody else sees them, and they are kept as they are typed. */
export function Notes() {
  const t = useText()
  const { now, desk, steer } = useRoom()
  const { words, kept, write, ...elsewhere } = useKeptWords({
    server: desk?.note ?? '',
    save: (words, was) => steer({ do: 'note', words, was }),
    shelf: `withy.notes.${now.id}`,
  })
  return (
    <LeadPart title={t('workshop-lead.notes')}>
      <div className="field">
        <label className="field-label" htmlFor="lead-notes">
          {t('workshop-lead.notes-label')}
        </label>
        <textarea
          id="lead-notes"
          className="field-control"
          rows={6}
          value={words}
          maxLength={LIMIT.notes}
          aria-describedby="lead-notes-kept"
          onChange={(event) => write(event.target.value)}
        />
        <p className="field-hint" id="lead-notes-kept">
          {t(`workshop-lead.notes-${kept}`)}
        </p>
      </div>
      <WrittenElsewhere {...elsewhere} />
    </LeadPart>
  )
}
