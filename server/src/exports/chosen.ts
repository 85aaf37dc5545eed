import type { Edition, EditionBox, EditionSection } from '@withy/shared/plan'
import type { Exported } from './exported.ts'

/** The edition a copy is of: all of it, or its chosen sections and nothing else (SPEC EXPORT-14). */
export function chosenEdition({ edition, sections: ids }: Pick<Exported, 'edition' | 'sections'>): Edition {
  if (!ids) return edition
  const parts = edition.parts
    .map((part) => ({ ...part, empty: [], sections: part.sections.filter(({ id }) => ids.includes(id)) }))
    .filter((part) => part.sections.length > 0)
  return { ...edition, parts, explained: [], unplaced: [] }
}

/** The sections of an edition that a copy leaves out. */
export const leftOutOf = ({ edition, sections: ids }: Pick<Exported, 'edition' | 'sections'>): EditionSection[] =>
  ids ? edition.parts.flatMap(({ sections }) => sections.filter(({ id }) => !ids.includes(id))) : []

export type ListBox = EditionBox & { readonly type: 'list' }

/** Every list of an edition, with the section it is in, in reading order. */
export const listsIn = ({ parts }: Edition): { readonly section: EditionSection; readonly box: ListBox }[] =>
  parts.flatMap(({ sections }) =>
    sections.flatMap((section) => section.boxes.flatMap((box) => (box.type === 'list' ? [{ section, box }] : []))),
  )
