import { useText } from '../../../text/use-text.ts'
import type { StepProps } from '../step-props.ts'
import { useRoom } from '../use-workshop.ts'
import { IdeaWords } from './idea-card.tsx'
import { Silent } from './silent.tsx'

/** What is kept for another day: anybody adds to it, and all see it. */
export function Parking({ step }: StepProps) {
  const t = useText()
  const { ideas, mine } = useRoom()
  const own = new Set(mine?.ideas.filter((idea) => idea.step === step.id).map(({ id }) => id))
  const parked = ideas.filter((idea) => (idea.parked || idea.step === step.id) && !own.has(idea.id))
  return (
    <>
      <Silent step={step} />
      {parked.length > 0 ? (
        <section className="stack">
          <h2 className="workshop-small-title">{t('workshop-steps.parked')}</h2>
          <ul className="list stack">
            {parked.map((idea) => (
              <li key={idea.id} className="card">
                <IdeaWords idea={idea} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
