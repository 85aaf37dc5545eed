import { can, type Role } from '@withy/shared/access'
import type { PlanKind } from '@withy/shared/plan'
import { CLOSE, type CloseCode } from '@withy/shared/protocol'
import { fitsPlan, isNestedWell } from './content.ts'
import { type Decoded, decodeUpdate, type Run, referencesOf } from './decode.ts'
import { encodeUpdate, type News } from './encode.ts'
import type { LiveLimits } from './limits.ts'
import type { Range, RangesByClient } from './ranges.ts'

/** What a room knows: all that is on disk, and all that was let in and waits for its commit. */
export interface Known {
  readonly kind: PlanKind
  /** The next clock of a client; 0 for one never heard of. */
  clockOf(client: number): number
  /** Whose a client id is. */
  ownerOf(client: number): string | undefined
  /** Whether that is on disk, or on its way there. */
  isBound(client: number): boolean
  /** The parts of some ranges that are not deleted yet. */
  undeleted(client: number, ranges: readonly Range[]): readonly Range[]
  /** Whether deleting the ranges takes away formatting marks only, no word, as far as is known without a document. */
  isTidying(deletes: RangesByClient): boolean
}

/** Whom the server knows the socket as, and their role now. */
export type Sender = { readonly person: string; readonly role: Role }

export type Verdict =
  | { readonly is: 'nothing-new' }
  /** `bytes`: what to store and send on. `claims`: client ids that become the sender's with it. */
  | { readonly is: 'new'; readonly bytes: Uint8Array; readonly claims: readonly number[]; readonly news: News }
  /** Joins on to something that has not come (yet). */
  | { readonly is: 'gap' }
  /** A reader's: it deletes something. Whether that is a word has to be looked up. */
  | { readonly is: 'unclear' }
  /** Close the connection. `why` is for the log. */
  | { readonly is: 'refused'; readonly code: CloseCode; readonly why: Why }

export type Why = 'too-large' | 'malformed' | 'role' | 'client-of-another' | 'not-in-a-plan'

/**
 * Decides about one update from what it shows by itself, before it is stored, shown or applied (SPEC SYNC-10 to SYNC-19).
 * Pure: it changes nothing. A refusal is of the connection and never of one update: Yjs holds back everything after a gap.
 */
export function gate(update: Uint8Array, { person, role }: Sender, known: Known, limits: LiveLimits): Verdict {
  const decoded = decodeUpdate(update, limits)
  if (decoded === null) return refused(CLOSE.badMessage, 'malformed')

  const news = newsOf(decoded, known)
  if (news.runs.length === 0 && news.deletes.size === 0) return { is: 'nothing-new' }
  if (!can(role, 'write')) {
    // Yjs itself tidies doubled marks in every open copy, a reader's too, and sends that on. Readers need not be closed for it.
    if (news.runs.length > 0) return refused(CLOSE.role, 'role')
    return known.isTidying(news.deletes) ? { is: 'nothing-new' } : { is: 'unclear' }
  }

  const strange = news.runs.some(({ client }) => (known.ownerOf(client) ?? person) !== person)
  if (strange) return refused(CLOSE.badMessage, 'client-of-another')
  if (!joinsOn(news, known)) return { is: 'gap' }
  const fits = news.runs.every(({ structs }) => structs.every((struct) => fitsPlan(struct, known.kind, limits)))
  if (!fits || !isNestedWell(news.runs)) return refused(CLOSE.badMessage, 'not-in-a-plan')

  const bytes = encodeUpdate(news)
  if (bytes.byteLength > limits.updateBytes) return refused(CLOSE.tooLarge, 'too-large')
  const claims = news.runs.map(({ client }) => client).filter((client) => !known.isBound(client))
  return { is: 'new', bytes, claims, news }
}

const refused = (code: CloseCode, why: Why): Verdict => ({ is: 'refused', code, why })

function newsOf({ runs, deletes }: Decoded, known: Known): News {
  const newDeletes = new Map<number, readonly Range[]>()
  for (const [client, ranges] of deletes) {
    const left = known.undeleted(client, ranges)
    if (left.length > 0) newDeletes.set(client, left)
  }
  return { runs: runs.flatMap((run) => newPartOf(run, known.clockOf(run.client))), deletes: newDeletes }
}

/** A copy that others wrote in overlaps with what is known: that part is left out, whatever it says. */
function newPartOf(run: Run, clock: number): Run[] {
  if (run.to <= clock) return []
  if (run.from >= clock) return [run]
  return [{ ...run, from: clock, structs: run.structs.filter(({ id, length }) => id.clock + length > clock) }]
}

/** Whether every struct and every delete has what it hangs on, in what is known or in the update itself. */
export function joinsOn({ runs, deletes }: News, known: Pick<Known, 'clockOf'>): boolean {
  const reached = new Map<number, number>()
  const clockOf = (client: number) => reached.get(client) ?? known.clockOf(client)
  if (runs.some(({ client, from }) => from > known.clockOf(client))) return false

  const waiting = runs.map((run) => ({ client: run.client, structs: run.structs, next: 0 }))
  let moved = true
  while (moved) {
    moved = false
    for (const run of waiting) {
      for (let struct = run.structs[run.next]; struct; struct = run.structs[run.next]) {
        const isReady = referencesOf(struct).every((id) => id.client === run.client || id.clock < clockOf(id.client))
        if (!isReady) break
        reached.set(run.client, struct.id.clock + struct.length)
        run.next += 1
        moved = true
      }
    }
  }
  if (waiting.some(({ structs, next }) => next < structs.length)) return false
  return [...deletes].every(([client, ranges]) => ranges.every(({ to }) => to <= clockOf(client)))
}
