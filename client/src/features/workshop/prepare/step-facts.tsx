import type { AgendaStep } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Theirs } from '../../../ui/theirs.tsx'
import { useSectionName } from './section-names.ts'
import { useLength } from './use-length.ts'

/** What a step is, how long it takes, what it is about and what is asked in it. */
export function StepFacts({ step }: { readonly step: AgendaStep }) {
  const t = useText()
  const length = useLength()
  const section = useSectionName(step.section)
  const facts = [
    step.title === '' ? '' : t(`workshop.kind-${step.kind}`),
    length(step.minutes),
    step.kind === 'dots' ? t('workshop-prepare.dots-each', { count: step.dots }) : '',
    section ? t('workshop-prepare.about-section', { title: section.title }) : '',
    step.section !== null && !section ? t('workshop-prepare.section-gone') : '',
  ].filter(Boolean)
  return (
    <>
      <p className="quiet">{facts.join(' · ')}</p>
      {step.question === '' ? null : (
        <Theirs as="p" in={step.questionIn} className="agenda-question">
          {step.question}
        </Theirs>
      )}
    </>
  )
}
