import type { PlanKind } from '@withy/shared/plan'
import { useAskedForm } from '../features/cards/asked-form.ts'
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
  if (shown === 'take-away') return <TakePlanAway plan={plan} kind={kind} onClose={own.onClose} />
  if (shown === 'keys') return <KeysDialog onClose={own.onClose} />
  return (
    <DeviceCopyDialog {...own}>
      <UnsavedWords />
    </DeviceCopyDialog>
  )
}

function TakePlanAway(given: Pick<PlanDialogProps, 'plan' | 'kind' | 'onClose'>) {
  const asked = useAskedForm(given.plan)
  // What came to wait while somebody chose is in the file too.
  return <TakeAway {...given} asked={asked} onTakeNow={() => askToLetIn('copy')} />
}
