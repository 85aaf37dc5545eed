/** A version of a plan that is kept for good: one somebody gave a name, or one everybody agreed to. */
export type VersionRow = {
  readonly id: string
  readonly kind: 'named' | 'sealed'
  /** Of sealed ones: 1 for the first of a plan. */
  readonly number: number | null
  readonly name: string | null
  /** When the plan was so, server time, milliseconds since 1970: of one made of a moment, when that was. */
  readonly madeAt: number
  /** The person who named or sealed it. */
  readonly madeBy: string
  /** The plan as it was after this change of this epoch. */
  readonly epoch: string
  readonly seq: number
  /** SHA-256 over what a reader sees of it, 64 hex digits. */
  readonly fingerprint: string
}

/** What a version holds. */
export type VersionContent = {
  /** The whole document as one Yjs update, format V1. */
  readonly bytes: Uint8Array
  /** The plan as plain data (`Plan`), as JSON. */
  readonly planJson: string
  /** The plan as it read when it was kept (`Edition`), as JSON: what the fingerprint is of. */
  readonly editionJson: string
}

/** What history needs of storage: versions people made on purpose (SPEC STORE-110 to STORE-113). */
export interface VersionStore {
  /** All of a plan, newest first, without what they hold. */
  versionsOf(plan: string): Promise<VersionRow[]>
  findVersion(plan: string, id: string): Promise<VersionRow | null>
  versionContent(plan: string, id: string): Promise<VersionContent | null>
  /** Keeps a named version, unless the plan has `most` of them. */
  nameVersion(plan: string, version: VersionRow & VersionContent, most: number): Promise<'kept' | 'full'>
  /** Gives a named version another name. False where there is none of this id that is only named. */
  renameVersion(plan: string, id: string, name: string): Promise<boolean>
  /** Takes a named version away; moments and the plan stay. False as above. */
  removeVersion(plan: string, id: string): Promise<boolean>
}
