import type { PlanFacts } from '@withy/shared/api'
import { Link } from 'wouter'
import { SavedLight } from '../features/link-state/saved-light.tsx'
import { UndoButtons } from '../features/plan/undo-buttons.tsx'
import { Faces } from '../features/presence/faces.tsx'
import { ReadingButton } from '../features/reading/reading-button.tsx'
import { useDesk } from '../live/desk.tsx'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Theirs } from '../ui/theirs.tsx'
import type { SideShown } from './plan-side.tsx'

type PlanBarProps = {
  readonly facts: PlanFacts
  readonly side: SideShown
  readonly onSide: (shown: SideShown) => void
  readonly onTakeAway: () => void
  readonly onAskSaved: () => void
}

/** One line above the plan: its name, whether words are saved, who is here, and what can be done with it. */
export function PlanBar({ facts, side, onSide, onTakeAway, onAskSaved }: PlanBarProps) {
  const t = useText()
  const { live } = useDesk()
  const isOpen = side === 'people' || side === 'activity'
  return (
    <>
      <Theirs as="span" className="bar-title" title={facts.title}>
        {facts.title}
      </Theirs>
      <SavedLight live={live} onAsk={onAskSaved} />
      <span className="bar-break" />
      <UndoButtons />
      <span className="frame-space" />
      <Button
        look="quiet"
        className="bar-people bar-wide"
        aria-expanded={isOpen}
        onClick={() => onSide(isOpen ? null : 'people')}
      >
        {t('plan.people')} <Faces />
      </Button>
      <span className="bar-wide">
        <PlanLinks facts={facts} onTakeAway={onTakeAway} />
      </span>
      <span className="bar-wide">
        <ReadingButton />
      </span>
      <Link href="/help" className="bar-link">
        {t('common.help')}
      </Link>
    </>
  )
}

/** Share, Room screen and Take away. */
export function PlanLinks({ facts, onTakeAway }: Pick<PlanBarProps, 'facts' | 'onTakeAway'>) {
  const t = useText()
  return (
    <span className="plan-links">
      <Link href={`/plans/${facts.id}/share`} className="bar-link">
        {t('plan.share')}
      </Link>
      <Link href={`/plans/${facts.id}/screen`} className="bar-link">
        {t('plan.room-screen')}
      </Link>
      <Button look="quiet" aria-haspopup="dialog" onClick={onTakeAway}>
        {t('plan.take-away')}
      </Button>
    </span>
  )
}
