import * as fc from 'fast-check'

/** What can happen, and how often in a hundred or so. */
const OFTEN = {
  // Writing.
  type: 14,
  burst: 6,
  block: 6,
  bullet: 4,
  erase: 6,
  mark: 6,
  split: 4,
  join: 2,
  'drop block': 2,
  'add item': 4,
  cell: 5,
  tick: 2,
  choose: 2,
  'move item': 3,
  'take out': 2,
  'put back': 2,
  'own section': 1,
  title: 1,
  undo: 6,
  redo: 4,
  compose: 2,
  // Trouble.
  cut: 4,
  offline: 3,
  'close page': 1,
  kill: 1,
  restart: 1,
  'disk fails': 1,
  'disk does not say': 1,
  'disk is slow': 1,
  'fold fails': 1,
  'long pause': 1,
} as const

export type What = keyof typeof OFTEN

/** One thing that happens. `who`, `a` and `b` choose among what there is at that moment; `wait`: ms until the next. */
export type Step = {
  readonly what: What
  readonly who: number
  readonly a: number
  readonly b: number
  readonly wait: number
}

/** All of one run. `chance` is the seed of the wire, of the disk and of client ids. */
export type Script = {
  readonly people: number
  readonly chance: number
  /** The disk never fails, so that rooms live long enough to be folded. */
  readonly isCalm: boolean
  readonly steps: readonly Step[]
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(...Object.entries(OFTEN).map(([what, weight]) => ({ weight, arbitrary: fc.constant(what as What) }))),
  who: fc.nat({ max: 999 }),
  a: fc.nat({ max: 9_999 }),
  b: fc.nat({ max: 9_999 }),
  wait: fc.oneof(
    { weight: 6, arbitrary: fc.nat({ max: 60 }) },
    { weight: 3, arbitrary: fc.nat({ max: 1_500 }) },
    { weight: 1, arbitrary: fc.nat({ max: 6_000 }) },
  ),
})

export const anyScript: fc.Arbitrary<Script> = fc.record({
  people: fc.integer({ min: 2, max: 5 }),
  chance: fc.nat({ max: 0x7fffffff }),
  isCalm: fc.boolean(),
  // From none, so that what goes wrong can be shrunk; a hundred on average.
  steps: fc.array(step, { maxLength: 200, size: 'max' }),
})
