import { codeOf, type SealRecord, sealOf, type TalkAnnex } from '@withy/shared/api'
import { isVisible, stableJson } from '@withy/shared/plan'
import { toldApart } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import { sha256 } from '../sha256.ts'
import type { AgreementChange, AgreementNow, RoundRow } from '../storage/agreement.ts'
import type { PlanAsRead } from '../versions/as-read.ts'
import { type Asking, askedIn, type Standing, standing } from './answers.ts'
import { blocksOf } from './blocks.ts'
import { reviewOn } from './missing.ts'
import { openIn, refuseUnnamed } from './round.ts'
import type { MissingNow } from './visible.ts'

export type Sealing = {
  /** Of the new version. */
  readonly id: string
  readonly round: string
  readonly me: string
  /** Of the words the asker has read. */
  readonly fingerprint: string
  readonly wentOn: string
  readonly missing: MissingNow
  /** What was said about the plan, as it is kept beside it; null: it is not. */
  readonly annex: TalkAnnex | null
  readonly at: number
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Seals the plan as it reads now (SPEC AGREE-21 to AGREE-23). Throws a refusal where something stands in the way. */
export function seal(
  before: AgreementNow,
  read: PlanAsRead & { readonly bytes: Uint8Array },
  sealing: Sealing,
): Extract<AgreementChange, { do: 'seal' }> {
  const now = openIn(before, sealing.round)
  if (sealing.fingerprint !== read.fingerprint) throw refuse('plan-changed')
  refuseUnnamed(now)
  const blocks = blocksOf(now, read.fingerprint)
  if (blocks.some(({ why }) => why !== 'stop')) throw refuse('cannot-be-sealed')
  if (blocks.length > 0 && !isVisible(sealing.wentOn)) throw refuse('why-needed')
  const wentOn = blocks.length > 0 ? sealing.wentOn : ''
  const { facts, plan, editionJson, bytes } = read
  const planJson = JSON.stringify(plan)
  // Beside what was agreed, and no part of it: its fingerprint is that of the words alone (SPEC TALK-83).
  const annexJson = sealing.annex && stableJson(sealing.annex)
  const annex = annexJson !== null && { annex: sha256(annexJson) }
  const kept = { plan: sha256(planJson), document: sha256(bytes), ...annex }
  const record = { ...recordOf(now, read, { ...sealing, wentOn }), kept }
  const made = sealOf(record)
  return {
    do: 'seal',
    round: sealing.round,
    at: sealing.at,
    sealed: {
      ...{ id: sealing.id, madeBy: sealing.me, record, seal: made, code: codeOf(made) },
      ...{ epoch: facts.epoch, seq: facts.seq, bytes, planJson, editionJson, annexJson },
    },
  }
}

/** Names, not ids, as people are called now; of those who left, as they were called when they answered. */
function recordOf(
  now: Asking,
  read: PlanAsRead,
  { me, wentOn, missing, at, today }: Sealing,
): Omit<SealRecord, 'kept'> {
  const { plan, round, last } = now
  const names = toldApart(plan.people)
  const said = standing(now, read.fingerprint)
  const voices = new Map(plan.people.map(({ id, voice }) => [id, voice]))
  const sealed = (row: Standing) => ({
    name: names.get(row.person) ?? row.name,
    voice: voices.get(row.person) ?? row.voice,
    answer: row.answer,
    words: row.words,
    section: row.sectionTitle,
    by: row.by === null ? null : (names.get(row.by) ?? row.byName),
    acting: row.acting,
    advocate: row.advocate,
    at: new Date(row.at).toISOString(),
    ofTheseWords: row.ofTheseWords,
    ...(row.left && { left: true as const }),
  })
  // Whoever said something is not written down for ever as silent, whatever words they said it to.
  const hasAnswered = (id: string) => said.some(({ person }) => person === id)
  const called = (id: string, name: string) => names.get(id) ?? name
  return {
    record: 1,
    number: (last?.number ?? 0) + 1,
    openedAt: new Date(round.openedAt).toISOString(),
    sealedAt: new Date(at).toISOString(),
    sealedBy: called(me, ''),
    onDisagreement: round.onDisagreement,
    people: plan.people.map(({ id, name, voice, cameBy }) => ({
      name: called(id, name),
      voice,
      byCode: cameBy === 'code',
    })),
    answers: said.map(sealed).toSorted((one, other) => placeOf(one) - placeOf(other)),
    notAnswered: askedIn(now)
      .filter(({ id }) => !hasAnswered(id))
      .map(({ id, name, voice }) => ({ name: called(id, name), voice })),
    decides: decidesIn(round),
    wentOn,
    missing: missing.map((one) => ({ ...one })),
    reviewOn: reviewOn(read.plan, today),
    fingerprint: read.fingerprint,
    previous: last?.seal ?? null,
  }
}

/** Whose plan it is stands first, also where it was said in their place; who is paid to stands last, as they are heard. */
function placeOf({ voice, by, acting }: SealRecord['answers'][number]): number {
  if (voice === 'person' || (by === null && acting !== null)) return 0
  return voice === 'professional' ? 2 : 1
}

const decidesIn = ({ decides }: RoundRow): SealRecord['decides'] =>
  decides && { acting: decides.acting, name: decides.name, words: decides.words }
