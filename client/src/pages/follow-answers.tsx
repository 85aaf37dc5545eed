import type { WorkshopSeen } from '@withy/shared/api'
import { useEffect } from 'react'
import { useOpenPlan } from '../features/open-plan/use-open-plan.ts'
import { useWorkshop } from '../features/workshop/use-workshop.ts'
import type { LivePlan } from '../live/live-plan.ts'

type FollowAnswersProps = {
  readonly plan: string
  readonly workshop: string
  readonly onSeen: (seen: WorkshopSeen) => void
}

/** Keeps the answers of a workshop as its room tells them (SPEC WORK-138). Draws nothing: the page can be read without it. */
export default function FollowAnswers({ plan, ...props }: FollowAnswersProps) {
  const open = useOpenPlan(plan)
  return open.is === 'open' ? <Following plan={plan} {...props} live={open.live} /> : null
}

function Following({ plan, workshop, live, onSeen }: FollowAnswersProps & { readonly live: LivePlan }) {
  const asked = useWorkshop({ plan, id: workshop, live })
  const known = asked.is === 'here' ? asked.workshop : null
  useEffect(() => {
    if (known?.mine) onSeen({ ...known, mine: known.mine })
  }, [known, onSeen])
  return null
}
