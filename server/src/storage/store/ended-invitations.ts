import { ROLES } from '@withy/shared/access'
import type { Person } from '@withy/shared/protocol'
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/**
 * Ends the invitations that nobody could make any more after a change of people: all of those who are gone, those that
 * give more than their maker's role is now, and the links to a seat that fell empty, which would give the plan away.
 * Run in the transaction of the change (SPEC ACCESS-36, ACCESS-45).
 */
export async function endInvitations(
  trx: Kysely<Tables>,
  plan: string,
  before: readonly Person[],
  after: readonly Person[],
): Promise<void> {
  const ending = () => trx.deleteFrom('invitation').where('plan', '=', plan)
  const isTaken = after.some(({ seat }) => seat)
  if (!isTaken && before.some(({ seat }) => seat)) await ending().where('kind', '=', 'seat').execute()

  for (const { id, role: was } of before) {
    const now = after.find((one) => one.id === id)?.role
    if (now === was) continue
    const tooMuch = now === undefined ? ROLES : ROLES.slice(0, ROLES.indexOf(now))
    if (tooMuch.length === 0) continue
    const ofTheirs = ending().where('made_by', '=', id).where('role', 'in', tooMuch)
    // Whoever has just taken the seat may open their link again, and others are told that it is taken.
    await (isTaken ? ofTheirs.where('kind', '!=', 'seat') : ofTheirs).execute()
  }
}
