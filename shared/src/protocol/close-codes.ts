/**
 * Why the server closed a socket. y-websocket ends its retries on 4400-4499 and retries on all others, so a 44xx is
 * used only for a certain verdict about a known person; "cannot tell" and "too much" are always retryable.
 */
export const CLOSE = {
  goingAway: 1001,
  restarting: 1012,
  tryLater: 1013,
  badMessage: 4400,
  signIn: 4401,
  /** The role is not (or no longer) enough, or has changed: ask for the plan again. */
  role: 4403,
  epoch: 4409,
  gone: 4410,
  tooLarge: 4413,
  /** A stored change of the plan is damaged: it can be read as far as it goes, and nobody may write in it. */
  damaged: 4423,
  updateNeeded: 4426,
  tooMuch: 4503,
} as const
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]
