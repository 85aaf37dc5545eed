import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { IdeaWords } from './idea-dialog.tsx'
import { LeadPart } from './lead-part.tsx'

/** What was put out of sight, to put back. */
export function OutOfSight() {
  const t = useText()
  const { desk, steer } = useRoom()
  const { busy, trouble, send } = useSending()
  const hidden = desk?.hidden ?? []
  if (hidden.length === 0) return null
  return (
    <LeadPart title={t('workshop-safe.hidden')} news={String(hidden.length)}>
      <p className="quiet small">{t('workshop-safe.hidden-about')}</p>
      <div role="alert">{trouble}</div>
      <ul className="list lead-list">
        {hidden.map((idea) => (
          <li key={idea.id} className="lead-card">
            <IdeaWords idea={idea} />
            <div className="row">
              <Button
                busy={busy}
                aria-label={t('workshop-safe.put-back-name', { words: idea.words })}
                onClick={() => void send(() => steer({ do: 'hide-idea', idea: idea.id, on: false }))}
              >
                {t('workshop-safe.put-back')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </LeadPart>
  )
}
