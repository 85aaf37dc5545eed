import type { Role, Voice } from '@withy/shared/access'
import type { Person } from '@withy/shared/protocol'

/** Someone who is not in the plan any more. `removed`: by somebody else. */
export type Former = { readonly id: string; readonly name: string; readonly removed: boolean; readonly leftAt: number }

/** The role somebody was last set to, kept also when they leave: invitations made before give no more. Time in ms. */
export type RoleSet = { readonly id: string; readonly role: Role; readonly at: number }

/** Who is in a plan afterwards, as far as it differs from before. Nobody is in both of the first two lists. */
export type PeopleChange = {
  readonly put?: readonly Person[]
  readonly gone?: readonly Former[]
  readonly set?: readonly RoleSet[]
  /** Whose private links to copies are over with it. */
  readonly linksOver?: readonly LinksOver[]
}

/** All private links to copies of a plan that are `person`'s were taken back, by whom and when (ms). */
export type LinksOver = { readonly person: string; readonly by: string; readonly byName: string; readonly at: number }

/** What a change of people is decided on: the plan as it is now. Throwing undoes everything. */
export type Decide = (
  people: readonly Person[],
  former: readonly Former[],
  rolesSet: readonly RoleSet[],
) => PeopleChange

/** What the people feature needs of storage. */
export interface PeopleStore {
  /** Everyone in a plan, in the order they joined. */
  peopleOf(plan: string): Promise<Person[]>
  /** Those who have left and not come back. */
  formerOf(plan: string): Promise<Former[]>
  /** What the roles of people were last set to. */
  rolesSetOf(plan: string): Promise<RoleSet[]>
  /**
   * Reads the people, lets `decide` say what changes, writes it, and gives everyone as they are then: ONE transaction.
   * With it end invitations that nobody could make any more: all of somebody who is gone, those that give more than
   * their maker's role, and the seat's links when it falls empty.
   */
  changePeople(plan: string, decide: Decide): Promise<Person[]>
  /** How many plans a person is in. */
  plansOf(person: string): Promise<number>
  /** The generation of a person's private link for another device; `renew` makes the next. The first is 1. */
  wayBack(person: string, renew: boolean, at: number): Promise<number>
  /** The generation that works now, or null when there is no such person or they never asked for a link. */
  wayBackNow(person: string): Promise<number | null>
}

/** What the live room and the routes ask about people. */
export interface Roles {
  /** A person's role in a plan now; null when they are not (or no longer) in it, or there is no such plan. */
  roleOf(plan: string, person: string): Promise<Role | null>
}

/** An invitation as it is kept: enough to derive its secret again, never the secret. Times in ms. */
export type InvitationRow = {
  readonly id: string
  readonly plan: string
  readonly kind: 'link' | 'code' | 'seat'
  readonly role: Role
  readonly voice: Voice
  readonly generation: number
  /** Codes only: a keyed hash, for finding the invitation by what someone typed. */
  readonly codeHash: string | null
  readonly madeBy: string
  readonly madeAt: number
  readonly expiresAt: number
  readonly joined: number
}

export interface InvitationStore {
  /** Those that still work, newest first. */
  invitationsOf(plan: string, now: number): Promise<InvitationRow[]>
  /** Expired ones too. */
  findInvitation(id: string): Promise<InvitationRow | null>
  findCode(codeHash: string): Promise<InvitationRow | null>
  /** Keeps it unless the plan has `most` that still work. A code that exists already is refused too. */
  addInvitation(row: InvitationRow, most: number): Promise<'kept' | 'full' | 'code-exists'>
  /** Replaces these of one. False when it is gone, or somebody renewed it first. */
  renewInvitation(
    row: Pick<InvitationRow, 'id' | 'plan' | 'generation' | 'codeHash' | 'madeAt' | 'expiresAt'>,
  ): Promise<boolean>
  withdrawInvitation(plan: string, id: string): Promise<boolean>
  /**
   * `changePeople` for someone who came with this invitation, in ONE transaction that also counts them.
   * Null when the invitation was withdrawn, renewed or over by then.
   */
  joinWith(invitation: Pick<InvitationRow, 'id' | 'generation'>, now: number, decide: Decide): Promise<Person[] | null>
}
