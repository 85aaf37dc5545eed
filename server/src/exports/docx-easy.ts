import {
  BorderStyle,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { type Cell, type EasyRow, type RowPhoto, sidesIn, sidesOf } from './nodes.ts'
import type { Pages } from './pages.ts'
import { photoSize } from './photo-size.ts'
import { picturePng, pictureSvg } from './picture-files.ts'

/** In pixels, as Word counts them: three centimetres. */
const SIDE = 113
const inPixels = (cm: number): number => Math.max(1, Math.round((cm * SIDE) / 3))
/** In twentieths of a point: the picture with some space beside it, and what is left of the page. */
const PICTURE = 2_150
const WORDS = 6_850

/**
 * Rows of easy words: a table without lines, since nothing else keeps words beside their picture in every program. No row is split
 * over pages. `wordsOf`: words of a row, in one language, as a paragraph has them.
 */
export class EasyRows {
  /** The library would count on from file to file. */
  #pictures = 0
  readonly #photos: Pages['photos']

  constructor(photos: Pages['photos']) {
    this.#photos = photos
  }

  table(rows: readonly EasyRow[], wordsOf: (cell: Cell) => ParagraphChild[]): Table {
    const sides = sidesIn(rows)
    return new Table({
      width: { size: PICTURE + WORDS, type: WidthType.DXA },
      columnWidths: [PICTURE, ...Array.from({ length: sides }, () => Math.floor(WORDS / sides))],
      borders: Object.fromEntries(SIDES.map((side) => [side, { style: BorderStyle.NONE }])),
      rows: rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: [
              cellOf([new Paragraph({ children: this.#shown(row) })]),
              ...sidesOf(row).map((cell, n, all) =>
                cellOf(
                  [cell, ...(n === 0 && row.note ? [row.note] : [])].map(
                    (said) =>
                      new Paragraph({ children: wordsOf(said), ...(said.dir === 'rtl' && { bidirectional: true }) }),
                  ),
                  // The last of a row that has fewer takes what room there is.
                  n === all.length - 1 ? sides - n : 1,
                ),
              ),
            ],
          }),
      ),
    })
  }

  #shown({ picture, photo }: EasyRow): ImageRun[] {
    const bytes = photo && this.#photos.get(photo.id)
    if (bytes) return [this.#photo(photo, bytes)]
    return picture ? [this.#picture(picture)] : []
  }

  /** With what people say it shows, which Word's own readers read out. */
  #photo({ alt }: RowPhoto, bytes: Uint8Array): ImageRun {
    const { wide, high } = photoSize(bytes)
    return new ImageRun({
      type: 'jpg',
      data: Buffer.from(bytes),
      transformation: { width: inPixels(wide), height: inPixels(high) },
      altText: { name: '', id: String(++this.#pictures), ...(alt && { description: alt }) },
      ...(alt === '' && { decorative: true }),
    })
  }

  /** Shapes for programs that draw them, points for all others; and nobody is told of it, since its words say the same. */
  #picture(id: string): ImageRun {
    return new ImageRun({
      type: 'svg',
      data: Buffer.from(pictureSvg(id)),
      fallback: { type: 'png', data: picturePng(id) },
      transformation: { width: SIDE, height: SIDE },
      altText: { name: '', id: String(++this.#pictures) },
      decorative: true,
    })
  }
}

const SIDES = ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'] as const

const cellOf = (children: Paragraph[], columnSpan = 1): TableCell =>
  new TableCell({
    children,
    ...(columnSpan > 1 && { columnSpan }),
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 120, bottom: 120, right: 200 },
  })
