import { linesIn, placeInLines } from '@withy/shared/plan'
import { toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { SaidCaret } from './say-caret.ts'

/** The selection of a simple box as others can find it in their copy of the words. */
export function caretOfArea(area: HTMLTextAreaElement, fragment: Y.XmlFragment, box: string): SaidCaret | null {
  const lines = linesIn(fragment)
  const relative = (index: number): string | null => {
    const { line, at } = placeInLines(lines ?? [], index)
    const found = lines?.[line]
    if (!found) return null
    const letters = found.pieces.find(
      (piece) => piece.is === 'letters' && piece.at <= at && at <= piece.at + piece.length,
    )
    const place = letters
      ? Y.createRelativePositionFromTypeIndex(letters.type, at - letters.at)
      : Y.createRelativePositionFromTypeIndex(found.element, 0)
    return toBase64(Y.encodeRelativePosition(place))
  }
  const isBackward = area.selectionDirection === 'backward'
  const [start, end] = [relative(area.selectionStart), relative(area.selectionEnd)]
  if (start === null || end === null) return null
  return isBackward ? { box, anchor: end, head: start } : { box, anchor: start, head: end }
}
