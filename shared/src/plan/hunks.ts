import { diffArrays } from 'diff/lib/diff/array.js'

/** A stretch that differs: from `at` on so many stood before, where now, from `nowAt` on, stand so many others. */
export type Hunk = { readonly at: number; readonly gone: number; readonly nowAt: number; readonly come: number }

/** Further apart than so many steps, and all of it counts as one stretch: looking for more would take long (SPEC PLAN-114). */
const MOST_STEPS = 2_000

/** Where two rows of things differ, as few of them as can be; `steps`: how far apart they are at most. */
export function hunks(before: readonly string[], after: readonly string[], steps = MOST_STEPS): Hunk[] {
  // What is the same at both ends is no step: a row that only became longer is never too far apart.
  const start = alikeAtStart(before, after)
  const end = alikeAtStart(before.slice(start).toReversed(), after.slice(start).toReversed())
  const middle = hunksInside(before.slice(start, before.length - end), after.slice(start, after.length - end), steps)
  return middle.map((hunk) => ({ ...hunk, at: hunk.at + start, nowAt: hunk.nowAt + start }))
}

function alikeAtStart(a: readonly string[], b: readonly string[]): number {
  const apart = a.findIndex((one, i) => one !== b[i])
  return apart < 0 ? a.length : apart
}

function hunksInside(before: readonly string[], after: readonly string[], steps: number): Hunk[] {
  const found = diffArrays([...before], [...after], { maxEditLength: steps })
  if (!found) return [{ at: 0, gone: before.length, nowAt: 0, come: after.length }]
  const all: Hunk[] = []
  let [at, nowAt, gone, come] = [0, 0, 0, 0]
  const end = () => {
    if (gone + come > 0) all.push({ at, gone, nowAt, come })
    at += gone
    nowAt += come
    gone = 0
    come = 0
  }
  for (const { added, removed, count } of found) {
    if (removed) gone += count
    else if (added) come += count
    else {
      end()
      at += count
      nowAt += count
    }
  }
  end()
  return all
}
