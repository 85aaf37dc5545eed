/** The value below which a share (0-1) of the samples lie, by nearest rank. Throws when there are none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (at === undefined) throw new Error('There is nothing to take a percentile of.')
  return at
}

/** The middle of the samples; between the two middle ones where their number is even. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const upper = percentile(sorted, 0.5 + 1 / (2 * sorted.length))
  return sorted.length % 2 === 1 ? percentile(sorted, 0.5) : (percentile(sorted, 0.5) + upper) / 2
}
