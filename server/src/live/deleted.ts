import { joined, type Range, type RangesByClient, without } from './ranges.ts'

/** Deleted clocks by client, in rising order and apart. It only grows; a keystroke costs it a search in halves. */
export interface Deleted {
  /** How many stretches there are. */
  readonly count: number
  add(client: number, ranges: readonly Range[]): void
  has(client: number, clock: number): boolean
  /** The parts of some ranges that are not in it. */
  without(client: number, ranges: readonly Range[]): Range[]
}

export function createDeleted(start: RangesByClient = new Map()): Deleted {
  const byClient = new Map<number, Range[]>()
  let count = 0

  function addOne(all: Range[], range: Range) {
    if (range.from >= range.to) return
    // Touching ones become one: `first` and `end` are the stretch of those it takes in.
    const first = indexOf(all, (one) => one.to >= range.from)
    const end = indexOf(all, (one) => one.from > range.to)
    const from = Math.min(range.from, all[first]?.from ?? range.from)
    const to = Math.max(range.to, all[end - 1]?.to ?? range.to)
    const taken = Math.max(0, end - first)
    all.splice(first, taken, taken === 0 ? range : { from, to })
    count += 1 - taken
  }

  function add(client: number, ranges: readonly Range[]) {
    const all = byClient.get(client) ?? []
    byClient.set(client, all)
    for (const range of ranges) addOne(all, range)
  }

  for (const [client, ranges] of start) {
    const all = joined(ranges)
    byClient.set(client, all)
    count += all.length
  }

  return {
    get count() {
      return count
    },
    add,
    has(client, clock) {
      const all = byClient.get(client) ?? []
      const one = all[indexOf(all, ({ to }) => to > clock)]
      return one !== undefined && one.from <= clock
    },
    without(client, ranges) {
      const all = byClient.get(client)
      if (!all) return joined(ranges)
      return ranges.flatMap((range) => {
        const first = indexOf(all, (one) => one.to > range.from)
        const end = indexOf(all, (one) => one.from >= range.to)
        return without([range], all.slice(first, end))
      })
    },
  }
}

/** The first index for which `is` holds, where it holds from some index on; the length where it never does. */
function indexOf(all: readonly Range[], is: (one: Range) => boolean): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (is(all[middle] as Range)) high = middle
    else low = middle + 1
  }
  return low
}
