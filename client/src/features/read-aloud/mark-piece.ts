import type { Piece } from './pieces.ts'

const NAME = 'read-aloud'

/** Marks on the page what is read, without touching its words, and brings it into view. Browsers that cannot mark show it in the bar alone. */
export function markPiece({ range }: Piece): void {
  if (typeof Highlight !== 'undefined' && CSS.highlights) CSS.highlights.set(NAME, new Highlight(range))
  range.startContainer.parentElement?.scrollIntoView?.({ block: 'center' })
}

export function unmark(): void {
  if (typeof CSS !== 'undefined' && CSS.highlights) CSS.highlights.delete(NAME)
}
