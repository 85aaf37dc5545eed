import { listInvitations, withdrawInvitation } from '../../api/people.ts'

/** Ends every link and code of a plan that the asker may end. The link to the seat stays: it is the person's alone. */
export async function withdrawAll(plan: string): Promise<void> {
  const { invitations } = await listInvitations(plan)
  for (const { id, kind } of invitations) {
    if (kind !== 'seat') await withdrawInvitation(plan, id)
  }
}
