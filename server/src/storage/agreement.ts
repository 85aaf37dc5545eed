import type { Voice } from '@withy/shared/access'
import type { Acting, Answer, Deciding, OnDisagreement, SealRecord } from '@withy/shared/api'
import type { Explained, PlanKind, Shown } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import type { MomentName } from './moments.ts'
import type { Former } from './people.ts'
import type { VersionContent } from './versions.ts'

/** All that a plan's words are read with, and the change they go up to, of one moment. */
export type PlanFacts = MomentName & {
  readonly kind: PlanKind
  readonly title: string
  /** In which language its words are; null: nobody said. */
  readonly lang: string | null
  readonly people: readonly Person[]
  readonly former: readonly Pick<Former, 'id' | 'name' | 'removed'>[]
  readonly explained: readonly Pick<Explained, 'word' | 'meaning'>[]
}

/** People are asked whether they agree. Times in ms. */
export type RoundRow = {
  readonly id: string
  readonly openedAt: number
  readonly openedBy: string
  readonly onDisagreement: OnDisagreement
  readonly bySection: boolean
  /** Who decides for the person, as they were called then. `person` null: a round of before this was kept; nobody can act in it. */
  readonly decides: {
    readonly acting: Deciding
    readonly person: string | null
    readonly name: string
    readonly words: string
  } | null
  readonly asked: readonly string[]
}

/** What somebody said in a round, to words they had read. Rows are put and never changed: the newest of a person to a section counts. */
export type AnswerRow = MomentName & {
  readonly round: string
  readonly person: string
  /** As they were called and which voice they had then. */
  readonly name: string
  readonly voice: Voice
  /** Whether it is of the person the plan is about. */
  readonly seat: boolean
  readonly section: string | null
  readonly sectionTitle: Shown | null
  /** null: they took back what they had said. */
  readonly answer: Answer | null
  readonly words: string
  /** Who gave it for them; null: they themselves. */
  readonly by: string | null
  readonly byName: string | null
  readonly acting: Acting | null
  readonly advocate: string
  readonly at: number
  readonly fingerprint: string
}

/** Where a plan is with being agreed. */
export type AgreementNow = {
  readonly plan: PlanFacts
  /** The one that is open. */
  readonly round: RoundRow | null
  /** How many there were. */
  readonly rounds: number
  /** Who was a professional at some time while it is open, and has said another voice since, or left. */
  readonly professionals: readonly string[]
  /** How many different words of the plan are kept because somebody answered to them. */
  readonly wordings: number
  /**
   * Of the round that is open, in the order they were given; before them, of the rounds since the plan was last sealed, each stop that
   * somebody said last.
   */
  readonly answers: readonly AnswerRow[]
  /** The newest sealed version. */
  readonly last: { readonly number: number; readonly seal: string } | null
}

/** A round with all that was said in it. Where it is over, `professionals` are also those who were when it ended. */
export type RoundKept = Pick<AgreementNow, 'professionals' | 'answers'> & { readonly round: RoundRow }

/** One that is over and sealed nothing. Times in ms. */
export type EndedRow = RoundKept & {
  readonly endedAt: number
  /** Others' answers were hidden then (SPEC AGREE-15). */
  readonly isWaiting: boolean
}

/** A sealed version as it is put. */
export type NewSealed = MomentName &
  VersionContent & {
    readonly id: string
    readonly madeBy: string
    readonly record: SealRecord
    readonly seal: string
    readonly code: string
    /** What was said about the plan (`TalkAnnex`), as JSON; null: it is not kept beside it. */
    readonly annexJson: string | null
  }

/** What is put, all of it or nothing. */
export type AgreementChange =
  | { readonly do: 'nothing' }
  | { readonly do: 'open'; readonly round: RoundRow }
  | { readonly do: 'ask'; readonly round: string; readonly people: readonly string[] }
  /** `editionJson`: the words it was given to; null where they are kept already. */
  | { readonly do: 'answer'; readonly answer: AnswerRow; readonly editionJson: string | null }
  | { readonly do: 'end'; readonly round: string; readonly at: number; readonly isWaiting: boolean }
  | { readonly do: 'seal'; readonly round: string; readonly at: number; readonly sealed: NewSealed }

/** A sealed version without its words. */
export type SealedRow = {
  /** Of the version. */
  readonly id: string
  readonly plan: string
  readonly round: string
  readonly record: SealRecord
  readonly seal: string
  readonly code: string
}

/** `by`: who passed it on, with their name then; null: they themselves. */
export type WithdrawalRow = {
  readonly version: string
  readonly person: string
  readonly name: string
  readonly words: string
  readonly at: number
  readonly by: string | null
  readonly byName: string | null
}

/** What agreement needs of storage. */
export interface AgreementStore {
  /** Null: there is no such plan. */
  planFacts(plan: string): Promise<PlanFacts | null>
  agreementOf(plan: string): Promise<AgreementNow | null>
  /**
   * Reads where a plan is, lets `decide` say what is put, and puts it: ONE transaction. Throwing undoes everything. False: there is
   * no such plan.
   */
  changeAgreement(plan: string, decide: (now: AgreementNow) => AgreementChange): Promise<boolean>
  /** The newest round of a plan, where it is over and sealed nothing. */
  endedOf(plan: string): Promise<EndedRow | null>
  /** The sealed versions of a plan by name alone, newest first. */
  sealsOf(plan: string): Promise<{ readonly id: string; readonly number: number }[]>
  /** Those of these numbers, newest first. */
  sealedOf(plan: string, numbers: readonly number[]): Promise<SealedRow[]>
  /** With its words. */
  sealedAt(plan: string, number: number): Promise<(SealedRow & VersionContent) | null>
  /** What was said about the plan when it was sealed, as JSON; null: that is not kept beside it, or there is no such version. */
  annexAt(plan: string, number: number): Promise<string | null>
  /** By the code that is printed on it, in whichever plan. */
  sealedByCode(code: string): Promise<SealedRow | null>
  /** A round, with all that was said in it in the order it was given. */
  roundIn(round: string): Promise<RoundKept>
  /** Of all sealed versions of a plan, the first first. */
  withdrawalsOf(plan: string): Promise<WithdrawalRow[]>
  /** False, and nothing put, where this person has withdrawn from that version. */
  withdraw(row: WithdrawalRow): Promise<boolean>
}
