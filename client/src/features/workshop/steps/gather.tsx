import { ideasStepOf, unshownBefore } from '@withy/shared/protocol'
import { Words } from '../../../plan-view/explain.tsx'
import { useText } from '../../../text/use-text.ts'
import { gathered } from '../step-now.ts'
import type { StepProps } from '../step-props.ts'
import { useRoom } from '../use-workshop.ts'
import { IdeaWords } from './idea-card.tsx'

/** All ideas of the step before, shown at once, by group. */
export function Gather({ step }: StepProps) {
  const t = useText()
  const { now, ideas, groups } = useRoom()
  const source = ideasStepOf(now.steps, step.id)
  const all = source ? gathered(source, ideas, groups) : []
  if (all.length === 0) return unshownBefore(now.steps, step.id).length > 0 ? null : <p>{t('workshop-shown.none')}</p>
  return (
    <ul className="list stack">
      {all.map(({ group, ideas }) => (
        <li key={group?.id ?? ideas[0]?.id} className="card stack">
          {group ? (
            <h2 className="workshop-small-title" dir="auto">
              {group.name ? <Words words={group.name} /> : t('workshop.group-unnamed')}
            </h2>
          ) : null}
          {ideas.map((idea) => (
            <IdeaWords key={idea.id} idea={idea} />
          ))}
        </li>
      ))}
    </ul>
  )
}
