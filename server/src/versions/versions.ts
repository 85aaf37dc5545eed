import { NOW } from '@withy/shared/api'
import { type Edition, editionJson, editionOf, fingerprint, type Plan, readPlan } from '@withy/shared/plan'
import { toldApart } from '@withy/shared/protocol'
import * as Y from 'yjs'
import type { Live, WholePlan } from '../live/live.ts'
import type { GlossaryStore } from '../storage/glossary.ts'
import type { MomentName, MomentStore } from '../storage/moments.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { VersionContent, VersionRow, VersionStore } from '../storage/versions.ts'
import { momentId, momentIn } from './timeline.ts'

export type VersionsNeeds = {
  readonly store: Pick<PlanStore, 'find'> &
    Pick<PeopleStore, 'peopleOf' | 'formerOf'> &
    Pick<GlossaryStore, 'glossaryOf'> &
    Pick<MomentStore, 'momentsOf' | 'momentBytes'> &
    Pick<VersionStore, 'findVersion' | 'versionContent'>
  readonly live: Pick<Live, 'whole'>
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

/** A plan at one of its versions. Whoever asked for it destroys `doc`. */
export type Version = Described & { readonly doc: Y.Doc; readonly plan: Plan }

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
     * A plan at a version, or as it is now (`now`). Null: it is not kept (any more). Throws PlanUnreadable where now cannot be
     * had whole.
     */
    async read(plan: string, id: string): Promise<Version | null> {
      const kind = await kindOf(plan)
      if (kind === null) return null
      if (id === NOW) {
        const { doc, epoch, seq } = await live.whole(plan)
        const here = { id, kind: NOW, epoch, seq, at: now(), name: null, number: null, madeBy: null } as const
        return { ...here, doc, plan: readPlan(doc, kind) }
      }
      const found = await bytesOf(plan, id)
      if (found === null) return null
      const { bytes, ...described } = found
      const doc = new Y.Doc()
      Y.applyUpdate(doc, bytes)
      return { ...described, doc, plan: readPlan(doc, kind) }
    },

    /** What is to be kept of a plan at a version: its bytes, its words, and how it reads to people today (SPEC STORE-110). */
    async toKeep(plan: string, { epoch, seq, doc, plan: words }: WholePlan & { readonly plan: Plan }): Promise<ToKeep> {
      const edition = await edited(plan, words)
      return {
        ...{ epoch, seq, edition, fingerprint: fingerprint(edition) },
        bytes: Y.encodeStateAsUpdate(doc),
        planJson: JSON.stringify(words),
        editionJson: editionJson(edition),
      }
    },

    /** How a version reads: a sealed one as it read when it was sealed, any other with the names of today. */
    async editionAt(plan: string, { id, kind }: Pick<Described, 'id' | 'kind'>, words: Plan): Promise<Edition> {
      const sealed = kind === 'sealed' ? await store.versionContent(plan, id) : null
      return sealed ? JSON.parse(sealed.editionJson) : edited(plan, words)
    },
  }

  /** How words of a plan read, with its title, names and explained words of this moment. */
  async function edited(plan: string, words: Plan): Promise<Edition> {
    const [row, people, former, glossary] = await Promise.all([
      store.find(plan),
      store.peopleOf(plan),
      store.formerOf(plan),
      store.glossaryOf(plan),
    ])
    return editionOf({
      title: row?.title ?? '',
      plan: words,
      names: new Map([...former.map(({ id, name }) => [id, name] as const), ...toldApart(people)]),
      explained: glossary.filter(({ isOut }) => !isOut),
    })
  }
}
