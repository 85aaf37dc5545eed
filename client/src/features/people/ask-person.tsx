import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { LaterDialog, laterDialog } from '../../ui/later-dialog.tsx'

const dialog = laterDialog(async () => (await import('./ask-dialog.tsx')).AskDialog, 'where', 'people')

/** "Ask a person": on every page, after Help (SPEC A11Y-83). */
export function AskPerson() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" className="frame-ask" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('common.ask-a-person')}
      </Button>
      {isOpen && <LaterDialog later={dialog} given={{ onClose: () => setOpen(false) }} />}
    </>
  )
}
