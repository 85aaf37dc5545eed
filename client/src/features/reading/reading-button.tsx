import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ReadingDialog } from './reading-dialog.tsx'
import { showReading, useReadingShown } from './reading-shown.ts'

/** "Aa": opens the reading settings, on every page. */
export function ReadingButton() {
  const t = useText()
  return (
    <Button look="quiet" aria-label={t('reading.open')} aria-haspopup="dialog" onClick={() => showReading(true)}>
      <span aria-hidden="true" className="reading-aa">
        {t('reading.aa')}
      </span>
    </Button>
  )
}

/** The reading settings where a button asked for them. Once, beside the pages. */
export function ReadingPlace() {
  return useReadingShown() && <ReadingDialog onClose={() => showReading(false)} />
}
