import type { Language } from '@withy/shared/plan'
import { BoxView } from '../../plan-view/box-view.tsx'
import type { KnownPerson } from '../../plan-view/item-view.tsx'
import { isEmptyBox, type ReadSection } from '../../plan-view/read-section.ts'
import { useText } from '../../text/use-text.ts'

type SectionOnScreenProps = {
  readonly section: ReadSection
  readonly lang: Language
  readonly people: readonly KnownPerson[]
  readonly fresh: ReadonlySet<string>
}

/** The question and the boxes of one section, large. What is still to say shows as its question. */
export function SectionOnScreen({ section, lang, people, fresh }: SectionOnScreenProps) {
  const t = useText()
  const isEmpty = section.boxes.every(({ content }) => isEmptyBox(content))
  return (
    <>
      {section.question ? <p className="screen-question">{section.question}</p> : null}
      {isEmpty ? <p className="screen-empty">{t('plan.empty')}</p> : null}
      {section.boxes.map((box) => (
        <div key={box.key} className={fresh.has(box.key) ? 'screen-box screen-box-fresh' : 'screen-box'}>
          <BoxView box={box} level={2} lang={lang} people={people} />
        </div>
      ))}
    </>
  )
}
