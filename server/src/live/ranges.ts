/** Clocks of one client: `from` is the first, `to` the one after the last. */
export type Range = { readonly from: number; readonly to: number }
export type RangesByClient = ReadonlyMap<number, readonly Range[]>

/** What is left of some ranges after others are taken out. Both may be in any order and overlap. */
export function without(ranges: readonly Range[], holes: readonly Range[]): Range[] {
  if (holes.length === 0) return joined(ranges)
  const left: Range[] = []
  const inOrder = joined(holes)
  let next = 0
  for (const { from, to } of joined(ranges)) {
    let at = from
    while ((inOrder[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next += 1
    for (let i = next; at < to; i++) {
      const hole = inOrder[i]
      if (!hole || hole.from >= to) {
        left.push({ from: at, to })
        break
      }
      if (hole.from > at) left.push({ from: at, to: hole.from })
      at = hole.to
    }
  }
  return left
}

/** The same clocks as few ranges in rising order, empty ones gone. */
export function joined(ranges: readonly Range[]): Range[] {
  const inOrder = ranges.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)
  const result: Range[] = []
  for (const range of inOrder) {
    const last = result.at(-1)
    if (last && range.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else result.push(range)
  }
  return result
}
