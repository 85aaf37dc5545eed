import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { LaterDialog, laterDialog } from '../../ui/later-dialog.tsx'

type BringInProps = {
  /** The section it is opened from, and its title. */
  readonly section: string
  readonly title: string
  /** Told to which section words went. */
  readonly onAdded: (section: string) => void
}

const bringing = laterDialog(async () => (await import('./bring-in-dialog.tsx')).BringInDialog, 'import')

/** Brings words of a file into a section (SPEC EXPORT-62). */
export function BringIn({ section, title, onAdded }: BringInProps) {
  const t = useText()
  const { may } = useDesk()
  const [open, setOpen] = useState(false)
  useEffect(() => void bringing.prepare(), [])
  if (!may('write')) return null
  return (
    <div className="row">
      <Button aria-label={`${t('plan.bring-in')}: ${title}`} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('plan.bring-in')}
      </Button>
      {open &&
        // Beside the page, and not in what is folded around the button.
        createPortal(
          <LaterDialog later={bringing} given={{ section, onAdded, onClose: () => setOpen(false) }} />,
          document.body,
        )}
    </div>
  )
}
