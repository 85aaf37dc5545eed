import type { Language, Words } from '../catalogue.ts'

/** Where a picture is from: Fluent Emoji Flat, Health Icons (both MIT), or drawn for Withy and under its licence. */
type PictureSource = 'fluent' | 'health' | 'withy'

/** A picture that may stand beside a row of easy words. Its file is `pictures/<id>.svg`. */
export type Picture = {
  readonly id: string
  readonly source: PictureSource
  /** What its source calls it; of ours, its id. */
  readonly name: string
  readonly licence: 'MIT'
  /** What it shows, for who does not see it and for choosing. */
  readonly alt: Words
  /** Words of a row that suggest it, and that find it: small letters, one word or several. */
  readonly keywords: Readonly<Record<Language, readonly string[]>>
}

/** One line of a list of pictures: id, name in its source, what it shows in both languages, keywords with a comma between them. */
type Line = readonly [id: string, name: string, altEn: string, altCy: string, en: string, cy: string]

/** Pictures of one source. */
export const pictures = (source: PictureSource, lines: readonly Line[]): readonly Picture[] =>
  lines.map(([id, name, en, cy, wordsEn, wordsCy]) => ({
    id,
    source,
    name,
    licence: 'MIT',
    alt: { en, cy },
    keywords: { en: wordsEn.split(', '), cy: wordsCy.split(', ') },
  }))
