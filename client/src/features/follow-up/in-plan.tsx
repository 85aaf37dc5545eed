import { actionsOf, type Plan } from '@withy/shared/plan'
import { useDesk } from '../../live/desk.tsx'
import { useFollowUps } from './use-follow-ups.ts'

/** "Did it happen?" beside the action it is asked about. Nothing where nothing is. */
export function ActionFollowUp({ item, name }: { readonly item: string; readonly name: string }) {
  const { may } = useDesk()
  const { byItem, drawing, answer } = useFollowUps()
  const followUp = byItem.get(item)
  if (!followUp || !drawing) return null
  return (
    <drawing.DidItHappen
      key={followUp.workshop}
      followUp={followUp}
      name={name}
      onAnswer={may('answer-tests') ? (said) => answer(followUp, said) : null}
    />
  )
}

/** The day to remember, or how much waits to be answered, at the end of the plan. */
export function PlanFollowUps({ plan }: { readonly plan: Plan }) {
  const { id, may } = useDesk()
  const { byItem, drawing } = useFollowUps()
  if (!drawing) return null
  const followUps = actionsOf(plan).flatMap((action) => byItem.get(action.id) ?? [])
  return <drawing.DayToRemember plan={id} followUps={followUps} mayAnswer={may('answer-tests')} />
}
