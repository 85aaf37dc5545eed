import { useEffect } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { LaterDialog, type laterDialog } from '../../ui/later-dialog.tsx'
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

type ReadingPlaceProps = { readonly sheet: ReturnType<typeof laterDialog<{ readonly onClose: () => void }>> }

/** The reading settings where a button asked for them. Once, beside the pages. `sheet`: what draws them. */
export function ReadingPlace({ sheet }: ReadingPlaceProps) {
  useEffect(() => void sheet.prepare(), [sheet])
  return useReadingShown() && <LaterDialog later={sheet} given={{ onClose: () => showReading(false) }} />
}
