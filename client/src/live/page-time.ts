const STEP = 250

/**
 * Runs something once the page has been running for so long (ms): a slow device may stand still for seconds while a page is
 * drawn, with what it waits for already there. @returns calls it off
 */
export function afterPageTime(ms: number, run: () => void): () => void {
  let left = ms
  const timer = setInterval(() => {
    left -= STEP
    if (left > 0) return
    clearInterval(timer)
    run()
  }, STEP)
  return () => clearInterval(timer)
}
