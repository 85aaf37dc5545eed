import type { BlockLanguage, Run } from '@withy/shared/plan'

/**
 * One thing after the other, as a reader meets it: what every format that people read is written from, so that the words are
 * the same in each (SPEC EXPORT-12). Words are plain text that is safe in any file (`visibleText`); `\n` is a line end. A language
 * or direction stands where it is not the copy's own.
 */
export type Node = BlockLanguage &
  (
    | {
        readonly is: 'heading'
        /** 1 to 6, never more than one deeper than the one before. The copy's title is above them all. */
        readonly level: number
        readonly runs: readonly Run[]
        /** What the contents lead to. */
        readonly id?: string
      }
    | { readonly is: 'paragraph'; readonly runs: readonly Run[]; readonly tone?: 'name' | 'quiet' }
    | {
        readonly is: 'bullets' | 'numbers'
        readonly items: readonly (readonly Node[])[]
        /** `cards`: items of the plan, each with its name and its facts. */
        readonly as?: 'cards'
      }
    | { readonly is: 'facts'; readonly facts: readonly Fact[] }
    /** `rows`: as many cells each as `head` has. */
    | { readonly is: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
    /** Stands apart: what this copy is; or `means`: what a hard word means. */
    | { readonly is: 'note'; readonly as?: 'means'; readonly inside: readonly Node[] }
    /** Easy words: each row one idea, its picture to the left. */
    | { readonly is: 'easy'; readonly rows: readonly EasyRow[] }
    | {
        readonly is: 'contents'
        readonly title: string
        readonly of: readonly { readonly id: string; readonly title: string }[]
      }
  )

export type Cell = BlockLanguage & { readonly runs: readonly Run[] }
/**
 * `picture`: an id of ours. Nothing is said of it: it shows what its words say, and would be heard twice. `beside`: the same words in
 * another language.
 */
export type EasyRow = Cell & {
  readonly picture?: string
  readonly photo?: RowPhoto
  /** What stands under its words, in words of ours: where its photo went. */
  readonly note?: Cell
  readonly beside?: readonly Cell[]
}
/** `alt`: what it shows, in people's words; '' where the row itself says just that. `inText`: the same where no picture can stand. */
export type RowPhoto = BlockLanguage & { readonly id: string; readonly alt: string; readonly inText: string }
export type Fact = Cell & { readonly label: string }

export const words = (text: string): Cell => ({ runs: [{ text }], ...directionOf(text) })

export const paragraph = (text: string, tone?: 'name' | 'quiet'): Node & { is: 'paragraph' } => ({
  is: 'paragraph',
  ...words(text),
  ...(tone && { tone }),
})

/** A line of ours in which something of theirs stands: it runs in our direction, whatever theirs is. */
export const ours = (text: string, tone?: 'quiet'): Node => ({
  is: 'paragraph',
  runs: [{ text }],
  ...(tone && { tone }),
})

export const heading = (level: number, text: string, id?: string): Node & { is: 'heading' } => ({
  is: 'heading',
  level,
  ...words(text),
  ...(id && { id }),
})

export const bullets = (lines: readonly string[]): Node => ({
  is: 'bullets',
  items: lines.map((line) => [paragraph(line)]),
})

/** What a stretch of runs reads. */
export const textIn = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** A table for those who cannot see it whole: a list of its rows, each named by its first cell, with the heads as labels. */
export const rowsAsList = (head: readonly string[], rows: readonly (readonly Cell[])[]): Node => ({
  is: 'bullets',
  as: 'cards',
  items: rows.map(([first, ...rest]) => [
    { is: 'paragraph', tone: 'name', ...(first ?? words('')) },
    {
      is: 'facts',
      facts: rest.map((cell, n) => ({ label: head[n + 1] ?? '', ...cell })).filter(({ runs }) => textIn(runs) !== ''),
    },
  ]),
})

/** The pictures of a copy, each once. */
export const picturesIn = (nodes: readonly Node[]): string[] => [
  ...new Set(nodes.flatMap((node) => (node.is === 'easy' ? node.rows.flatMap(({ picture }) => picture ?? []) : []))),
]

/** The photos of a copy, each once. */
export const photosIn = (nodes: readonly Node[]): string[] => [
  ...new Set(nodes.flatMap((node) => (node.is === 'easy' ? node.rows.flatMap(({ photo }) => photo?.id ?? []) : []))),
]

/** The words of a row in each language it has them in, the copy's first. */
export const sidesOf = ({ picture: _, photo: __, note: ___, beside = [], ...own }: EasyRow): readonly Cell[] => [
  own,
  ...beside,
]

/** How many columns of words rows need that stand under each other. */
export const sidesIn = (rows: readonly EasyRow[]): number => Math.max(1, ...rows.map((row) => sidesOf(row).length))

/** Easy words where no picture can stand: a list, one idea an item, each language of it a line, and what a photo shows another. */
export const easyAsList = ({ rows }: Node & { readonly is: 'easy' }): Node => ({
  is: 'bullets',
  items: rows.map((row) => {
    const photo = row.photo?.alt ? [words(row.photo.inText)] : []
    return [...sidesOf(row), ...photo, ...(row.note ? [row.note] : [])].map((cell) => ({ is: 'paragraph', ...cell }))
  }),
})

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** The direction of words nobody said it of: that of their first letter, as browsers do for dir="auto". */
export function directionOf(text: string): BlockLanguage {
  const first = text.match(/\p{L}/u)?.[0]
  return first !== undefined && RTL.test(first) ? { dir: 'rtl' } : {}
}
