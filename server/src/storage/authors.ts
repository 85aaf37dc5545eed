/** Clocks of one client: `from` is the first, `to` the one after the last. */
export type Clocks = { readonly from: number; readonly to: number }

/**
 * Who put in or took out some of one client's words, to the minute (SPEC STORE-50 to STORE-52). A client id and its clocks name
 * the same words in every copy of a plan, also one that was restored, so this outlives the log and the epoch.
 */
export type Authored = {
  /** The change of the log it began with: with `did` and `client` its name. */
  readonly seq: number
  /** The Yjs client whose clocks they are: of what was taken out, often somebody else's. */
  readonly client: number
  /** The person the server knew the socket as. */
  readonly person: string
  /** The person they said they typed for. */
  readonly saidFor: string | null
  /** Server time of that change, milliseconds since 1970. */
  readonly at: number
} & (
  | {
      readonly did: 'inserted'
      /** From this clock on, up to the client's next one: a client id is one person's, so nobody else can go on with it. */
      readonly from: number
      /** Of these, `saidFor` says that they did not say them: they are the typist's alone (SPEC SYNC-163). */
      readonly unsaid?: readonly Clocks[]
    }
  | {
      readonly did: 'deleted'
      /** In rising order and apart. */
      readonly clocks: readonly Clocks[]
    }
)

/**
 * Letters that are others taken out and put in again: those of a client from `from` up to `to` are as many of another's from `of` on.
 * Found in the document itself (moved-letters.ts). Whose they are is told by those they were.
 */
export type Moved = Clocks & {
  readonly client: number
  readonly of: { readonly client: number; readonly clock: number }
}

/** The changes of an epoch after `after`, up to `upTo`. */
type Stretch = { readonly epoch: string; readonly after: number; readonly upTo: number }
export type WroteAt = Pick<Authored, 'seq' | 'person' | 'saidFor'>

/** Who wrote what, for features that show it. The update log writes it, with each change. */
export interface AuthorStore {
  /** All that is known of a plan, oldest first, from every epoch it had. */
  authorsOf(plan: string): Promise<Authored[]>
  /** Letters that were moved, of every epoch. */
  movedOf(plan: string): Promise<Moved[]>
  /** Who began to write in the changes after one of an epoch up to another, to the minute, oldest first. */
  writersBetween(plan: string, stretch: Stretch): Promise<WroteAt[]>
}

/**
 * Who put in one clock of a client, or who took it out; null where nobody did. The newest, where it was done again after a
 * restore.
 * @public For tests of what is stored: history asks for many at once (versions/authors.ts).
 */
export const authorOf = (
  all: readonly Authored[],
  did: Authored['did'],
  client: number,
  clock: number,
): Authored | null => all.findLast((one) => one.did === did && one.client === client && holds(one, clock)) ?? null

const holds = (one: Authored, clock: number): boolean =>
  one.did === 'inserted' ? one.from <= clock : one.clocks.some(({ from, to }) => from <= clock && clock < to)
