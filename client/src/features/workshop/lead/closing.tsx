import { useState } from 'react'
import { sentenceOf } from '../../../api/send.ts'
import { useText } from '../../../text/use-text.ts'
import { AskFirst } from '../../../ui/ask-first.tsx'
import { Button } from '../../../ui/button.tsx'
import { useRoom } from '../use-workshop.ts'

/** Closes the workshop: asks first, and says what is still owed to people. */
export function Closing() {
  const t = useText()
  const { now, ideas, steer } = useRoom()
  const [isAsking, setAsking] = useState(false)
  const showsTest = now.steps.some(({ kind, shown }) => kind === 'closing' && !shown)
  const owed = ideas.filter(({ fate }) => fate === null).length
  return (
    <div className="row lead-close">
      <Button look="careful" onClick={() => setAsking(true)}>
        {t('workshop.close')}
      </Button>
      {isAsking ? (
        <AskFirst
          title={t('workshop-lead.close-ask')}
          words={
            <>
              <p>{t('workshop-lead.close-words')}</p>
              {showsTest ? <p>{t('workshop-own.close-shows')}</p> : null}
              {owed > 0 ? <p>{t('workshop-lead.close-owed', { count: owed })}</p> : null}
            </>
          }
          doIt={t('workshop.close')}
          cancel={t('workshop-lead.close-not')}
          onDo={() => steer({ do: 'close' })}
          onClose={() => setAsking(false)}
          sentenceOf={sentenceOf}
        />
      ) : null}
    </div>
  )
}
