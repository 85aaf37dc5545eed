import { useText } from '../../../text/use-text.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import type { FromPage } from '../from-page.ts'
import { useRoom } from '../use-workshop.ts'
import { Table } from './table.tsx'

type MeProps = Pick<FromPage, 'myCard'> & { readonly onClose: () => void }

/** Who is at this device, and how each wants to take part. */
export function Me({ myCard, onClose }: MeProps) {
  const t = useText()
  const { mine, take } = useRoom()
  return (
    <Dialog title={t('workshop-steps.me')} close={t('common.done')} onClose={onClose}>
      <Table />
      {myCard(mine?.needs ?? null, (needs) => take({ do: 'come-in', needs }))}
    </Dialog>
  )
}
