import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'

/** Opens the reading settings. */
export function ReadingButton() {
  const t = useText()
  return (
    <Button look="quiet" aria-label={t('reading.open')}>
      Aa
    </Button>
  )
}
