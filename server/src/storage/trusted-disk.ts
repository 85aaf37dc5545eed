import type { UpdateLog } from './update-log.ts'

/**
 * Whether the disk is to be trusted. After a commit failed, the next small write that works shows nothing: only once a large one came
 * through is it trusted again (SPEC STORE-72). `check` is of the database, `probe` of the disk under it; both throw.
 */
export function createTrust(check: () => Promise<void>, probe: () => Promise<void>) {
  let failures = 0
  let probed = 0
  return {
    log: (updates: UpdateLog): UpdateLog => ({
      ...updates,
      append: (...args) =>
        updates.append(...args).catch((problem: unknown) => {
          failures += 1
          throw problem
        }),
    }),
    /** Throws while it is not. */
    async check(): Promise<void> {
      await check()
      if (failures === probed) return
      const upTo = failures
      await probe()
      probed = upTo
    },
  }
}
