/** One measured number of one round. */
export type Figure = {
  readonly name: string
  readonly unit: 'ms' | 'kB' | 'KiB' | 'pages' | '%' | '/s' | 'letters' | 'copies'
  readonly value: number
  /** What the issue or a design document asks for, in the same unit: no more than this. */
  readonly aim?: number
  /** What is asked for beside the same figure of the peer that all are compared with. */
  readonly ratio?: Ratio
}

/** As a multiple of the peer's figure: `must` is the worst that will do. */
export type Ratio = { readonly better: 'lower' | 'higher'; readonly must: number; readonly aim: number }

/** How much is measured in a round: `quick` is for trying a bench, not for figures. */
export type Much = 'full' | 'quick'

export type Bench = {
  /** One sentence. */
  readonly shows: string
  /** What it is measured under. Each is a process of its own in every round. */
  readonly cases: readonly string[]
  /** Cases that are measured in the first round only. */
  readonly once?: readonly string[]
  /** Of a full run. Figures that are the same on every run need one. */
  readonly rounds: number
  measure(name: string, much: Much): Promise<readonly Figure[]>
}
