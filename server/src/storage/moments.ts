/** A plan as it was after the change `seq` of an epoch. */
export type MomentName = { readonly epoch: string; readonly seq: number }

export type MomentRow = MomentName & {
  /** Server time when it was kept, milliseconds since 1970. */
  readonly at: number
  /** How many bytes it has. */
  readonly size: number
}

/** What the live room and the history need of storage: the plan as it was at pauses (SPEC STORE-53). */
export interface MomentStore {
  /**
   * Keeps a moment. `bytes`: the whole plan as one Yjs update, format V1. Nothing where the plan's epoch is another, its log has
   * not come so far, or there is one of that change already.
   */
  keepMoment(plan: string, moment: MomentName & { readonly at: number; readonly bytes: Uint8Array }): Promise<void>
  /** The change the last moment of an epoch goes up to; 0: there is none. */
  lastMoment(plan: string, epoch: string): Promise<number>
  /** All that are kept, oldest first. */
  momentsOf(plan: string): Promise<MomentRow[]>
  /** The whole plan at a moment, or null when it is not kept (any more). */
  momentBytes(plan: string, moment: MomentName): Promise<Uint8Array | null>
  forgetMoments(plan: string, moments: readonly MomentName[]): Promise<void>
}
