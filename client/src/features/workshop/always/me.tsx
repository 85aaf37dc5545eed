import { useText } from '../../../text/use-text.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import type { FromPage } from '../from-page.ts'
import { NeedsCard } from './needs-card.tsx'
import { Table } from './table.tsx'

type MeProps = Pick<FromPage, 'onNeeds'> & { readonly onClose: () => void }

/** Who is at this device, and how each wants to take part. */
export function Me({ onNeeds, onClose }: MeProps) {
  const t = useText()
  return (
    <Dialog title={t('workshop-steps.me')} close={t('common.done')} onClose={onClose}>
      <Table />
      <NeedsCard onNeeds={onNeeds} />
    </Dialog>
  )
}
