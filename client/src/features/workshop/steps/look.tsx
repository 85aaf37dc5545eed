import { useDesk } from '../../../live/desk.tsx'
import { BoxView } from '../../../plan-view/box-view.tsx'
import { useLanguage, useText } from '../../../text/use-text.ts'
import { Theirs } from '../../../ui/theirs.tsx'
import type { StepProps } from '../step-props.ts'
import { useSection } from '../use-section-title.ts'

/** A section of the plan as it is now, to read together. */
export function Look({ step }: StepProps) {
  const t = useText()
  return (
    <>
      <p>{t('workshop.about-look')}</p>
      {step.section === null ? (
        <p className="quiet">{t('workshop-steps.no-section')}</p>
      ) : (
        <SectionToRead section={step.section} />
      )}
    </>
  )
}

/** One section, read-only and live. */
export function SectionToRead({ section: id }: { readonly section: string }) {
  const t = useText()
  const lang = useLanguage()
  const { names } = useDesk()
  const section = useSection(id)
  if (!section) return <p className="quiet">{t('workshop-steps.section-gone')}</p>
  return (
    <section className="card workshop-section" aria-labelledby="section-to-read">
      <Theirs as="h2" ours={!section.isRetitled} id="section-to-read">
        {section.title || t('plan.own-section')}
      </Theirs>
      {section.question ? <p className="quiet">{section.question}</p> : null}
      {section.boxes.map((box) => (
        <BoxView key={box.key} box={box} level={3} lang={lang} people={names} />
      ))}
    </section>
  )
}
