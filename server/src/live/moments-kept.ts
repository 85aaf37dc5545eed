const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/** One in so long is kept of those that are at most so old (SPEC STORE-54). */
const KEPT = [
  { age: DAY, oneIn: 2 * 60_000 },
  { age: 7 * DAY, oneIn: HOUR },
  { age: 365 * DAY, oneIn: DAY },
  { age: Number.POSITIVE_INFINITY, oneIn: 30 * DAY },
]

type Moment = { readonly at: number; readonly size: number }

/**
 * Which moments to forget, of all of a plan in the order of time: of each stretch all but the last, and where they have more
 * bytes than a plan may have, those whose neighbours are close together for their age. Never the first, never the last.
 */
export function momentsToForget<M extends Moment>(all: readonly M[], now: number, mostBytes: number): M[] {
  const left = all.filter(
    (one, i) => i === 0 || i === all.length - 1 || stretchOf(one, now) !== stretchOf(all[i + 1], now),
  )
  let bytes = left.reduce((sum, { size }) => sum + size, 0)
  while (bytes > mostBytes && left.length > 2) {
    const [gone] = left.splice(closest(left, now), 1)
    bytes -= gone?.size ?? 0
  }
  const kept = new Set(left)
  return all.filter((one) => !kept.has(one))
}

function stretchOf(one: Moment | undefined, now: number): string {
  if (!one) return ''
  const span = KEPT.find(({ age }) => now - one.at <= age)
  return span ? `${span.oneIn} ${Math.floor(one.at / span.oneIn)}` : ''
}

/** The one that is missed least, by its place. */
function closest(moments: readonly Moment[], now: number): number {
  let best = { i: 1, gap: Number.POSITIVE_INFINITY }
  for (let i = 1; i < moments.length - 1; i++) {
    const [before, one, after] = [moments[i - 1], moments[i], moments[i + 1]]
    if (!before || !one || !after) continue
    const gap = (after.at - before.at) / (Math.max(0, now - one.at) + HOUR)
    if (gap < best.gap) best = { i, gap }
  }
  return best.i
}
