import type { Said } from '@withy/shared/api'

/** What is known of who said what another typed. */
export type SaidState = {
  readonly said: Said
  /** What an answer of the server's own says now. */
  readonly came: (said: Said) => void
}
