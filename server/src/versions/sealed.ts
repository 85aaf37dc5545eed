import type { SealRecord, TalkAnnex, Withdrawal } from '@withy/shared/api'
import type { Edition, Plan } from '@withy/shared/plan'
import type { AgreementStore, SealedRow } from '../storage/agreement.ts'

export type SealedNeeds = {
  readonly store: Pick<
    AgreementStore,
    'sealsOf' | 'sealedOf' | 'sealedAt' | 'annexAt' | 'sealedByCode' | 'withdrawalsOf'
  >
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

const isNumber = (given: string): boolean => /^[1-9]\d{0,5}$/.test(given)

export type SealedVersions = ReturnType<typeof createSealed>

/** Versions everybody agreed to, for whoever shows, copies or checks them. They never change. */
export function createSealed({ store }: SealedNeeds) {
  async function known({ id, plan, round, record, seal, code }: SealedRow): Promise<Sealed> {
    const [[newest], withdrawals] = await Promise.all([store.sealsOf(plan), store.withdrawalsOf(plan)])
    return {
      ...{ id, of: plan, round, record, seal, code, newest: newest?.number ?? record.number },
      withdrawn: withdrawals
        .filter(({ version }) => version === id)
        .map(({ name, words, at, byName }) => ({ name, words, at: new Date(at).toISOString(), by: byName })),
    }
  }

  return {
    /** A plan's newest. Null: none was sealed. */
    async newest(plan: string): Promise<Sealed | null> {
      const [last] = await store.sealsOf(plan)
      const [row] = last ? await store.sealedOf(plan, [last.number]) : []
      return row ? known(row) : null
    },

    /** One with its words. `number`: as it stands in an address. Null: the plan has none of that number. */
    async at(plan: string, number: string): Promise<SealedWhole | null> {
      const row = isNumber(number) ? await store.sealedAt(plan, Number(number)) : null
      if (!row) return null
      return {
        ...(await known(row)),
        edition: JSON.parse(row.editionJson) as Edition,
        plan: JSON.parse(row.planJson) as Plan,
      }
    },

    /** What was said about the plan, as it is kept beside a version. Null: it is not, or there is no such version. */
    async annexAt(plan: string, number: string): Promise<TalkAnnex | null> {
      const json = isNumber(number) ? await store.annexAt(plan, Number(number)) : null
      return json === null ? null : (JSON.parse(json) as TalkAnnex)
    },

    /** By its code, as `codeTyped` gives it, in whichever plan. Null: no version has it. */
    async byCode(code: string): Promise<Sealed | null> {
      const row = await store.sealedByCode(code)
      return row ? known(row) : null
    },
  }
}
