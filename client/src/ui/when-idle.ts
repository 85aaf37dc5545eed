/** Resolves when the page has nothing better to do. */
export const whenIdle = (): Promise<void> =>
  new Promise((idle) =>
    window.requestIdleCallback ? window.requestIdleCallback(() => idle()) : setTimeout(idle, 1_000),
  )
