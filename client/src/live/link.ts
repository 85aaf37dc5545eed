import { CLOSE } from '@withy/shared/protocol'
import type { Kept } from './device-copy/keeper.ts'

/** Why a plan was closed for good on this page. `reload`: this page lost hold of the document and must be opened again. */
export type EndedWhy =
  | 'role'
  | 'sign-in'
  | 'gone'
  | 'epoch'
  | 'update-needed'
  | 'damaged'
  | 'fenced'
  | 'too-large'
  | 'plan-full'
  | 'bad-message'
  | 'reload'

/**
 * The link of this page to the server. `opening` until the first sync has arrived: nothing of the plan is shown before.
 * `saved`: everything typed here is on the server's disk. `saving`: something waits for its ack for less than 5 s.
 * `kept`: whether this device's store holds every change that waits (SPEC SYNC-103).
 */
export type Link =
  | { readonly is: 'opening' }
  | { readonly is: 'open'; readonly saved: 'saved' }
  | { readonly is: 'open'; readonly saved: 'saving' | 'not-saved'; readonly kept: Kept }
  | { readonly is: 'lost'; readonly unsaved: boolean; readonly kept: Kept }
  | { readonly is: 'ended'; readonly why: EndedWhy; readonly unsaved: boolean; readonly kept: Kept }

/** Everything the state of a link follows from. Times in ms. */
export type LinkFacts = {
  readonly now: number
  /** The first sync of this plan has arrived. */
  readonly arrived: boolean
  readonly connected: boolean
  readonly ended: EndedWhy | null
  /** The server agreed to ack. Without it nothing is ever saved. */
  readonly acks: boolean
  readonly settled: boolean
  /** Every local transaction reached the update listeners, and every update a frame. */
  readonly whole: boolean
  readonly unsaved: boolean
  /** Whether the device holds every un-acked change. */
  readonly kept: Kept
  readonly waitingSince: number | null
  readonly lastHeard: number
}

/** An un-acked change is called "Not saved" from this age on. */
export const NOT_SAVED_AFTER = 5_000
/** A socket that said nothing for this long counts as gone (the server speaks every 15 s). */
export const SIGN_OF_LIFE = 30_000

/** The state of the link (SPEC SYNC-41 to SYNC-46). Pure. */
export function linkOf(facts: LinkFacts): Link {
  const { now, waitingSince, unsaved } = facts
  const kept = unsaved ? facts.kept : 'no'
  if (facts.ended) return { is: 'ended', why: facts.ended, unsaved, kept: STAYS_KEPT.has(facts.ended) ? kept : 'no' }
  if (!facts.arrived) return { is: 'opening' }
  if (!facts.connected) return { is: 'lost', unsaved, kept }
  const alive = now - facts.lastHeard < SIGN_OF_LIFE
  if (facts.acks && facts.settled && facts.whole && alive) return { is: 'open', saved: 'saved' }
  const old = waitingSince !== null && now - waitingSince >= NOT_SAVED_AFTER
  return { is: 'open', saved: old || !alive || !facts.whole ? 'not-saved' : 'saving', kept }
}

/** What is kept is there again when the plan is opened again. Where access may be over, it is wiped instead. */
const STAYS_KEPT: ReadonlySet<EndedWhy> = new Set([
  'epoch',
  'update-needed',
  'damaged',
  'fenced',
  'too-large',
  'plan-full',
  'bad-message',
])

const WHY: Readonly<Record<number, EndedWhy>> = {
  [CLOSE.badMessage]: 'bad-message',
  [CLOSE.signIn]: 'sign-in',
  [CLOSE.role]: 'role',
  [CLOSE.epoch]: 'epoch',
  [CLOSE.gone]: 'gone',
  [CLOSE.tooLarge]: 'too-large',
  [CLOSE.damaged]: 'damaged',
  [CLOSE.updateNeeded]: 'update-needed',
}

/** Why a final close code came (4400-4499), with the server's own word for it. A code this version does not know asks for the page to be opened again. */
export const whyEnded = ({ code, reason }: Pick<CloseEvent, 'code' | 'reason'>): EndedWhy => {
  if (code === CLOSE.tooLarge && reason === 'plan-full') return 'plan-full'
  if (code === CLOSE.damaged && reason === 'fenced') return 'fenced'
  return WHY[code] ?? 'reload'
}

export const sameLink = (a: Link, b: Link): boolean => JSON.stringify(a) === JSON.stringify(b)
