/** A quiet plan's edit waits two of these at most, whatever others do. Long enough that a burst still shares its commits. */
const TURN_MS = 8

/** So many pieces of work of one plan before the next plan has its turn. */
const SLICE = 16

type Queue = { readonly works: (() => void)[]; at: number }

export type Turns = ReturnType<typeof createTurns>

/**
 * Who is served when too much comes at once: a short turn of work at a time, plan by plan, so that a busy plan is no long wait for
 * the others, and in between the process hears and answers (SPEC LIMIT-51). While there is little to do nothing waits. Work of
 * one plan keeps its order.
 */
export function createTurns() {
  /** Plans with work, the one that has waited longest first. */
  const queues = new Map<string, Queue>()
  let began: number | null = null

  function hasTime(): boolean {
    if (began === null) {
      began = performance.now()
      setImmediate(next)
    }
    return performance.now() - began < TURN_MS
  }

  function next() {
    began = null
    while (queues.size > 0 && hasTime()) {
      const [plan, queue] = queues.entries().next().value as [string, Queue]
      const upTo = Math.min(queue.works.length, queue.at + SLICE)
      // It stays in its place meanwhile: what its own work asks for comes after what waits already.
      while (queue.at < upTo && hasTime()) queue.works[queue.at++]?.()
      queues.delete(plan)
      if (queue.at < queue.works.length) queues.set(plan, queue)
    }
  }

  return {
    /** Does something for a plan: now, or when its turn comes. */
    run(plan: string, work: () => void) {
      const queue = queues.get(plan)
      if (queue) return void queue.works.push(work)
      if (queues.size === 0 && hasTime()) return work()
      queues.set(plan, { works: [work], at: 0 })
    },
  }
}
