import { onTestFinished, vi } from 'vitest'

/** The browser knows of no connection, until the test ends or `isBack` is called. */
export function noConnection(): { isBack(): void } {
  const known = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  onTestFinished(() => known.mockRestore())
  return {
    isBack() {
      known.mockRestore()
      window.dispatchEvent(new Event('online'))
    },
  }
}
