import { SOCKET_LIMITS } from '@withy/shared/protocol'

/**
 * How much one socket, update, person or process may ask of the live room. Bytes, counts and milliseconds. Every number has its
 * reason; tests shorten the times and lower the counts, nothing else changes them.
 */
export const LIVE_LIMITS = {
  /**
   * What a page has to know too. Of an update, what is known already does not count: an honest answer names every delete of
   * the plan's life.
   */
  ...SOCKET_LIMITS,
  /** A frame larger than this is never read whole (ws closes with 1009). Room for a state vector and presence of a full hall. */
  frameBytes: 1024 * 1024,
  /** What 256 kB of honest typing holds, several times over; each costs memory while it is looked at. */
  structsPerUpdate: 50_000,
  /**
   * Deleted stretches one update may name: an honest answer names all of the plan's life, so this is above what a plan
   * may have.
   */
  rangesPerUpdate: 200_000,
  /** An honest answer names each of them in five or six bytes, and has to fit in one frame. */
  rangesPerPlan: 150_000,
  /** So many more where a change only takes words out: a full plan can still be cleared. All of them still fit in one frame. */
  takingOutRanges: 10_000,
  /**
   * A plan as who comes gets it: 50 times the 100 printed pages of a long one, with all their history. A phone can still
   * open it, and a few hundred who open it at once do not fill the memory of a small server.
   */
  planBytes: 16 * 1024 * 1024,
  /**
   * So many changes after the snapshot are folded into it. Who opens the plan gets each as a frame, which a slow phone reads in a
   * tenth of a second; folding after every hundred was a third of what a hall that types costs.
   */
  tailChanges: 500,
  /** Folding it only to see what a reader’s copy has tidied: at most this often, whoever asks. */
  lookMs: 5_000,
  /** Measuring a full plan takes a tenth of a second: at most this often. */
  measureMs: 5_000,
  /** Letters and deleted stretches one update may span; no plan is near it. */
  lengthPerUpdate: 10_000_000,
  /** Nesting of a plain value in a cell. Deeper ones could overflow somebody's stack. */
  valueDepth: 6,
  /** Names of cells, attributes and items. */
  keyLength: 200,
  /**
   * Client ids a person may make theirs in one plan in a day. Each page load has one, and what was written offline before;
   * each stays on disk for good. A hall's shared tablet that is opened anew every minute stays below.
   */
  claimsPerDay: 1_000,
  /** Changes that came before the socket's first answer to our question, kept until it comes. */
  heldBytes: 256 * 1024,
  /** A section, a box and a caret take 300 bytes. */
  presenceBytes: 4 * 1024,
  /** A stock client echoes everybody's state: a full hall in one frame. */
  presenceEntries: 1_000,
  /**
   * Changes that come close together go to a room in one parcel: they wait for each other so many milliseconds for each page that
   * has the plan open, at most `shareMs`. Two people feel nothing; in a hall of two hundred it is a third of the writes.
   */
  sharePerSeatMs: 2.5,
  shareMs: 50,
  /** Newest state of each person, this often. Faster than eyes follow a caret, slower than typing in a full hall. */
  presenceMs: 50,
  /** A hall that joins makes 500 lists of up to 500 people; eyes follow four a second. */
  peopleMs: 250,
  /** Those who come meanwhile are told together what the plan is. */
  greetMs: 25,
  /** Every open page asks for all test answers of the plan when it hears of one: they are read, not watched as they come. */
  testsMs: 2_000,
  /** A fast typist with a caret makes 30 frames a second, a stock client's echoes 20 more. */
  messagesPerSecond: 200,
  messagesAtOnce: 1_000,
  /** Asking for the whole plan counts as this many messages: it costs the most to answer. So does what has to be looked up. */
  askCost: 20,
  /** And one more message for so much of the plan: of a full one three in a second, which no honest page needs. */
  askCostBytes: 64 * 1024,
  /** And for so much of what is asked: a hall of a thousand, with all who ever wrote, is some. It is read on the loop. */
  vectorCostBytes: 1024,
  /** What waits for one slow reader, besides the plan it opened with. Past it the socket goes; the reader catches up when it comes back. */
  bufferedBytes: 4 * 1024 * 1024,
  socketsPerPerson: 40,
  sockets: 10_000,
  /** Half of them: a hall of a thousand behind one address, each with some pages open, and nobody takes every place alone. */
  socketsPerAddress: 5_000,
  /** How often each socket's clocks are looked at. */
  tickMs: 2_500,
  /** A stock client drops a connection that is silent for 30 s; we speak within 15. */
  quietMs: 10_000,
  /** Between our questions "what have you got that I have not?". */
  askMs: 45_000,
  /** Also how often it is shown anew whom somebody types for, which a client forgets in 30 s. */
  pingMs: 15_000,
  /** Someone who has not answered a ping for this long has gone. */
  deadMs: 45_000,
  /** Why a connection over requests was closed is kept so long for a page that has not asked yet. */
  lingerMs: 10_000,
  loadMs: 10_000,
  /** A commit that takes longer counts as failed: its outcome is not known. */
  commitMs: 10_000,
  /** With `compactMs` and a second for requests this is less than the ten in which the process ends. */
  stopMs: 7_000,
  /** For compacting logs when the server stops: what is not done then is done another time. */
  compactMs: 1_500,
  /** Nobody wrote for so long: a pause. Shorter than a break in a workshop, longer than thinking. */
  momentPauseMs: 2 * 60_000,
  /** Where nobody ever pauses. */
  momentAtMostMs: 15 * 60_000,
  /** All moments of a plan: four times the largest plan, a few hundred times a long one. */
  momentsBytes: 64 * 1024 * 1024,
} as const

export type LiveLimits = { readonly [Name in keyof typeof LIVE_LIMITS]: number }
