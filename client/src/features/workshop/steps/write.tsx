import { useText } from '../../../text/use-text.ts'
import type { WriteProps } from '../step-props.ts'

/** The section itself, with its editors and lists: what is written here is in the plan. */
export function Write({ step, writeIn }: WriteProps) {
  const t = useText()
  return (
    <>
      <p>{t('workshop.about-write')}</p>
      {step.section === null ? <p className="quiet">{t('workshop-steps.no-section')}</p> : writeIn(step.section)}
    </>
  )
}
