import type { PlanFileRead } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import { createThread, ThreadBusy } from '../own-thread.ts'
import type { NewPhoto } from '../storage/photos.ts'

/** A plan as it comes out of a file, ready to be kept; nothing of it has been checked against what people may type. */
export type PlanFileMade =
  | Exclude<PlanFileRead, { is: 'plan' }>
  | {
      readonly is: 'plan'
      readonly kind: PlanKind
      readonly title: string
      readonly lang?: string | null
      readonly words: { readonly bytes: Uint8Array; readonly clients: readonly number[] }
      /** Who is named in cells, by fresh ids. */
      readonly names: readonly (readonly [string, string])[]
      readonly explained: readonly { readonly word: string; readonly meaning: string }[]
      readonly photos: readonly NewPhoto[]
    }

/** Each that waits is as large as the largest plan. */
const LIMITS = { waiting: 8, milliseconds: 20_000, megabytes: 600, idle: 20_000 }

/**
 * Reads plans that people bring as files, in a thread of their own. One that is stuck or takes too much memory is ended with the
 * thread, and is `damaged` (SPEC EXPORT-66).
 * @returns what reads one; null: too many wait
 */
export function createPlanFiles({ limits = LIMITS } = {}) {
  const read = createThread<string, PlanFileMade>(new URL('./plan-file-worker.ts', import.meta.url), limits)
  return (text: string): Promise<PlanFileMade | null> =>
    read(text).catch((err: unknown) => (err instanceof ThreadBusy ? null : ({ is: 'damaged' } as const)))
}
