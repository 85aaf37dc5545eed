import type { GroundWords } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { useStepName } from '../step-name.ts'
import { useRoom } from '../use-workshop.ts'
import { StepFacts } from './step-facts.tsx'
import { useLength } from './use-length.ts'

const GROUND = ['decide', 'advise', 'cannot', 'decided', 'rules', 'pay'] as const satisfies (keyof GroundWords)[]

/** What will happen, for everybody who comes: the steps, and what can be decided. */
export function AgendaToRead() {
  const t = useText()
  const { now } = useRoom()
  const titleOf = useStepName()
  const length = useLength()
  const minutes = now.steps.reduce((sum, step) => sum + step.minutes, 0)
  return (
    <>
      <section className="stack" aria-labelledby="read-agenda">
        <h2 id="read-agenda">{t('workshop-prepare.will-happen')}</h2>
        {now.steps.length === 0 ? (
          <p>{t('workshop-prepare.will-happen-empty')}</p>
        ) : (
          <p>{t('workshop-prepare.takes', { length: length(minutes) })}</p>
        )}
        <ol className="stack agenda-to-read">
          {now.steps.map((step) => (
            <li key={step.id}>
              <h3>{titleOf(step)}</h3>
              <StepFacts step={step} />
              <p>{t(`workshop-prepare.does-${step.kind}`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <GroundToRead ground={now.ground} />
    </>
  )
}

/** The ground words that were said, each under a heading. */
export function GroundToRead({ ground, level = 2 }: { readonly ground: GroundWords; readonly level?: 2 | 3 }) {
  const t = useText()
  const Heading = `h${level}` as const
  return GROUND.filter((what) => ground[what] !== '').map((what) => (
    <section key={what} className="words-section" aria-labelledby={`ground-${what}`}>
      <Heading id={`ground-${what}`}>{t(`workshop.ground-${what}`)}</Heading>
      <p className="prepare-lines">{ground[what]}</p>
    </section>
  ))
}
