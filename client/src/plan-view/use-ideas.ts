import type { Idea } from '@withy/shared/plan'
import { useWhenIdle } from '../ui/use-when-idle.ts'

let here: readonly Idea[] | null = null

const fetchIdeas = async (): Promise<readonly Idea[]> => {
  here = (await import('./ideas.ts')).IDEAS
  return here
}

/** Ideas that work elsewhere: their words come after the plan, which can be read and written without them. null: not here yet. */
export const useIdeas = (): readonly Idea[] | null => useWhenIdle(fetchIdeas) ?? here
