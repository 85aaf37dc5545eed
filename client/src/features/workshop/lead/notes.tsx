import { LIMIT } from '@withy/shared/api'
import { useText } from '../../../text/use-text.ts'
import { FieldNotes } from '../../../ui/field.tsx'
import { tooLong } from '../too-long.ts'
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
    max: LIMIT.notes,
    shelf: `withy.notes.${now.id}`,
  })
  const error = tooLong(t, words, LIMIT.notes)
  return (
    <LeadPart title={t('workshop-lead.notes')}>
      <div className="field">
        <label className="field-label" htmlFor="lead-notes">
          {t('workshop-lead.notes-label')}
        </label>
        <FieldNotes field="lead-notes" error={error} />
        <textarea
          dir="auto"
          id="lead-notes"
          className="field-control"
          rows={6}
          value={words}
          aria-describedby={error ? 'lead-notes-error lead-notes-kept' : 'lead-notes-kept'}
          aria-invalid={error ? true : undefined}
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
