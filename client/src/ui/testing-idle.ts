import { vi } from 'vitest'

/** For tests: the page is busy until it is let go. */
export function busyPage(): { readonly isIdle: () => void } {
  let held: (() => void)[] | null = []
  vi.stubGlobal('requestIdleCallback', (then: () => void) => void (held ? held.push(then) : queueMicrotask(then)))
  return {
    isIdle() {
      const all = held ?? []
      held = null
      for (const then of all) then()
    },
  }
}
