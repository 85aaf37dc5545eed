import type { IdeaShown } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** Takes what harms somebody from everybody's sight (SPEC WORK-151). It can be put back, so that nothing is asked first. */
export function PutOutOfSight({ idea, onDone }: { readonly idea: IdeaShown; readonly onDone: () => void }) {
  const t = useText()
  const { steer } = useRoom()
  const { busy, trouble, send } = useSending()
  const hide = async () => {
    if (await send(() => steer({ do: 'hide-idea', idea: idea.id, on: true }))) onDone()
  }
  return (
    <div>
      <p className="quiet small">{t('workshop-safe.hide-about', { name: idea.by })}</p>
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button
          busy={busy}
          aria-label={t('workshop-safe.hide-name', { words: idea.words })}
          onClick={() => void hide()}
        >
          {t('workshop-safe.hide')}
        </Button>
      </div>
    </div>
  )
}
