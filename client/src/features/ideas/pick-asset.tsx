import { useEffect, useState } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { LaterDialog, laterDialog } from '../../ui/later-dialog.tsx'

type PickAssetProps = {
  /** The list of assets it goes to, and its name. */
  readonly box: string
  readonly label: string
}

const picking = laterDialog(async () => (await import('./pick-dialog.tsx')).PickDialog, 'plan-dialogs')

/** Puts a good thing of an area plan into this plan, its origin kept. Only plans this person may read are offered (SPEC PLAN-90). */
export function PickAsset({ box, label }: PickAssetProps) {
  const t = useText()
  const { may } = useDesk()
  const [open, setOpen] = useState(false)
  useEffect(() => void picking.prepare(), [])
  if (!may('write')) return null
  return (
    <>
      <Button aria-label={`${t('plan.pick')}: ${label}`} look="quiet" onClick={() => setOpen(true)}>
        {t('plan.pick')}
      </Button>
      {open && <LaterDialog later={picking} given={{ box, onClose: () => setOpen(false) }} />}
    </>
  )
}
