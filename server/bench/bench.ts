/** One measured number of one round. */
export type Figure = {
  readonly name: string
  readonly unit: 'ms' | 'kB' | 'pages'
  readonly value: number
  /** What the issue or a design document asks for, in the same unit. */
  readonly aim?: number
}

/** How much is measured in a round: `quick` is for trying a bench, not for figures. */
export type Much = 'full' | 'quick'

export type Bench = {
  /** One sentence. */
  readonly shows: string
  /** What it is measured under. Each is a process of its own in every round. */
  readonly cases: readonly string[]
  /** Of a full run. Figures that are the same on every run need one. */
  readonly rounds: number
  measure(name: string, much: Much): Promise<readonly Figure[]>
}
