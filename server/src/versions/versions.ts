import { NOW } from '@withy/shared/api'
import type { Edition, PlanKind, Shown } from '@withy/shared/plan'
import { refuse } from '../http/refused.ts'
import type { Live } from '../live/live.ts'
import type { AgreementStore } from '../storage/agreement.ts'
import type { MomentName, MomentStore } from '../storage/moments.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { VersionContent, VersionRow, VersionStore } from '../storage/versions.ts'
import type { PlanRead } from './read-work.ts'
import { readPlanApart } from './reading.ts'
import { momentId, momentIn } from './timeline.ts'

export type VersionsNeeds = {
  readonly store: Pick<PlanStore, 'find'> &
    Pick<AgreementStore, 'planFacts'> &
    Pick<MomentStore, 'momentsOf' | 'momentBytes'> &
    Pick<VersionStore, 'findVersion' | 'versionContent'>
  readonly live: Pick<Live, 'parts'>
  readonly now?: () => number
}

/** Where a version stands in a plan's life. `at`: when the plan was so, ms since 1970. */
export type Described = MomentName &
  Pick<VersionRow, 'name' | 'number'> & {
    readonly id: string
    readonly kind: 'moment' | 'named' | 'sealed' | 'now'
    readonly at: number
    readonly madeBy: string | null
  }

/** A plan at one of its versions, as updates. `of`: what kind of plan it is. */
export type Version = Described & { readonly of: PlanKind; readonly parts: readonly Uint8Array[] }

/** A version as it is kept. */
export type ToKeep = MomentName & VersionContent & { readonly edition: Edition; readonly fingerprint: string }

/** The second door to a plan: as it was, and as it is when somebody wants to keep it. */
export function createVersions({ store, live, now = Date.now }: VersionsNeeds) {
  /** Null where there is no such plan. */
  async function kindOf(plan: string) {
    return (await store.find(plan))?.kind ?? null
  }

  async function bytesOf(plan: string, id: string): Promise<(Described & { readonly bytes: Uint8Array }) | null> {
    const moment = momentIn(id)
    if (moment) {
      const row = (await store.momentsOf(plan)).find((each) => momentId(each) === id)
      const bytes = row ? await store.momentBytes(plan, moment) : null
      if (!row || !bytes) return null
      const { epoch, seq, at } = row
      return { id, kind: 'moment', epoch, seq, at, name: null, number: null, madeBy: null, bytes }
    }
    const [row, content] = await Promise.all([store.findVersion(plan, id), store.versionContent(plan, id)])
    if (!row || !content) return null
    const { kind, epoch, seq, madeAt: at, name, number, madeBy } = row
    return { id, kind, epoch, seq, at, name, number, madeBy, bytes: content.bytes }
  }

  return {
    /**
     * A version, or the plan as it is now (`now`). Null: it is not kept (any more). Throws PlanUnreadable where now cannot be
     * had whole.
     */
    async find(plan: string, id: string): Promise<Version | null> {
      const of = await kindOf(plan)
      if (of === null) return null
      if (id === NOW) {
        const { parts, epoch, seq } = await live.parts(plan)
        return { id, kind: NOW, epoch, seq, at: now(), name: null, number: null, madeBy: null, of, parts }
      }
      const found = await bytesOf(plan, id)
      if (found === null) return null
      const { bytes, ...described } = found
      return { ...described, of, parts: [bytes] }
    },

    /** What is to be kept of a plan at a version: its bytes, its words, and how it reads to people today (SPEC STORE-110). */
    async toKeep(plan: string, { epoch, seq, parts }: Version): Promise<ToKeep> {
      const { plan: words, ...read } = await readPlanApart(parts, await factsOf(plan))
      return { ...{ epoch, seq }, ...read, planJson: JSON.stringify(words) }
    },

    /** A version's words and how they read: one that was named or sealed as it did then, any other with the names of today. */
    async read(plan: string, version: Version): Promise<Pick<PlanRead, 'plan' | 'edition'>> {
      const facts = await factsOf(plan)
      const read = Promise.all([readPlanApart(version.parts, facts), keptEdition(plan, version)])
      const [{ plan: words, edition }, kept] = await read
      return { plan: words, edition: kept ?? edition }
    },

    /**
     * What sections and boxes are called in the newer of two versions, and what has gone since in the older one: by their ids and keys.
     * Empty where the newer one is not kept as it read: it has the names of today.
     */
    async headingsOf(plan: string, before: Version, after: Version): Promise<Readonly<Record<string, Shown>>> {
      const [was, is] = await Promise.all([keptEdition(plan, before), keptEdition(plan, after)])
      return is ? Object.fromEntries([was, is].flatMap((edition) => (edition ? headingsIn(edition) : []))) : {}
    },
  }

  /** A version as it read when it was named or sealed; null for any other. */
  async function keptEdition(plan: string, { id, kind }: Version): Promise<Edition | null> {
    const kept = kind === 'named' || kind === 'sealed' ? await store.versionContent(plan, id) : null
    return kept && JSON.parse(kept.editionJson)
  }

  /** What words of a plan are read with at this moment. */
  async function factsOf(plan: string) {
    const facts = await store.planFacts(plan)
    if (!facts) throw refuse('not-found')
    return facts
  }
}

const headingsIn = ({ parts }: Edition): (readonly [string, Shown])[] =>
  parts
    .flatMap(({ sections }) => sections)
    .flatMap(({ id, title, boxes }) => [[id, title] as const, ...boxes.map((box) => [box.key, box.title] as const)])
