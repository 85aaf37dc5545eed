import type { SealRecord, Withdrawal } from '@withy/shared/api'
import type { Edition, Plan } from '@withy/shared/plan'
import type { AgreementStore, SealedRow } from '../storage/agreement.ts'

export type SealedNeeds = {
  readonly store: Pick<AgreementStore, 'sealedOf' | 'sealedAt' | 'sealedByCode' | 'withdrawalsOf'>
}

/** A sealed version without its words: what was agreed and how, and what became of it since. */
export type Sealed = {
  /** Of the version. */
  readonly id: string
  /** Whose version it is. */
  readonly of: string
  /** The round it was agreed in. */
  readonly round: string
  readonly record: SealRecord
  readonly seal: string
  /** What is printed on each page. */
  readonly code: string
  /** Who no longer agrees, the first first. */
  readonly withdrawn: readonly Withdrawal[]
  /** The number of the plan's newest sealed version. */
  readonly newest: number
}

/** The same with its words, as they were and as they read. */
export type SealedWhole = Sealed & { readonly edition: Edition; readonly plan: Plan }

export type SealedVersions = ReturnType<typeof createSealed>

/** Versions everybody agreed to, for whoever shows, copies or checks them. They never change. */
export function createSealed({ store }: SealedNeeds) {
  async function known(rows: readonly SealedRow[]): Promise<Sealed[]> {
    const [first] = rows
    if (!first) return []
    const [all, withdrawals] = await Promise.all([store.sealedOf(first.plan), store.withdrawalsOf(first.plan)])
    return rows.map(({ id, plan, round, record, seal, code }) => ({
      ...{ id, of: plan, round, record, seal, code, newest: all[0]?.record.number ?? record.number },
      withdrawn: withdrawals
        .filter(({ version }) => version === id)
        .map(({ name, words, at }) => ({ name, words, at: new Date(at).toISOString() })),
    }))
  }

  return {
    /** All of a plan, newest first. */
    all: async (plan: string): Promise<Sealed[]> => known(await store.sealedOf(plan)),

    /** One with its words. `number`: as it stands in an address. Null: the plan has none of that number. */
    async at(plan: string, number: string): Promise<SealedWhole | null> {
      const row = /^[1-9]\d{0,5}$/.test(number) ? await store.sealedAt(plan, Number(number)) : null
      const [found] = row ? await known([row]) : []
      if (!row || !found) return null
      return { ...found, edition: JSON.parse(row.editionJson) as Edition, plan: JSON.parse(row.planJson) as Plan }
    },

    /** By its code, as `codeTyped` gives it, in whichever plan. Null: no version has it. */
    async byCode(code: string): Promise<Sealed | null> {
      const row = await store.sealedByCode(code)
      return row ? ((await known([row]))[0] ?? null) : null
    },
  }
}
