/** A line of words as it lies in the window (CSS px). */
export type Line = { readonly top: number; readonly bottom: number }

/** The lines that boxes of words lie on, from the top: boxes that overlap by half of the smaller are one line. */
export function linesOf(boxes: readonly Line[]): readonly Line[] {
  const lines: { top: number; bottom: number }[] = []
  for (const { top, bottom } of [...boxes].sort((a, b) => a.top - b.top || a.bottom - b.bottom)) {
    const last = lines.at(-1)
    const shared = last ? Math.min(last.bottom, bottom) - top : 0
    if (last && shared * 2 > Math.min(last.bottom - last.top, bottom - top)) last.bottom = Math.max(last.bottom, bottom)
    else if (bottom > top) lines.push({ top, bottom })
  }
  return lines
}

/** What stands beside the words of a page: its lines are not theirs. */
const BESIDE = 'nav, aside'

/** Lines of words that are drawn in `root`, between two heights of the window; what stands beside them in it is left out. */
export function linesIn(root: Node, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): readonly Line[] {
  const boxes: Line[] = []
  const isBeside = (around: Element) => {
    const beside = around.closest(BESIDE)
    return beside !== null && beside !== root && root.contains(beside)
  }
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const around = text.parentElement
    if (!around || !text.nodeValue?.trim() || !isNear(around, from, to) || isBeside(around)) continue
    range.selectNodeContents(text)
    for (const { top, bottom, width } of range.getClientRects()) {
      // What is there for screen readers alone is 1 px wide.
      if (width > 1 && bottom > from && top < to) boxes.push({ top, bottom })
    }
  }
  return linesOf(boxes)
}

/** The line nearest to a height of the window; null: there is none. */
export function lineNear(lines: readonly Line[], y: number): Line | null {
  const away = ({ top, bottom }: Line) => Math.max(top - y, y - bottom, 0)
  return lines.reduce<Line | null>((best, line) => (best && away(best) <= away(line) ? best : line), null)
}

/** The line below (1) or above (-1) another, which may have moved by a pixel. null: that was the last, or the first. */
export function lineBeside(lines: readonly Line[], line: Line, by: 1 | -1): Line | null {
  const further = lines.filter((each) => (middle(each) - middle(line)) * by > 1)
  return further.reduce<Line | null>(
    (best, each) => (best && (middle(best) - middle(each)) * by <= 0 ? best : each),
    null,
  )
}

const middle = ({ top, bottom }: Line): number => (top + bottom) / 2

function isNear(element: Element, from: number, to: number): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > from && top < to
}
