import { useText } from '../../text/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { CardAway } from './card-away.tsx'
import { CardForm } from './card-form.tsx'
import type { Look } from './look-offer.tsx'
import { useMyCard } from './use-my-card.ts'

type CardDialogProps = {
  /** The plan whose page is open; null: another page is. */
  readonly plan: string | null
  readonly look: Look
  readonly onClose: () => void
}

/** "How I communicate", from every page (SPEC A11Y-190). */
export function CardDialog({ plan, look, onClose }: CardDialogProps) {
  const t = useText()
  const { mine, onMine, ...asked } = useMyCard(plan)
  return (
    <Dialog title={t('cards.title')} close={t('common.close')} onClose={onClose}>
      <p>{t('cards.about')}</p>
      <CardAway {...asked}>
        <CardForm key={String(mine === null)} plan={plan && mine ? { id: plan, mine, onMine } : null} look={look} />
      </CardAway>
    </Dialog>
  )
}
