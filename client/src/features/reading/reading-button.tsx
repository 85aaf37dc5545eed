import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ReadingDialog } from './reading-dialog.tsx'

/** "Aa": opens the reading settings, on every page. */
export function ReadingButton() {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" aria-label={t('reading.open')} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span aria-hidden="true" className="reading-aa">
          {t('reading.aa')}
        </span>
      </Button>
      {open ? <ReadingDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
