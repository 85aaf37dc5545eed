import { type CellValue, type Item, type Language, pictureOf } from '@withy/shared/plan'

/** What a picture of easy words shows, in place of its id; the id of one that this version does not have. */
export const pictureWords = (picture: CellValue | undefined, lang: Language): string | undefined =>
  typeof picture === 'string' ? (pictureOf(picture)?.alt[lang] ?? picture) : undefined

/** A row of easy words with what its picture shows; any other item as it is. */
export function withPictureWords(item: Item, shape: string, lang: Language): Item {
  const picture = shape === 'easy' ? pictureWords(item.cells.picture, lang) : undefined
  return picture === undefined ? item : { ...item, cells: { ...item.cells, picture } }
}
