import { LIMIT, type Steering } from '@withy/shared/api'
import { boxKey, sectionsOf, TEMPLATES } from '@withy/shared/plan'
import { FATES, type Fate, type IdeaShown } from '@withy/shared/protocol'
import { type FormEvent, useId, useState } from 'react'
import { RefusedError, sentenceOf } from '../../api/send.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { AtMost, FieldNotes, notesOf, SelectField } from '../../ui/field.tsx'
import type { PlanBehind } from './place-of.ts'

/** Whoever said it is owed the reason. */
const NEEDS_WHY: readonly Fate[] = ['not-yet', 'not-possible']

type AnswerFormProps = {
  readonly idea: IdeaShown
  readonly plan: PlanBehind
  readonly onAnswer: (said: Steering) => Promise<void>
  readonly onCancel: () => void
}

/** What became of an idea, why, and where in the plan it is. Words stay in the form until the server has them. */
export function AnswerForm({ idea, plan, onAnswer, onCancel }: AnswerFormProps) {
  const t = useText()
  const [fate, setFate] = useState(idea.fate)
  const [why, setWhy] = useState(idea.why)
  const [box, setBox] = useState('')
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState<{ fate?: string; why?: string }>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  /** The answer that stood there when this one was begun; null: the one that stands there now is seen. */
  const [saw, setSaw] = useState<Pick<IdeaShown, 'fate' | 'why'> | null>(idea)
  const form = useId()
  const hasPlace = fate === 'in-plan' || fate === 'changed'
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const isWhyMissing = fate !== null && NEEDS_WHY.includes(fate) && why.trim() === ''
    setAsked({
      ...(fate === null && { fate: t('workshop-after.answer-missing') }),
      ...(isWhyMissing && { why: t('workshop-after.answer-why-missing') }),
    })
    if (fate === null || isWhyMissing) {
      document.getElementById(`${form}-${fate === null ? 'fate' : 'why'}`)?.focus()
      return
    }
    setBusy(true)
    try {
      const place = hasPlace && box !== '' ? { box, item: null } : null
      const { fate: wasFate, why: wasWhy } = saw ?? idea
      await onAnswer({ do: 'fate', idea: idea.id, fate, why, place, was: { fate: wasFate, why: wasWhy } })
    } catch (error) {
      // Another answered first: theirs is shown above, and the next press is meant.
      if (error instanceof RefusedError) setSaw(null)
      setTrouble(sentenceOf(error))
      setBusy(false)
    }
  }
  const hint = t('workshop-after.answer-why-hint')
  return (
    <form className="stack answer-form" onSubmit={(event) => void save(event)} noValidate data-not-printed="">
      <Choices
        id={`${form}-fate`}
        legend={t('workshop-after.answer-what')}
        error={asked.fate}
        value={fate}
        onChoose={setFate}
        choices={FATES.map((value) => ({
          value,
          label: t(`workshop-after.fate-${value}`),
          about: t(`workshop-after.fate-${value}-about`),
        }))}
      />
      {hasPlace ? <PlaceField plan={plan} box={box} onBox={setBox} /> : null}
      <div className="field">
        <label htmlFor={`${form}-why`} className="field-label">
          {t('workshop-after.answer-why')}
        </label>
        <FieldNotes field={`${form}-why`} hint={hint} error={asked.why} />
        <textarea
          dir="auto"
          id={`${form}-why`}
          className="field-control"
          rows={3}
          maxLength={LIMIT.why}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          aria-describedby={notesOf(`${form}-why`, hint, asked.why)}
          aria-invalid={asked.why ? true : undefined}
        />
        <AtMost max={LIMIT.why} length={why.length} />
      </div>
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {t('common.save')}
        </Button>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}

type PlaceFieldProps = {
  readonly plan: PlanBehind
  readonly box: string
  readonly onBox: (box: string) => void
}

function PlaceField({ plan, box, onBox }: PlaceFieldProps) {
  const t = useText()
  const words = useWords()
  return (
    <SelectField label={t('workshop-after.answer-where')} value={box} onChange={(event) => onBox(event.target.value)}>
      <option value="">{t('workshop-after.answer-where-not')}</option>
      {sectionsOf(TEMPLATES[plan.kind]).flatMap(({ id, title, boxes }) =>
        boxes.map((each) => (
          // The section too: the list says, once it is closed, only what was chosen.
          <option key={boxKey(id, each.id)} value={boxKey(id, each.id)}>
            {[plan.words?.titles[id] ?? words(title), words(each.title)].join(' › ')}
          </option>
        )),
      )}
      {(plan.words?.own ?? []).map(({ id, title }) => (
        <option key={id} value={`own:${id}.text`}>
          {title || t('workshop-after.place-own')}
        </option>
      ))}
    </SelectField>
  )
}
