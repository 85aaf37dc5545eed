/** A device that is remembered. `hash` is of its token; the token itself is only on the device. Times in ms. */
export type SessionRow = { readonly hash: string; readonly person: string; readonly seenAt: number }

/** What remembering devices needs of storage. */
export interface SessionStore {
  find(hash: string): Promise<SessionRow | null>
  /** The person has to exist already. */
  start(session: SessionRow): Promise<void>
  seen(hash: string, at: number): Promise<void>
  forget(hash: string): Promise<void>
  /** Forgets every session not seen since. */
  forgetUnseenSince(at: number): Promise<void>
}
