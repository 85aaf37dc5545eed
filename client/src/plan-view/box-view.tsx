import type { Language } from '@withy/shared/plan'
import { SHAPES } from '@withy/shared/plan'
import { ItemView, type KnownPerson } from './item-view.tsx'
import { HeadingAt } from './outline.tsx'
import { isEmptyBox, type ReadBox } from './read-section.ts'
import { RichTextView } from './rich-text-view.tsx'

type BoxViewProps = { box: ReadBox; level: number; lang: Language; people: readonly KnownPerson[] }

/** One box, read-only, under its own heading (an own section's boxes have none). */
export function BoxView({ box, level, lang, people }: BoxViewProps) {
  const { content } = box
  return (
    <div className="box-view">
      {box.title && (
        <HeadingAt level={level} className="box-view-title">
          {box.title}
        </HeadingAt>
      )}
      {isEmptyBox(content) && box.question && <p className="box-view-question">{box.question}</p>}
      <BoxWords box={box} under={box.title ? level : level - 1} lang={lang} people={people} />
    </div>
  )
}

type BoxWordsProps = {
  box: Pick<ReadBox, 'content' | 'actions'>
  /** Level of the heading it stands under. */
  under: number
  lang: Language
  people: readonly KnownPerson[]
}

/** What a box holds, without its heading. */
export function BoxWords({ box: { content, actions }, under, lang, people }: BoxWordsProps) {
  if (content.type === 'text') {
    return (
      <div className="words">
        <RichTextView text={content.text} under={under} />
      </div>
    )
  }
  return (
    <ul className="list item-list">
      {content.items.map((item) => (
        <li key={item.id} className="item">
          <ItemView item={item} shape={SHAPES[content.shape]} {...{ lang, people, actions }} />
        </li>
      ))}
    </ul>
  )
}
