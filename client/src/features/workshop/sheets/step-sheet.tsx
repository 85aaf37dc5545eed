import type { AgendaStep } from '@withy/shared/protocol'
import { useId } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Theirs } from '../../../ui/theirs.tsx'
import { useSectionName } from '../prepare/section-names.ts'
import { useStepName } from '../step-name.ts'
import { useRoom } from '../use-workshop.ts'
import { Circles, WritingLines } from './to-fill-in.tsx'

const HANDS = [0, 1, 2, 3, 4, 5] as const

/** One step on paper: what is asked, the code of the section it is about, and room to answer. */
export function StepSheet({ step, number }: { readonly step: AgendaStep; readonly number: number }) {
  const t = useText()
  const { now } = useRoom()
  const heading = useId()
  const section = useSectionName(step.section)
  const name = useStepName()(step)
  return (
    <article className="sheet" aria-labelledby={heading}>
      <p>{t('workshop-prepare.sheet-of', { title: now.title, number })}</p>
      <h2 id={heading}>{name}</h2>
      {section ? <p>{t('workshop-prepare.sheet-section', { title: section.title, code: section.code })}</p> : null}
      {step.question === '' ? null : (
        <Theirs as="p" in={step.questionIn} className="sheet-question">
          {step.question}
        </Theirs>
      )}
      <ToAnswer step={step} />
      <p className="sheet-name">{t('workshop-prepare.sheet-name')}</p>
      <WritingLines count={1} />
    </article>
  )
}

/** What people do on the sheet, by the kind of its step. */
function ToAnswer({ step }: { readonly step: AgendaStep }) {
  const t = useText()
  if (step.kind === 'dots') {
    return (
      <>
        <p>{t('workshop-prepare.sheet-dots', { count: step.dots })}</p>
        {Array.from({ length: Math.max(step.dots, 4) }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike, and empty
          <div key={at} className="sheet-choice">
            <WritingLines count={1} />
            <Circles count={step.dots} />
          </div>
        ))}
      </>
    )
  }
  if (step.kind === 'fist') {
    return (
      <>
        <p>{t('workshop-prepare.sheet-hands')}</p>
        <ul className="list">
          {HANDS.map((hand) => (
            <li key={hand} className="sheet-hand">
              <Circles count={1} />
              <span>{t(`workshop.hand-${hand}`)}</span>
            </li>
          ))}
        </ul>
        <p>{t('workshop-prepare.sheet-why')}</p>
        <WritingLines count={3} />
      </>
    )
  }
  const isIdeas = step.kind === 'silent' || step.kind === 'pairs' || step.kind === 'parking'
  return (
    <>
      <p>{t(isIdeas ? 'workshop-prepare.sheet-ideas' : 'workshop-prepare.sheet-notes')}</p>
      <WritingLines count={8} />
    </>
  )
}
