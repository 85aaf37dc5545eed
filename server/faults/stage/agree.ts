import { asks, type Guest } from '../../src/testing/guests.ts'

/** These people agree to the plan, and its owner seals it. `meanwhile` is done while they are asked. @returns the round, and the fingerprint of what was sealed */
export async function agree(
  owner: Guest,
  people: readonly Guest[],
  meanwhile: () => Promise<unknown> = async () => {},
) {
  const at = (path: string) => `/api/plans/${owner.plan}/${path}`
  const asked = [...new Set([owner, ...people].map(({ person }) => person))]
  const opened = { asked, onDisagreement: 'record', bySection: false, decides: null }
  const { round } = await asks<{ round: { id: string } }>(owner, 'POST', at('rounds'), opened)
  await meanwhile()
  const { fingerprint } = await asks<{ fingerprint: string }>(owner, 'GET', at('edition'))
  const said = { section: null, answer: 'agree', words: '', acting: null, advocate: '', fingerprint }
  for (const one of people) await asks(one, 'PUT', at(`rounds/${round.id}/answer`), said)
  await asks(owner, 'POST', at(`rounds/${round.id}/seal`), { fingerprint, wentOn: '', annex: true })
  return { round: round.id, fingerprint }
}
