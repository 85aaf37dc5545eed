import type { Voice } from '@withy/shared/access'
import { type Answer, type Block, LIMIT, type OnDisagreement, type Round, type SealRecord } from '@withy/shared/api'
import { editionJson, editionOf, fingerprint, type Plan, type PlanKind } from '@withy/shared/plan'
import { type Person, toldApart } from '@withy/shared/protocol'
import { buildPlan } from '@withy/shared/testing'
import { type Answering, answer, type Said } from '../agreement/answer.ts'
import { blocksOf } from '../agreement/blocks.ts'
import { askMore, end, type Opening, open, openIn } from '../agreement/round.ts'
import { type Sealing, seal } from '../agreement/seal-plan.ts'
import { roundFor } from '../agreement/visible.ts'
import { Refusing } from '../http/refused.ts'
import type { AgreementChange, AgreementNow } from '../storage/agreement.ts'

const personOf = (id: string, voice: Voice, at: number, more: Partial<Person>): Person => ({
  ...{ id, name: id, voice, role: 'contributor', colour: 0, cameBy: 'link', seat: voice === 'person' },
  joinedAt: new Date(at).toISOString(),
  ...more,
})

/**
 * People of a plan who are asked whether they agree, in memory: what they do is what the real decisions come to. Their ids are their
 * names; the first owns the plan.
 */
export function groupAgreeing(kind: PlanKind, voices: Readonly<Record<string, Voice>>) {
  const people = Object.entries(voices).map(([id, voice], at) =>
    personOf(id, voice, at, at === 0 ? { role: 'owner' } : {}),
  )
  const [first] = people
  let clock = 1_000
  let rounds = 0
  let now: AgreementNow = {
    plan: { kind, title: 'Our plan', lang: null, epoch: 'e', seq: 0, people, former: [], explained: [] },
    ...{ round: null, rounds: 0, professionals: [], wordings: 0, answers: [], last: null },
  }
  let words: Plan = buildPlan(kind)

  let lastRead: ReturnType<typeof readAnew> | undefined

  function readAnew() {
    const { title, people, explained } = now.plan
    const edition = editionOf({ title, plan: words, names: toldApart(people), explained })
    const made = { editionJson: editionJson(edition), fingerprint: fingerprint(edition), bytes: new Uint8Array() }
    return { facts: now.plan, plan: words, edition, ...made }
  }

  function read() {
    if (lastRead?.facts !== now.plan || lastRead.plan !== words) lastRead = readAnew()
    return lastRead
  }

  function keep(change: AgreementChange) {
    if (change.do === 'open') now = { ...now, round: change.round, rounds: now.rounds + 1, professionals: [] }
    if (change.do === 'ask' && now.round)
      now = { ...now, round: { ...now.round, asked: [...now.round.asked, ...change.people] } }
    if (change.do === 'answer') {
      const isNew = now.answers.every(({ fingerprint }) => fingerprint !== change.answer.fingerprint)
      now = { ...now, answers: [...now.answers, change.answer], wordings: now.wordings + (isNew ? 1 : 0) }
    }
    if (change.do === 'end') now = { ...now, round: null }
    if (change.do === 'seal') {
      const { record, seal } = change.sealed
      now = { ...now, round: null, answers: [], last: { number: record.number, seal } }
    }
    return change
  }

  /** `yes`, or the word of the refusal. */
  function tried(run: () => AgreementChange): string {
    try {
      keep(run())
      return 'yes'
    } catch (err) {
      if (err instanceof Refusing) return err.refusal
      throw err
    }
  }

  const group = {
    now: () => now,
    read,
    open: () => openIn(now, now.round?.id ?? ''),
    /** All are asked unless said. */
    asks(
      me = first?.id ?? '',
      more: {
        asked?: string[]
        onDisagreement?: OnDisagreement
        bySection?: boolean
        decides?: Opening['decides']
      } = {},
    ): string {
      const { asked = now.plan.people.map(({ id }) => id), ...rest } = more
      const row = { onDisagreement: 'record', bySection: false, decides: null, ...rest } as const
      return tried(() => open(now, { ...row, asked, id: `r${++rounds}`, openedAt: clock++, openedBy: me }))
    },
    asksMore: (...asked: string[]) => tried(() => askMore(now, now.round?.id ?? '', asked)),
    ends: () => tried(() => end(now, now.round?.id ?? '', clock++)),
    says(me: string, what: Answer | null, more: Partial<Said> = {}): string {
      const needs = what === 'agree-with' || what === 'disagree' ? 'because' : ''
      const said: Said = {
        ...{ section: null, answer: what, words: needs, acting: null, advocate: '', fingerprint: read().fingerprint },
        ...more,
      }
      const answering: Answering = { round: now.round?.id ?? '', me, said, at: clock++ }
      return tried(() => answer(now, read(), answering))
    },
    blocks: (): Block[] => blocksOf(group.open(), read().fingerprint),
    /** The record of the sealed version, or the word of the refusal. */
    seals(more: Partial<Sealing> = {}): SealRecord | string {
      const sealing: Sealing = {
        ...{ id: 'v', round: now.round?.id ?? '', me: first?.id ?? '', wentOn: '', missing: [], annex: null },
        ...{ fingerprint: read().fingerprint, at: clock++, today: '2026-11-22' },
        ...more,
      }
      let record: SealRecord | undefined
      const said = tried(() => {
        const change = seal(now, read(), sealing)
        record = change.sealed.record
        return change
      })
      return record ?? said
    },
    seenBy: (me: string): Round => roundFor(me, group.open(), read().fingerprint, []),
    /** The plan reads otherwise from now on. */
    writes(text: string) {
      words = buildPlan(kind, { text: { [kind === 'area' ? 'place.where' : 'important-people.text']: [text] } })
    },
    /** As many words of the plan are kept as it can hold. */
    fills() {
      now = { ...now, wordings: LIMIT.wordingsPerPlan }
    },
    becomes(plan: Plan) {
      words = plan
    },
    comes(id: string, voice: Voice, more: Partial<Person> = {}) {
      now = { ...now, plan: { ...now.plan, people: [...now.plan.people, personOf(id, voice, clock++, more)] } }
    },
    /** By themselves; else they are taken out by somebody. */
    leaves(id: string, removed = false) {
      const people = now.plan.people.filter((one) => one.id !== id)
      now = { ...now, plan: { ...now.plan, people, former: [...now.plan.former, { id, name: id, removed }] } }
    },
    changes(id: string, more: Partial<Person>) {
      const was = now.plan.people.find((one) => one.id === id)?.voice
      if (was === 'professional' && more.voice) now = { ...now, professionals: [...now.professionals, id] }
      const people = now.plan.people.map((one) => (one.id === id ? { ...one, ...more } : one))
      now = { ...now, plan: { ...now.plan, people } }
    },
  }
  return group
}
