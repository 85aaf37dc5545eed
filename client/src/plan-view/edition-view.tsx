import type { Edition, EditionBox, EditionSection, Shown } from '@withy/shared/plan'
import { inLanguage } from '@withy/shared/plan'
import type { ReactNode } from 'react'
import { useLanguage, useText, useWords } from '../text/use-text.ts'
import { EditionItemView, PlanOfEdition } from './edition-item.tsx'
import { HeadingAt } from './outline.tsx'
import { RichTextView } from './rich-text-view.tsx'
import './edition-view.css'
import { PlanLanguage, Theirs, useTheirs } from '../ui/theirs.tsx'

type EditionViewProps = {
  readonly edition: Edition
  /** Of its plan. */
  readonly planId: string
  /** Level of the heading it stands under; its parts come one below. */
  readonly under?: 1 | 2
  /** What stands after a section of the plan. */
  readonly after?: (section: EditionSection) => ReactNode
}

/** A version of a plan, read-only, in the language shown: drawn from its edition alone, as it read then (SPEC AGREE-50). */
export const EditionView = (props: EditionViewProps) => (
  <PlanLanguage value={props.edition.lang ?? null}>
    <PlanOfEdition value={props.planId}>
      <Parts {...props} />
    </PlanOfEdition>
  </PlanLanguage>
)

function Parts({ edition, under = 1, after }: Omit<EditionViewProps, 'planId'>) {
  const t = useText()
  const words = useWords()
  const { parts, explained, unplaced } = edition
  return (
    <div className="edition">
      {parts.map((part) => (
        <section key={part.id} className="edition-part" aria-labelledby={`edition-${part.id}`}>
          <HeadingAt level={under + 1} id={`edition-${part.id}`}>
            {words(part.title)}
          </HeadingAt>
          {part.sections.map((section) => (
            <SectionView key={section.id} section={section} level={under + 2} after={after?.(section)} />
          ))}
          <StillEmpty titles={part.empty} />
        </section>
      ))}
      {explained.length > 0 ? (
        <section className="edition-part" aria-labelledby="edition-explained">
          <HeadingAt level={under + 1} id="edition-explained">
            {t('agreement.explained')}
          </HeadingAt>
          <dl className="edition-explained">
            {explained.map(({ word, meaning }) => (
              <div key={word}>
                <Theirs as="dt">{word}</Theirs>
                <Theirs as="dd">{meaning}</Theirs>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {unplaced.length > 0 ? (
        <section className="edition-part" aria-labelledby="edition-unplaced">
          <HeadingAt level={under + 1} id="edition-unplaced">
            {t('plan.unplaced')}
          </HeadingAt>
          {unplaced.map((lost, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: plain words without identity or state
            <Theirs as="p" key={at} className="edition-lines">
              {lost}
            </Theirs>
          ))}
        </section>
      ) : null}
    </div>
  )
}

type SectionViewProps = { readonly section: EditionSection; readonly level: number; readonly after: ReactNode }

function SectionView({ section, level, after }: SectionViewProps) {
  const words = useWords()
  const lang = useLanguage()
  const titled = useTheirs(typeof section.title !== 'string')
  return (
    <section className="edition-section" aria-labelledby={`edition-${section.id}`}>
      <HeadingAt level={level} id={`edition-${section.id}`} {...titled}>
        {inLanguage(section.title, lang)}
      </HeadingAt>
      {section.question ? <p className="edition-question">{words(section.question)}</p> : null}
      {section.boxes.map((box) => (
        <BoxOfEdition key={box.key} box={box} level={level + 1} />
      ))}
      {after}
    </section>
  )
}

function BoxOfEdition({ box, level }: { readonly box: EditionBox; readonly level: number }) {
  const words = useWords()
  return (
    <div className="edition-box">
      <HeadingAt level={level} className="edition-box-title">
        {words(box.title)}
      </HeadingAt>
      {box.type === 'text' ? (
        <div className="words">
          <RichTextView text={box.text} under={level} />
        </div>
      ) : (
        <ul className="list edition-items">
          {box.items.map((item) => (
            <li key={item.id} className="edition-item">
              <EditionItemView item={item} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function StillEmpty({ titles }: { readonly titles: readonly Shown[] }) {
  const t = useText()
  const lang = useLanguage()
  if (titles.length === 0) return null
  return (
    <p className="edition-empty">
      <span>{t('agreement.still-empty')}</span> <bdi>{titles.map((title) => inLanguage(title, lang)).join(' · ')}</bdi>
    </p>
  )
}
