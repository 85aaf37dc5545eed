import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Theirs } from '../../../ui/theirs.tsx'
import { useWaitingHere } from '../use-ideas.ts'

/** Ideas that were put in without a connection, each by itself, until they are in (SPEC WORK-196). */
export function WaitingIdeas({ step }: { readonly step: string }) {
  const t = useText()
  const { waiting, canWriteOn, writeOn } = useWaitingHere(step)
  return (
    <>
      <p role="status" className="workshop-waits">
        {waiting.length > 0 ? t('workshop-steps.waits-to-go', { count: waiting.length }) : ''}
      </p>
      <ul className="list stack">
        {waiting.map((draft) => (
          <li key={draft.id} className="card stack">
            <Theirs as="p" className="workshop-idea">
              {draft.words}
            </Theirs>
            {canWriteOn ? (
              <div className="row">
                <Button
                  look="quiet"
                  aria-label={t('workshop-steps.change-name', { words: draft.words })}
                  onClick={() => writeOn(draft)}
                >
                  {t('plan.change')}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
