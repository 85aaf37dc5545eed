import type { PlanCard } from '@withy/shared/api'
import type { Explained, PlanKind } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import type { NewPhoto } from './photos.ts'

/** A plan without its words and people. Times in ms. */
export type PlanRow = {
  readonly id: string
  readonly kind: PlanKind
  readonly title: string
  /** In which language its words are (BCP 47); null: nobody said. */
  readonly lang: string | null
  readonly epoch: string
  /** Section id the room screen shows. */
  readonly shown: string | null
  readonly startedBy: string
  readonly startedAt: number
}

export type NewPlan = {
  readonly plan: Omit<PlanRow, 'shown' | 'startedBy' | 'lang'> & { readonly lang?: string | undefined }
  /** Becomes its first owner, and is made known if new. */
  readonly owner: Person
  /** What it holds from the start, as the first change of its document; an empty plan has none. */
  readonly words?: { readonly bytes: Uint8Array; readonly clients: readonly number[] }
  /** People its cells name, who are not in it. */
  readonly former?: readonly { readonly id: string; readonly name: string }[]
  readonly explained?: readonly Explained[]
  /** Photos its rows have; the owner brought them. */
  readonly photos?: readonly NewPhoto[]
  /** The start link that allows it; used up by this. */
  readonly startLink?: string | undefined
}

/** What the plans feature needs of storage. */
export interface PlanStore {
  /** The plans a person is in, last changed first. */
  cardsOf(person: string): Promise<PlanCard[]>
  find(plan: string): Promise<PlanRow | null>
  /**
   * Makes a plan, its owner and its first words in ONE transaction. Says no, and makes nothing, when the start link
   * is unknown, over or used, or the person has `most` plans already.
   */
  create(plan: NewPlan, most: number): Promise<'made' | 'start-link-over' | 'plans-full'>
  rename(plan: string, title: string): Promise<void>
  sayLanguage(plan: string, lang: string | null): Promise<void>
  show(plan: string, section: string | null): Promise<void>
  /** Keeps a one-use link that allows starting a plan. */
  addStartLink(id: string, madeAt: number, expiresAt: number): Promise<void>
}
