import { useState } from 'react'
import { useRoute } from 'wouter'
import { ReadingDialog } from '../features/reading/reading-dialog.tsx'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { LaterDialog, laterDialog } from '../ui/later-dialog.tsx'
import { LOOK } from './show-as-needed.ts'

const card = laterDialog(async () => (await import('../features/cards/card-dialog.tsx')).CardDialog, 'cards')

/** The reading settings, and the way from them to the card "How I communicate". */
export function ReadingSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const [isCard, showCard] = useState(false)
  const [, found] = useRoute('/plans/:plan/*?')
  if (isCard) return <LaterDialog later={card} given={{ plan: found?.plan ?? null, look: LOOK, onClose }} />
  return (
    <ReadingDialog
      onClose={onClose}
      card={
        <Button aria-haspopup="dialog" onClick={() => showCard(true)}>
          {t('reading.card')}
        </Button>
      }
    />
  )
}
