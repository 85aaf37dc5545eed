import { KeysTick } from '../features/reading/keys-tick.tsx'
import { keysIn } from '../text/keys.ts'
import { useText } from '../text/use-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { KeyList } from '../ui/key-list.tsx'

/** All keys, over the plan. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('keys.title')} close={t('plan.close')} onClose={onClose}>
      <KeyList keys={keysIn(t)} />
      <KeysTick />
    </Dialog>
  )
}
