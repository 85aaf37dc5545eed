import { dotted } from '@withy/shared/protocol'
import { Words } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'
import type { StepProps } from './step-props.ts'
import { useRoom } from './use-workshop.ts'

/** What the last vote with dots came to, where it is agreed on or written down (SPEC WORK-192). */
export function Chosen({ step }: StepProps) {
  const t = useText()
  const { now, ideas, groups } = useRoom()
  const chosen = now.step === step.id ? dotted(now.chosen, ideas, groups) : []
  if (chosen.length === 0) return null
  return (
    <section className="stack">
      <h2 className="workshop-small-title">{t('workshop-shown.chosen')}</h2>
      <ul className="list stack">
        {chosen
          .toSorted((a, b) => b.dots - a.dots)
          .map(({ id, dots, group, ideas }) => (
            <li key={id} className="card">
              <p className="workshop-idea" dir="auto">
                <Words words={group ? group.name || t('workshop.group-unnamed') : (ideas[0]?.words ?? '')} />
              </p>
              <p className="quiet">{t('workshop.dots-got', { count: dots })}</p>
            </li>
          ))}
      </ul>
    </section>
  )
}
