const BUCKET_MS = 0.02
const LONGEST_MS = 4_000

/** Times, counted in steps of 0.02 ms: a million samples cost no memory and no sorting. Longer ones count as four seconds. */
export function createHistogram() {
  const buckets = new Uint32Array(LONGEST_MS / BUCKET_MS + 1)
  let count = 0
  return {
    add(ms: number) {
      const at = Math.max(0, Math.min(buckets.length - 1, Math.round(ms / BUCKET_MS)))
      buckets[at] = (buckets[at] ?? 0) + 1
      count += 1
    },
    clear() {
      buckets.fill(0)
      count = 0
    },
    count: () => count,
    /** The time that a share (0-1) of the samples do not pass. Throws when there are none. */
    percentile(share: number): number {
      if (count === 0) throw new Error('There is nothing to take a percentile of.')
      let left = Math.max(1, Math.ceil(share * count))
      for (let at = 0; at < buckets.length; at += 1) {
        left -= buckets[at] ?? 0
        if (left <= 0) return at * BUCKET_MS
      }
      return LONGEST_MS
    },
  }
}
