import type { PlanFacts } from '@withy/shared/api'
import { type Plan, TEMPLATES } from '@withy/shared/plan'
import { type ReactNode, useLayoutEffect } from 'react'
import { EasyReadSlot } from '../features/lists/easy/easy-read-slot.tsx'
import { useIsNarrow } from '../features/plan/use-is-narrow.ts'
import { WhereLine } from '../features/where/where-line.tsx'
import { BoxWords } from '../plan-view/box-view.tsx'
import { namesIn } from '../plan-view/names.ts'
import { isEmptyBox, type ReadSection, readSection } from '../plan-view/read-section.ts'
import { Unplaced } from '../plan-view/unplaced.tsx'
import { useLanguage, useText, useWords } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { MainHeading, Page } from '../ui/page.tsx'
import '../features/lists/lists.css'
import '../features/plan/box.css'
import '../features/plan/plan.css'
import { PlanLanguage, Theirs } from '../ui/theirs.tsx'
import { PrintDraft } from './print-draft.tsx'
import { rememberPlace } from './same-place.ts'

type ReadPlanProps = {
  readonly facts: PlanFacts
  readonly plan: Plan
  /** Tries to connect again, where that is worth saying: no connection has come for a while. */
  readonly again: (() => void) | null
  /** What is said above the plan where it stays a plan to be read. */
  readonly above?: ReactNode
}

/** A plan to be read, as while what it takes to write is on its way: the same page without its tools. */
export const ReadPlan = (props: ReadPlanProps) => (
  <PlanLanguage value={props.facts.lang}>
    <Reading {...props} />
  </PlanLanguage>
)

function Reading({ facts, plan, again, above }: ReadPlanProps) {
  const t = useText()
  const words = useWords()
  const lang = useLanguage()
  const template = TEMPLATES[facts.kind]
  const where = { here: t('plan.where-top') }
  const inRail = !useIsNarrow() && !above
  useLayoutEffect(() => rememberPlace, [])
  const draw = (id: string) => {
    const section = readSection(plan, template, id, lang)
    return section && <SectionWords key={id} section={section} plan={plan} facts={facts} />
  }
  return (
    <Page
      title={facts.title}
      heading={null}
      width="full"
      where={inRail ? null : where}
      bar={above ? <BarTitle title={facts.title} /> : <OpeningBar title={facts.title} again={again} />}
    >
      <div className={above ? 'desk desk-alone' : 'desk'}>
        {above ? null : <div className="rail">{inRail && <WhereLine title={facts.title} where={where} />}</div>}
        <div className="desk-plan">
          <PrintDraft title={facts.title} />
          {above && <div className="read-above stack">{above}</div>}
          <div className="plan-heading">
            <MainHeading theirs>{facts.title}</MainHeading>
            <p className="plan-kind">{words(template.about)}</p>
          </div>
          {template.parts.map((part) => (
            <section key={part.id} className="part" aria-labelledby={`part-${part.id}`}>
              <h2 id={`part-${part.id}`}>{words(part.title)}</h2>
              {part.intro && <p className="part-intro">{words(part.intro)}</p>}
              {part.folded ? (
                <details>
                  <summary>{t('plan.unfold', { part: words(part.title) })}</summary>
                  {part.sections.map(({ id }) => draw(id))}
                </details>
              ) : (
                part.sections.map(({ id }) => draw(id))
              )}
            </section>
          ))}
          {plan.own.length > 0 && (
            <section className="part" aria-labelledby="part-own">
              <h2 id="part-own">{t('plan.own-part')}</h2>
              {plan.own.map(({ id }) => draw(`own:${id}`))}
            </section>
          )}
          <Unplaced unplaced={plan.unplaced} />
        </div>
      </div>
    </Page>
  )
}

const BarTitle = ({ title }: { readonly title: string }) => (
  <Theirs as="span" className="bar-title">
    {title}
  </Theirs>
)

function OpeningBar({ title, again }: Pick<ReadPlanProps, 'again'> & { readonly title: string }) {
  const t = useText()
  return (
    <>
      <BarTitle title={title} />
      <p role="status" className="quiet">
        {t(again ? 'plan.not-connected' : 'live.opening')}
      </p>
      {again && <Button onClick={again}>{t('common.try-again')}</Button>}
    </>
  )
}

type SectionWordsProps = Pick<ReadPlanProps, 'facts' | 'plan'> & { readonly section: ReadSection }

function SectionWords({ section, facts, plan }: SectionWordsProps) {
  const lang = useLanguage()
  const people = namesIn(facts)
  return (
    <section id={section.id} data-section="" className="section" aria-labelledby={`${section.id}-title`}>
      <div className="section-head">
        <Theirs as="h3" ours={!section.isRetitled} id={`${section.id}-title`}>
          {section.title}
        </Theirs>
      </div>
      {section.question && <p className="section-question">{section.question}</p>}
      {section.boxes.map(({ key, title, question, ...box }) => (
        <div key={key} className="box">
          {title && <h4>{title}</h4>}
          {isEmptyBox(box.content) ? (
            <p className="box-question">{question}</p>
          ) : (
            <BoxWords box={box} under={title ? 4 : 3} lang={lang} people={people} />
          )}
        </div>
      ))}
      <EasyReadSlot planId={facts.id} plan={plan} section={section.id} />
    </section>
  )
}
