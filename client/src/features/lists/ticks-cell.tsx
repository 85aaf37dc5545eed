import { FEATURES } from '@withy/shared/plan'
import { useId } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useActionWords } from '../../live/whole-plan.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Tick } from '../../ui/choices.tsx'
import { FieldNotes, notesOf } from '../../ui/field.tsx'
import { Theirs } from '../../ui/theirs.tsx'

type TicksProps = {
  readonly label: string
  readonly hint: string | undefined
  readonly value: readonly string[]
  readonly onTick: (id: string, on: boolean) => void
}

/** People of this plan, and those it named who have left it. */
export function PeopleCell(props: TicksProps) {
  const { names, people } = useDesk()
  const id = useId()
  const here = new Set(people.map(({ id }) => id))
  return (
    <fieldset className="choices" aria-describedby={notesOf(id, props.hint, undefined)}>
      <legend className="field-label">{props.label}</legend>
      <FieldNotes field={id} hint={props.hint} />
      <div className="choices-chips">
        {names
          .filter(({ id }) => here.has(id) || props.value.includes(id))
          .map(({ id, name }) => (
            <Tick key={id} label={name} ticked={props.value.includes(id)} onTick={(on) => props.onTick(id, on)} />
          ))}
      </div>
    </fieldset>
  )
}

/** Which of the ten features it serves. Folded: most people take what the section set. */
export function FeaturesCell(props: TicksProps) {
  const words = useWords()
  const id = useId()
  const chosen = FEATURES.filter(({ id }) => props.value.includes(id)).map(({ title }) => words(title))
  return (
    <details className="features-cell">
      <summary>
        <span>
          <span className="field-label">{props.label}</span>
          {chosen.length > 0 && <span className="quiet"> {chosen.join(', ')}</span>}
        </span>
      </summary>
      <fieldset className="choices" aria-describedby={notesOf(id, props.hint, undefined)}>
        <legend className="unseen">{props.label}</legend>
        <FieldNotes field={id} hint={props.hint} />
        <div className="choices-chips">
          {FEATURES.map((feature) => (
            <Tick
              key={feature.id}
              label={words(feature.title)}
              ticked={props.value.includes(feature.id)}
              onTick={(on) => props.onTick(feature.id, on)}
            />
          ))}
        </div>
      </fieldset>
    </details>
  )
}

/** Which actions of the plan it names. Long words, so one under the other. Those that are gone stay named. */
export function ActionsCell(props: TicksProps) {
  const t = useText()
  const id = useId()
  return (
    <fieldset className="choices" aria-describedby={notesOf(id, props.hint, undefined)}>
      <legend className="field-label">{props.label}</legend>
      <FieldNotes field={id} hint={props.hint} />
      <div className="choices-list">
        {Array.from(useActionWords(), ([action, what]) => (
          <Tick
            key={action}
            label={
              <Theirs as="bdi" ours={!what}>
                {what || t('plan.no-words-yet')}
              </Theirs>
            }
            ticked={props.value.includes(action)}
            onTick={(on) => props.onTick(action, on)}
          />
        ))}
      </div>
    </fieldset>
  )
}
