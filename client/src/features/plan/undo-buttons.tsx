import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useUndoKeys, useUndoState } from './use-undo-keys.ts'

/** Undo and redo of one's own changes, wherever in the plan they were made. */
export function UndoButtons() {
  const t = useText()
  const { live, may } = useDesk()
  useUndoKeys(live.undo)
  const state = useUndoState(live.undo)
  if (!may('write')) return null
  return (
    <div className="undo-buttons">
      <Button look="quiet" aria-disabled={state.undo === 0 || undefined} onClick={() => live.undo.undo()}>
        {t('plan.undo')}
      </Button>
      <Button look="quiet" aria-disabled={state.redo === 0 || undefined} onClick={() => live.undo.redo()}>
        {t('plan.redo')}
      </Button>
    </div>
  )
}
