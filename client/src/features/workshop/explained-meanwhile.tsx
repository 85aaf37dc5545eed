import { useSyncExternalStore } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { draftsOf, onDrafts, setDraft } from './drafts.ts'
import { useRoom } from './use-workshop.ts'

/** Where somebody begins to write what a word means. */
export const explainPlace = (asked: string): string => `explain/${asked}`

/** Words somebody began to explain, and another did meanwhile: theirs are kept until they put them away (SPEC WORK-173). */
export function ExplainedMeanwhile() {
  const t = useText()
  const { now } = useRoom()
  const drafts = useSyncExternalStore(onDrafts, () => draftsOf(now.id))
  return now.asked.map(({ id, word, meaning }) => {
    const words = drafts[explainPlace(id)]?.words.trim() ?? ''
    if (meaning === null || words === '' || words === meaning) return null
    return (
      <Notice key={id} look="careful">
        <p dir="auto">{t('workshop-kept.explained-meanwhile', { word, meaning })}</p>
        <p>{t('workshop-kept.your-words')}</p>
        <Theirs as="p" className="workshop-idea">
          {words}
        </Theirs>
        <Button
          aria-label={t('workshop-kept.put-away-name', { word })}
          onClick={() => setDraft(now.id, explainPlace(id), null)}
        >
          {t('workshop-kept.put-away')}
        </Button>
      </Notice>
    )
  })
}
