/** What live rooms tell whoever measures. Counts and times only: nothing of a plan, and nobody (SPEC STORE-71). */
export interface Measures {
  /** A change is on disk and on its way to everyone, its ack with it, so long after it came. */
  acked(seconds: number): void
  /** The server ended a connection. `why`: the reason its page hears. */
  ended(code: number, why: string): void
}

export const UNMEASURED: Measures = { acked() {}, ended() {} }
