import type { Voice } from '@withy/shared/access'
import {
  actionWords,
  type Box,
  type BoxContent,
  boxKey,
  type Explained,
  type Item,
  itemInSection,
  type Language,
  type OwnSection,
  type Plan,
  type PlanKind,
  type RichText,
  type Section,
  SHAPES,
  type ShapeId,
  TEMPLATES,
} from '@withy/shared/plan'
import { seen, visibleRichText, visibleText } from '../http/visible-text.ts'
import { type Asked, entryOf, type ItemEntry, type KnownPerson } from './item-entry.ts'
import { OURS } from './words.ts'

/** Someone of the plan. `byCode`: they came with a code that was said aloud or shown on a wall. */
export type ExportedPerson = KnownPerson & { readonly voice: Voice; readonly byCode?: boolean }

/**
 * What an export is made of. `people` are the plan's, told apart, `former` those who left and are still named in it; `at` is the
 * moment its words were read, `lang` the language of our words.
 */
export type Exported = {
  readonly title: string
  readonly kind: PlanKind
  readonly plan: Plan
  readonly people: readonly ExportedPerson[]
  readonly former?: readonly KnownPerson[]
  readonly asked?: Asked
  /** Words the plan explains. */
  readonly words?: readonly Pick<Explained, 'word' | 'meaning'>[]
  readonly lang: Language
  readonly at: Date
}

/** A plan laid out for paper: what stands under which heading, in reading order, ours and theirs in plain text. */
export type ExportPart = {
  readonly title: string
  readonly sections: readonly ExportSection[]
  /** Titles of sections in which nothing is written. */
  readonly empty: readonly string[]
}
export type ExportSection = { readonly title: string; readonly boxes: readonly ExportBox[] }
export type ExportBox = { readonly title: string } & (
  | { readonly text: RichText }
  | { readonly items: readonly ItemEntry[] }
)

/**
 * Lays a plan out by the parts and sections of its template, own sections after them. Boxes without words are left out;
 * sections without any are named once a part. A folded part in which nobody wrote or named anything is left out whole.
 */
export function partsOf({ kind, plan, people, former = [], asked, lang }: Exported): ExportPart[] {
  const known = { people: [...people, ...former], actions: actionWords(plan), asked }
  const itemsOf = (shape: ShapeId, items: readonly Item[]) =>
    items.map((item) => entryOf(item, SHAPES[shape], known, lang))
  const boxOf = (section: Section, box: Box): ExportBox | null => {
    const content: BoxContent | undefined = plan.boxes[boxKey(section.id, box.id)]
    const title = box.title[lang]
    if (content?.type === 'text') {
      const text = visibleRichText(content.text)
      return text.length > 0 ? { title, text } : null
    }
    if (!content || content.items.length === 0) return null
    const items = content.items.map((item) => itemInSection(item, section.features))
    return { title, items: itemsOf(content.shape, items) }
  }
  const parts = TEMPLATES[kind].parts.map((part) => {
    const sections = part.sections.map((section): ExportSection => {
      const boxes = section.boxes.map((box) => boxOf(section, box)).filter((box) => box !== null)
      return { title: seen(plan.titles[section.id] ?? '') || section.title[lang], boxes }
    })
    const isTouched = part.sections.some(({ id }, n) => plan.titles[id] || sections[n]?.boxes.length)
    return { ...dividedByWords(sections), title: part.title[lang], isShown: !part.folded || isTouched }
  })
  const own = plan.own.map((section) => ownSection(section, itemsOf('action', section.actions), lang))
  const ownPart = { ...dividedByWords(own), title: OURS.ownPart[lang], isShown: own.length > 0 }
  return [...parts, ownPart].filter((part) => part.isShown)
}

/** What the plan explains, for its last page: by the alphabet, whatever order it came in. */
export const explainedIn = ({
  words = [],
  lang,
}: Exported): readonly { readonly word: string; readonly meaning: string }[] =>
  words
    .map(({ word, meaning }) => ({ word: seen(word), meaning: visibleText(meaning) }))
    .toSorted((a, b) => a.word.localeCompare(b.word, lang))

function ownSection(section: OwnSection, actions: readonly ItemEntry[], lang: Language): ExportSection {
  const text = visibleRichText(section.text)
  return {
    title: seen(section.title) || OURS.ownSection[lang],
    boxes: [
      ...(text.length > 0 ? [{ title: OURS.ownText[lang], text }] : []),
      ...(actions.length > 0 ? [{ title: OURS.ownActions[lang], items: actions }] : []),
    ],
  }
}

const dividedByWords = (sections: readonly ExportSection[]) => ({
  sections: sections.filter((section) => section.boxes.length > 0),
  empty: sections.filter((section) => section.boxes.length === 0).map((section) => section.title),
})
