import { codeOf, type SealRecord, sealOf } from '@withy/shared/api'
import { sha256 } from '../sha256.ts'
import type { AnswerRow, NewSealed, RoundRow } from '../storage/agreement.ts'
import type { Store } from '../storage/store.ts'
import { plan } from '../storage/store-contract.ts'

export const ROUND: RoundRow = {
  ...{ id: 'r', openedAt: 1_000, openedBy: 'anna', onDisagreement: 'record', bySection: false, decides: null },
  asked: ['anna'],
}

export const ANSWER: AnswerRow = {
  ...{ round: 'r', person: 'anna', name: 'Anna', voice: 'person', seat: true, section: null, sectionTitle: null },
  ...{ answer: 'agree', words: '', by: null, byName: null, acting: null, advocate: '', at: 2_000 },
  ...{ fingerprint: 'f', epoch: 'epoch of p', seq: 0 },
}

const BYTES = new Uint8Array([1, 2])

const RECORD: SealRecord = {
  ...{ record: 1, number: 1, sealedBy: 'Anna', onDisagreement: 'record', wentOn: '', decides: null },
  ...{ openedAt: new Date(1_000).toISOString(), sealedAt: new Date(3_000).toISOString() },
  ...{ people: [], answers: [], notAnswered: [], missing: [], reviewOn: null, fingerprint: 'f', previous: null },
  kept: { plan: sha256('{}'), document: sha256(BYTES) },
}

export const sealedVersion = (
  more: Partial<SealRecord> = {},
  editionJson = '{"words":1}',
  annexJson: string | null = null,
): NewSealed => {
  const kept = { ...RECORD.kept, ...(annexJson !== null && { annex: sha256(annexJson) }) }
  const record = { ...RECORD, kept, ...more }
  const seal = sealOf(record)
  return {
    ...{ id: `v${record.number}`, madeBy: 'anna', record, seal, code: codeOf(seal) },
    ...{ epoch: 'epoch of p', seq: 0, bytes: BYTES, planJson: '{}', editionJson, annexJson },
  }
}

/** A plan `p` of Anna's that was agreed to and sealed once, as its rows are put. */
export async function sealPlanIn(store: Store, sealed = sealedVersion()): Promise<void> {
  await store.create(plan('p'), 9)
  await store.changeAgreement('p', () => ({ do: 'open', round: ROUND }))
  for (const voice of ['professional', 'resident'] as const)
    await store.changePeople('p', (people) => ({ put: people.map((one) => ({ ...one, voice })) }))
  const { editionJson, record } = sealed
  const answer = { ...ANSWER, fingerprint: record.fingerprint }
  await store.changeAgreement('p', () => ({ do: 'answer', answer, editionJson }))
  await store.changeAgreement('p', () => ({ do: 'seal', round: 'r', at: 3_000, sealed }))
}
