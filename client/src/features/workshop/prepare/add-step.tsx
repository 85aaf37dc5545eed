import { DOTS } from '@withy/shared/api'
import { STEP_KINDS, type StepKind } from '@withy/shared/protocol'
import { type FormEvent, useState } from 'react'
import { madeId } from '../../../api/made-id.ts'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { useStepName } from '../step-name.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** How long a step is meant to take until somebody says otherwise. */
const MINUTES = 10
const FIRST = 'first'

/** A new step: what happens in it, and where it goes. */
export function AddStep({ onAdded }: { readonly onAdded: (step: string) => void }) {
  const t = useText()
  const { now, steer } = useRoom()
  const titleOf = useStepName()
  const [kind, setKind] = useState<StepKind>('silent')
  const [chosen, setChosen] = useState<string | null>(null)
  const [id, setId] = useState(madeId)
  const { busy, trouble, send } = useSending()
  const last = now.steps.findLast((step) => step.kind !== 'closing')?.id ?? FIRST
  const after = now.steps.some((step) => step.id === chosen) || chosen === FIRST ? chosen : last
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const step = { kind, title: '', question: '', minutes: MINUTES, section: null, dots: DOTS }
    if (!(await send(() => steer({ do: 'add-step', id, step, after: after === FIRST ? null : after })))) return
    setChosen(null)
    setId(madeId())
    onAdded(id)
  }
  return (
    <form className="card stack" onSubmit={(event) => void add(event)} aria-labelledby="prepare-add">
      <h3 id="prepare-add">{t('workshop-prepare.add-title')}</h3>
      <SelectField
        label={t('workshop-prepare.kind')}
        hint={t(`workshop-prepare.does-${kind}`)}
        value={kind}
        onChange={({ target }) => setKind(STEP_KINDS.find((one) => one === target.value) ?? kind)}
      >
        {STEP_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`workshop.kind-${kind}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('workshop-prepare.where')}
        value={after ?? FIRST}
        onChange={({ target }) => setChosen(target.value)}
      >
        <option value={FIRST}>{t('workshop-prepare.at-the-start')}</option>
        {now.steps.map((step, at) => (
          <option key={step.id} value={step.id}>
            {t('workshop-prepare.after', { name: `${at + 1}. ${titleOf(step)}` })}
          </option>
        ))}
      </SelectField>
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button type="submit" busy={busy}>
          {t('workshop-prepare.add')}
        </Button>
      </div>
    </form>
  )
}
