import { useEffect } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { LaterDialog, laterDialog } from '../../ui/later-dialog.tsx'
import { showReading, useReadingShown } from './reading-shown.ts'

/** "Aa": opens the reading settings, on every page. */
export function ReadingButton() {
  const t = useText()
  return (
    <Button look="quiet" aria-label={t('common.reading')} aria-haspopup="dialog" onClick={() => showReading(true)}>
      <span aria-hidden="true" className="reading-aa">
        {t('common.aa')}
      </span>
    </Button>
  )
}

const reading = laterDialog(async () => (await import('./reading-dialog.tsx')).ReadingDialog, 'reading', 'keys')
/** @public For tests, which wait for no idle page. */
export const prepareReading = reading.prepare

/** The reading settings where a button asked for them. Once, beside the pages. */
export function ReadingPlace() {
  useEffect(() => void reading.prepare(), [])
  return useReadingShown() && <LaterDialog later={reading} given={{ onClose: () => showReading(false) }} />
}
