import { LIMIT, type StepWords } from '@withy/shared/api'
import { type AgendaStep, STEP_KINDS } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { SelectField } from '../../../ui/field.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { SavedField } from './saved-field.tsx'
import { useSectionNames } from './section-names.ts'

/** In these nothing is asked, and no part of the plan is looked at. */
const PLAIN: readonly AgendaStep['kind'][] = ['welcome', 'break']

/** What is asked in these cannot change once somebody has answered it (SPEC WORK-160). */
const VOTED_ON: readonly AgendaStep['kind'][] = ['dots', 'fist', 'closing']

/** The fields of a step. Each is saved by itself, so that two who change one step at once lose nothing (SPEC WORK-31). */
export function StepForm({ step }: { readonly step: AgendaStep }) {
  const t = useText()
  const { steer } = useRoom()
  const { trouble, send } = useSending()
  const sections = useSectionNames()
  const change = (words: Partial<StepWords>, was: Partial<StepWords>) =>
    steer({ do: 'change-step', id: step.id, step: words, was })
  const wholeNumber = (most: number) => (words: string) =>
    /^[1-9]\d*$/.test(words) && Number(words) <= most ? null : t('workshop-prepare.number', { most })
  return (
    <div className="stack">
      <SelectField
        label={t('workshop-prepare.kind')}
        hint={t(`workshop-prepare.does-${step.kind}`)}
        value={step.kind}
        onChange={({ target }) => {
          const kind = STEP_KINDS.find((one) => one === target.value)
          if (kind) void send(() => change({ kind }, { kind: step.kind }))
        }}
      >
        {STEP_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`workshop.kind-${kind}`)}
          </option>
        ))}
      </SelectField>
      <SavedField
        label={t('workshop-prepare.step-title')}
        hint={t('workshop-prepare.step-title-hint')}
        max={LIMIT.title}
        saved={step.title}
        save={(title, was) => change({ title }, { title: was })}
      />
      {PLAIN.includes(step.kind) && step.question === '' ? null : (
        <SavedField
          label={t(step.kind === 'fist' ? 'workshop-prepare.proposal' : 'workshop-prepare.question')}
          hint={VOTED_ON.includes(step.kind) ? t('workshop-prepare.question-stays') : undefined}
          max={LIMIT.question}
          rows={3}
          saved={step.question}
          save={(question, was) => change({ question }, { question: was })}
        />
      )}
      <SavedField
        label={t('workshop-prepare.how-long')}
        isNumber
        max={3}
        check={wholeNumber(LIMIT.stepMinutes)}
        saved={String(step.minutes)}
        save={(minutes, was) => change({ minutes: Number(minutes) }, { minutes: Number(was) })}
      />
      {step.kind === 'dots' ? (
        <SavedField
          label={t('workshop-prepare.dots')}
          isNumber
          max={2}
          check={wholeNumber(LIMIT.dots)}
          saved={String(step.dots)}
          save={(dots, was) => change({ dots: Number(dots) }, { dots: Number(was) })}
        />
      ) : null}
      {PLAIN.includes(step.kind) && step.section === null ? null : (
        <SelectField
          label={t('workshop-prepare.section')}
          value={step.section ?? ''}
          onChange={({ target }) =>
            void send(() => change({ section: target.value || null }, { section: step.section }))
          }
        >
          <option value="">{t('workshop-prepare.no-section')}</option>
          {step.section !== null && !sections.some(({ id }) => id === step.section) ? (
            <option value={step.section}>{t('workshop-prepare.section-gone')}</option>
          ) : null}
          {sections.map(({ id, title, code }) => (
            <option key={id} value={id}>{`${title} (${code})`}</option>
          ))}
        </SelectField>
      )}
      <div role="alert">{trouble}</div>
    </div>
  )
}
