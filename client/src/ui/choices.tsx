import { Fragment, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { FieldNotes, notesOf } from './field.tsx'

export type Choice<Value extends string> = {
  readonly value: Value
  readonly label: ReactNode
  /** A sentence under the label. */
  readonly about?: ReactNode
  /** Drawn before the label; decoration. */
  readonly picture?: ReactNode
}

type ChoicesProps<Value extends string> = {
  readonly legend: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Of the first choice: where an error summary links to. */
  readonly id?: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChoose: (value: Value) => void
  /** What can be done with the one that is chosen: stands right below it, or below its row. */
  readonly below?: ReactNode
  /** `list`: one under the other. `cards`: large, side by side where there is room. `chips`: small ones in a row. */
  readonly look?: 'list' | 'cards' | 'chips'
}

/** One of a few, all in sight: native radio buttons, each as large as its words. */
export function Choices<Value extends string>({
  legend,
  hint,
  error,
  id,
  choices,
  value,
  onChoose,
  below,
  look = 'list',
}: ChoicesProps<Value>) {
  const made = useId()
  const group = id ?? made
  return (
    <fieldset className="choices" aria-describedby={notesOf(group, hint, error)}>
      <legend className="field-label">{legend}</legend>
      <FieldNotes field={group} hint={hint} error={error} />
      <div className={`choices-${look}`}>
        {choices.map((choice, at) => (
          <Fragment key={choice.value}>
            <label className="choice">
              <input
                type="radio"
                id={at === 0 ? group : undefined}
                name={made}
                value={choice.value}
                checked={choice.value === value}
                onChange={() => onChoose(choice.value)}
              />
              {choice.picture}
              <span className="choice-words">
                <span className="choice-label">{choice.label}</span>
                {choice.about ? <span className="choice-about">{choice.about}</span> : null}
              </span>
            </label>
            {below && choice.value === value ? <div className="choice-below stack">{below}</div> : null}
          </Fragment>
        ))}
      </div>
    </fieldset>
  )
}

type TickProps = {
  readonly label: ReactNode
  readonly about?: ReactNode
  readonly ticked: boolean
  /** It is wanted, and not so now: neither on nor off. */
  readonly notYet?: boolean
  readonly onTick: (ticked: boolean) => void
}

/** One thing that is on or off. */
export function Tick({ label, about, ticked, notYet = false, onTick }: TickProps) {
  const box = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = notYet
  })
  return (
    <label className="choice">
      <input ref={box} type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
      <span className="choice-words">
        <span className="choice-label">{label}</span>
        {about ? <span className="choice-about">{about}</span> : null}
      </span>
    </label>
  )
}
