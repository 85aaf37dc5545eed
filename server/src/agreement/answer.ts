import { can } from '@withy/shared/access'
import { type Acting, type Answer, LIMIT, NEEDS_WORDS } from '@withy/shared/api'
import { type Edition, isVisible, type Shown } from '@withy/shared/plan'
import { type Person, toldApart } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import type { AgreementChange, AgreementNow, AnswerRow } from '../storage/agreement.ts'
import type { PlanAsRead } from '../versions/as-read.ts'
import { type Asking, askedIn, hasSpoken, isProfessional, lastAt, seatOf, standing } from './answers.ts'
import { openIn } from './round.ts'

/** What somebody sends: of whom, to what, and the words they have read. */
export type Said = {
  readonly person?: string | undefined
  readonly section: string | null
  readonly answer: Answer | null
  readonly words: string
  readonly acting: Acting | null
  readonly advocate: string
  readonly fingerprint: string
}

export type Answering = { readonly round: string; readonly me: string; readonly said: Said; readonly at: number }

/**
 * An answer to the plan as it reads now, with the words it was given to; or that one is taken back, whatever the plan reads now (SPEC
 * AGREE-4, AGREE-16 to AGREE-19). Throws a refusal where it may not be given.
 */
export function answer(before: AgreementNow, read: PlanAsRead, { round, me, said, at }: Answering): AgreementChange {
  const now = openIn(before, round)
  const asker = find(now, me)
  if (!asker) throw refuse('not-found')
  const person = find(now, said.person ?? me)
  if (!person) throw refuse('bad-request')
  const last = lastAt(now.answers, person.id, said.section)
  const acting = actingFor(now, asker, person, said)
  if (asker.id !== person.id) refuseWhereTheySpoke(now, { ...said, person: person.id, acting }, read.fingerprint)
  const whose = { ...now.plan, round, at, ...called(now, asker, person), acting }
  const seat = person.seat || acting === 'attorney' || acting === 'deputy' || acting === 'best-interests'
  const row = { ...rowOf(whose), seat: now.plan.kind === 'support' && seat, section: said.section }
  const { words, advocate } = said
  if (said.answer === null) {
    if (!last || last.answer === null) return { do: 'nothing' }
    const { sectionTitle, fingerprint } = last
    return {
      do: 'answer',
      editionJson: null,
      answer: { ...row, answer: null, words, advocate, sectionTitle, fingerprint },
    }
  }
  refuseUnasked(now, person, read.fingerprint)
  const sectionTitle = titleIn(now, read.edition, said.section)
  if (NEEDS_WORDS.includes(said.answer) && !isVisible(words)) throw refuse('why-needed')
  if (said.fingerprint !== read.fingerprint) throw refuse('plan-changed')
  const { fingerprint, editionJson } = read
  refuseTooMany(now, row)
  refuseTooManyWords(now, asker.id, fingerprint)
  return {
    do: 'answer',
    editionJson,
    answer: { ...row, answer: said.answer, words, advocate, sectionTitle, fingerprint },
  }
}

const find = ({ plan }: AgreementNow, id: string) => plan.people.find((one) => one.id === id)

/** As what an answer is given: null where people answer for themselves. */
function actingFor(now: Asking, asker: Person, person: Person, { acting, section, answer }: Said): Acting | null {
  const { decides } = now.round
  const isDecider = decides !== null && acting === decides.acting && asker.id === decides.person
  if (asker.id === person.id) {
    if (acting === null) return null
    // Who decides for somebody who is not in the plan answers in their place.
    if (isDecider && !seatOf(now)) return acting
    throw refuse('bad-request')
  }
  const isAboutThem = now.plan.kind === 'support' && person.seat
  if (acting !== null && acting !== 'supporter') {
    if (!isAboutThem || !isDecider) throw refuse('bad-request')
    return acting
  }
  if (!can(asker.role, 'write')) throw refuse('not-allowed')
  if (isAboutThem && isProfessional(now, asker.id)) throw refuse('supporter-needed')
  const last = lastAt(now.answers, person.id, section)
  const isTakingBack = answer === null && last?.by === asker.id
  if (!isTakingBack && !mayPassOn(now, asker)) throw refuse('not-asked')
  return 'supporter'
}

/** Who leads the plan, or is asked: who came by a link a minute ago speaks for nobody (SPEC AGREE-58). */
const mayPassOn = (now: Asking, { id, role }: Person): boolean =>
  can(role, 'run-workshop') || askedIn(now).some((one) => one.id === id)

/**
 * Nobody speaks over somebody who has answered in this round, or whose stop stands. Not after other words either: their "no" would go
 * with a changed comma. Who decides for a person who cannot does, unless what the person said of the same, to these very words, stands.
 */
function refuseWhereTheySpoke(
  now: Asking,
  { person, section, acting }: Pick<AnswerRow, 'person' | 'section' | 'acting'>,
  fingerprint: string,
): void {
  const isOwn = (row: Pick<AnswerRow, 'person' | 'by'>) => row.person === person && row.by === null
  const own = standing(now, fingerprint).filter(isOwn)
  const isTheirs =
    acting === 'supporter' ? hasSpoken(now, person) : own.some((row) => row.section === section && row.ofTheseWords)
  if (isTheirs || own.some(({ answer }) => answer === 'stop')) throw refuse('answered-themselves')
}

/** Whoever said stop may answer again whether they are asked this time or not. */
function refuseUnasked(now: Asking, { id }: Person, fingerprint: string): void {
  if (askedIn(now).some((one) => one.id === id)) return
  if (!standing(now, fingerprint).some((row) => row.person === id)) throw refuse('not-asked')
}

/** Where many answers are given for somebody, they can still give their own. */
function refuseTooMany(now: Asking, { person, by, section }: ReturnType<typeof rowOf> & { section: string | null }) {
  const before = now.answers.filter((row) => row.round === now.round.id && row.person === person)
  const alike = before.filter((row) => row.section === section && row.by === by)
  if (alike.length >= LIMIT.answersPerPerson) throw refuse('answers-many')
}

/** Each is the plan whole, kept for good: who writes a comma, answers, and writes the next does not fill the disk (SPEC AGREE-35). */
function refuseTooManyWords(now: Asking, asker: string, fingerprint: string) {
  const given = now.answers.filter((row) => row.round === now.round.id)
  if (given.some((row) => row.fingerprint === fingerprint)) return
  const theirs = given.filter(({ person, by }) => (by ?? person) === asker)
  if (new Set(theirs.map((row) => row.fingerprint)).size >= LIMIT.wordingsPerPerson) throw refuse('answers-many')
  if (now.wordings >= LIMIT.wordingsPerPlan) throw refuse('wordings-full')
}

function titleIn(now: Asking, edition: Edition, section: string | null): Shown | null {
  if (section === null) return null
  const found = edition.parts.flatMap(({ sections }) => sections).find(({ id }) => id === section)
  if (!found || !now.round.bySection) throw refuse('bad-request')
  return found.title
}

function called(now: Asking, asker: Person, person: Person) {
  const names = toldApart(now.plan.people)
  const nameOf = ({ id, name }: Person) => names.get(id) ?? name
  const isOwn = asker.id === person.id
  return {
    person: person.id,
    name: nameOf(person),
    voice: person.voice,
    by: isOwn ? null : asker.id,
    byName: isOwn ? null : nameOf(asker),
  }
}

type Whose = AgreementNow['plan'] &
  ReturnType<typeof called> & { readonly round: string; readonly at: number; readonly acting: Acting | null }

const rowOf = ({ round, at, epoch, seq, person, name, voice, by, byName, acting }: Whose) => ({
  ...{ round, at, epoch, seq, person, name, voice, by, byName, acting },
})
