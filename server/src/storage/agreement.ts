import type { Voice } from '@withy/shared/access'
import type { Acting, Answer, Deciding, OnDisagreement, SealRecord } from '@withy/shared/api'
import type { Explained, PlanKind, Shown } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import type { MomentName } from './moments.ts'
import type { VersionContent } from './versions.ts'

/** All that a plan's words are read with, and the change they go up to, of one moment. */
export type PlanFacts = MomentName & {
  readonly kind: PlanKind
  readonly title: string
  readonly people: readonly Person[]
  readonly former: readonly { readonly id: string; readonly name: string }[]
  readonly explained: readonly Pick<Explained, 'word' | 'meaning'>[]
}

/** People are asked whether they agree. Times in ms. */
export type RoundRow = {
  readonly id: string
  readonly openedAt: number
  readonly openedBy: string
  readonly onDisagreement: OnDisagreement
  readonly bySection: boolean
  readonly decides: { readonly acting: Deciding; readonly name: string; readonly words: string } | null
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
  /**
   * Of the round that is open, in the order they were given; before them, of the rounds since the plan was last sealed, each stop that
   * somebody said last.
   */
  readonly answers: readonly AnswerRow[]
  /** The newest sealed version. */
  readonly last: { readonly number: number; readonly seal: string } | null
}

/** A sealed version as it is put. */
export type NewSealed = MomentName &
  VersionContent & {
    readonly id: string
    readonly madeBy: string
    readonly record: SealRecord
    readonly seal: string
    readonly code: string
  }

/** What is put, all of it or nothing. */
export type AgreementChange =
  | { readonly do: 'nothing' }
  | { readonly do: 'open'; readonly round: RoundRow }
  | { readonly do: 'ask'; readonly round: string; readonly people: readonly string[] }
  /** `editionJson`: the words it was given to; null where they are kept already. */
  | { readonly do: 'answer'; readonly answer: AnswerRow; readonly editionJson: string | null }
  | { readonly do: 'end'; readonly round: string; readonly at: number }
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

export type WithdrawalRow = {
  readonly version: string
  readonly person: string
  readonly name: string
  readonly words: string
  readonly at: number
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
  /** The sealed versions of a plan, newest first. */
  sealedOf(plan: string): Promise<SealedRow[]>
  /** With its words. */
  sealedAt(plan: string, number: number): Promise<(SealedRow & VersionContent) | null>
  /** By the code that is printed on it, in whichever plan. */
  sealedByCode(code: string): Promise<SealedRow | null>
  /** All that was said in a round, in the order it was given. */
  answersIn(round: string): Promise<AnswerRow[]>
  /** Of all sealed versions of a plan, the first first. */
  withdrawalsOf(plan: string): Promise<WithdrawalRow[]>
  /** False, and nothing put, where this person has withdrawn from that version. */
  withdraw(row: WithdrawalRow): Promise<boolean>
}
