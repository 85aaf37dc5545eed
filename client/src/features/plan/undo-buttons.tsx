import { useMemo } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useUndoState } from '../../live/use-undo-state.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useUndoKeys } from './use-undo-keys.ts'
import './undo-buttons.css'

/** Undo and redo of one's own changes, wherever in the plan they were made. Says that it is done: it may be out of sight. */
export function UndoButtons() {
  const t = useText()
  const announce = useAnnounce()
  const { live, may } = useDesk()
  const { undo } = live
  const steps = useMemo(
    () => ({
      back: () => undo.undo() && announce({ kind: 'done', sentence: t('plan.undone') }),
      forth: () => undo.redo() && announce({ kind: 'done', sentence: t('plan.redone') }),
    }),
    [undo, announce, t],
  )
  useUndoKeys(steps)
  const state = useUndoState(undo)
  if (!may('write')) return null
  return (
    <div className="undo-buttons">
      <Button look="quiet" aria-disabled={state.undo === 0 || undefined} onClick={steps.back}>
        {t('plan.undo')}
      </Button>
      <Button look="quiet" aria-disabled={state.redo === 0 || undefined} onClick={steps.forth}>
        {t('plan.redo')}
      </Button>
    </div>
  )
}
