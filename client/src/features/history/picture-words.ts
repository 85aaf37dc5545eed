import { type CellValue, type Item, type Language, photoOf, pictureOf } from '@withy/shared/plan'
import type { Text } from '../../text/language.ts'

/**
 * What a picture of easy words shows, in place of its id; the id of one that this version does not have. A photo of people's own is called
 * one: what it shows stands beside it, in a cell of its own (SPEC EASY-57).
 */
export function pictureWords(picture: CellValue | undefined, lang: Language, t: Text): string | undefined {
  if (typeof picture !== 'string') return undefined
  return photoOf(picture) ? t('history.photo') : (pictureOf(picture)?.alt[lang] ?? picture)
}

/** A row of easy words with what its picture shows; any other item as it is. */
export function withPictureWords(item: Item, shape: string, lang: Language, t: Text): Item {
  const picture = shape === 'easy' ? pictureWords(item.cells.picture, lang, t) : undefined
  return picture === undefined ? item : { ...item, cells: { ...item.cells, picture } }
}
