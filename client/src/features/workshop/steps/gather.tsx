import { ideasStepOf, unshownBefore } from '@withy/shared/protocol'
import { Words } from '../../../plan-view/explain.tsx'
import { useText } from '../../../text/use-text.ts'
import { Theirs } from '../../../ui/theirs.tsx'
import { gathered } from '../step-now.ts'
import type { StepProps } from '../step-props.ts'
import { useRoom } from '../use-workshop.ts'
import { IdeaWords } from './idea-card.tsx'

/** All ideas of the step before, shown at once, by group. */
export function Gather({ step }: StepProps) {
  const t = useText()
  const { now, ideas } = useRoom()
  const source = ideasStepOf(now.steps, step.id)
  if (source !== null && ideas.some((idea) => idea.step === source && !idea.parked)) return <AllShown step={source} />
  return unshownBefore(now.steps, step.id).length > 0 ? null : <p>{t('workshop-shown.none')}</p>
}

/** What the room has seen of a step, by group. */
export function AllShown({ step }: { readonly step: string }) {
  const t = useText()
  const { ideas, groups } = useRoom()
  return (
    <ul className="list stack">
      {gathered(step, ideas, groups).map(({ group, ideas }) => (
        <li key={group?.id ?? ideas[0]?.id} className="card stack">
          {group ? (
            <Theirs as="h2" ours={!group.name} className="workshop-small-title">
              {group.name ? <Words words={group.name} /> : t('workshop.group-unnamed')}
            </Theirs>
          ) : null}
          {ideas.map((idea) => (
            <IdeaWords key={idea.id} idea={idea} />
          ))}
        </li>
      ))}
    </ul>
  )
}
