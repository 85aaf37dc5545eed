import type { Sentence } from './sentences.ts'

/** Some sentences that stand next to each other, and others in their place. Texts of neighbours are '' at an end of the text. */
export type SentenceChange = {
  readonly id: string
  readonly was: readonly Sentence[]
  readonly becomes: readonly Sentence[]
  readonly before: string
  readonly after: string
  /** What became of it, if anything: the place where it stands, or stood, is no other change's then. */
  readonly fate?: { readonly is: 'accepted' | 'kept' | 'withdrawn' } | null
}
