import { type SealedCard, tallyOf } from '@withy/shared/api'
import type { AgreementStore, SealedRow } from '../storage/agreement.ts'

type Kept = Omit<SealedCard, 'withdrawn'>

/** Some 300 bytes each. */
const REMEMBERED = 10_000

/**
 * The sealed versions of a plan as a list shows them, newest first. It is asked for each time somebody answers, and a version never
 * changes: its record, with what everybody said in their own words, is read once.
 */
export function createCards(store: Pick<AgreementStore, 'sealsOf' | 'sealedOf' | 'withdrawalsOf'>) {
  const remembered = new Map<string, Kept>()

  return async (plan: string): Promise<SealedCard[]> => {
    const seals = await store.sealsOf(plan)
    const cards = new Map(seals.map(({ id }) => [id, remembered.get(id)]))
    const unknown = seals.filter(({ id }) => !cards.get(id)).map(({ number }) => number)
    const rows = unknown.length > 0 ? await store.sealedOf(plan, unknown) : []
    if (remembered.size + rows.length > REMEMBERED) remembered.clear()
    for (const row of rows) {
      const card = cardOf(row)
      cards.set(row.id, card)
      remembered.set(row.id, card)
    }
    const withdrawn = seals.length > 0 ? await store.withdrawalsOf(plan) : []
    return [...cards.values()].flatMap((card) =>
      card ? [{ ...card, withdrawn: withdrawn.filter(({ version }) => version === card.id).length }] : [],
    )
  }
}

function cardOf({ id, record, code }: SealedRow): Kept {
  const { number, sealedAt, fingerprint } = record
  return { id, number, sealedAt, code, fingerprint, tally: tallyOf(record), hasAnnex: record.kept.annex !== undefined }
}
