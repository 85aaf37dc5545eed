import { useText } from '../../../text/use-text.ts'
import { Theirs } from '../../../ui/theirs.tsx'
import { GroundToRead } from '../prepare/agenda-to-read.tsx'
import { useLength } from '../prepare/use-length.ts'
import { useStepName } from '../step-name.ts'
import { useRoom } from '../use-workshop.ts'

/** What will happen and what can be decided, to hold in the hand all day. */
export function FirstSheet() {
  const t = useText()
  const { now } = useRoom()
  const stepName = useStepName()
  const length = useLength()
  return (
    <article className="sheet" aria-labelledby="sheet-first">
      <Theirs as="p">{now.title}</Theirs>
      <h2 id="sheet-first">{t('workshop-prepare.will-happen')}</h2>
      <ol>
        {now.steps.map((step) => (
          <li key={step.id}>{`${stepName(step)}, ${length(step.minutes)}`}</li>
        ))}
      </ol>
      <GroundToRead ground={now.ground} level={3} />
    </article>
  )
}
