import { readList, readRichText, SHAPES, type ShapeId, type Wording } from '@withy/shared/plan'
import { useMemo } from 'react'
import { useDesk } from '../../../live/desk.tsx'
import { useRoots } from '../../../live/root-changes.ts'
import { useLanguage, useText } from '../../../text/use-text.ts'

/** Words that other words can be suggested for: the text of a box (`field` null), or a cell of an item. */
export type WordsNow = {
  readonly field: string | null
  readonly label: string
  readonly words: Wording
  /** Whether they may be of several lines. */
  readonly long: boolean
}

type Place = {
  readonly box: string
  readonly item: string | null
  /** What kind of items the list has; null: a text box. */
  readonly shape: ShapeId | null
}

/** The words of a place as they read now, drawn again when they change. An item that is not there has none. */
export function useWordsNow({ box, item, shape }: Place): readonly WordsNow[] {
  const t = useText()
  const lang = useLanguage()
  const { live } = useDesk()
  const version = useRoots(live.doc, [box])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read again
  return useMemo(() => {
    if (!shape)
      return [
        { field: null, label: t('talk-suggest.label'), words: readRichText(live.doc.getXmlFragment(box)), long: true },
      ]
    const found = readList(live.doc.getMap(box), SHAPES[shape]).items.find(({ id }) => id === item)
    return SHAPES[shape].fields.flatMap((field) => {
      const words = found?.cells[field.id]
      if (field.type !== 'words' || typeof words !== 'string') return []
      return [{ field: field.id, label: field.label[lang], words, long: field.long === true }]
    })
  }, [live, box, item, shape, version, lang, t])
}
