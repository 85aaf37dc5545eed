import type { PlanKind } from '@withy/shared/plan'
import { DeviceCopyDialog, type DeviceCopyDialogProps } from '../features/link-state/device-copy-dialog.tsx'
import { UnsavedWords } from '../features/link-state/unsaved-words.tsx'
import { TakeAway } from '../features/take-away/take-away.tsx'
import { askToLetIn } from '../features/together/ask-to-let-in.ts'
import { KeysDialog } from './keys-dialog.tsx'

export type PlanDialogProps = Omit<DeviceCopyDialogProps, 'children'> & {
  readonly shown: 'take-away' | 'keys' | 'safe'
  readonly plan: string
  readonly kind: PlanKind
}

/** What opens over a plan: in one piece, fetched after the plan. */
export function PlanDialog({ shown, plan, kind, ...own }: PlanDialogProps) {
  // What came to wait while somebody chose is in the file too.
  if (shown === 'take-away')
    return <TakeAway plan={plan} kind={kind} onClose={own.onClose} onTakeNow={() => askToLetIn('copy')} />
  if (shown === 'keys') return <KeysDialog onClose={own.onClose} />
  return (
    <DeviceCopyDialog {...own}>
      <UnsavedWords />
    </DeviceCopyDialog>
  )
}
