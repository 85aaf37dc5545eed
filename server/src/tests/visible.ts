import { AFFECTED_VOICES, VOICES } from '@withy/shared/access'
import type { ActionTests, TestAnswers } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import type { AnswerRow } from '../storage/tests.ts'

/** Who answered what in one plan, and whose plan it is. */
export type Answered = {
  readonly kind: PlanKind
  readonly people: readonly Pick<Person, 'id' | 'voice' | 'seat'>[]
  readonly rows: readonly AnswerRow[]
}

/**
 * One action's answers as a person may see them: their own always, the others' only after those affected have answered,
 * by voice and never by name (SPEC ACCESS-70 to ACCESS-73).
 */
export function visibleTo(me: string, item: string, { kind, people, rows }: Answered): ActionTests {
  const given = rows.filter((row) => row.item === item && hasAnswer(row.answers)).map((row) => withVoice(row, people))
  const isAffected = affectedIn(kind, people)
  const affected = given.filter(isAffected)
  const waiting = affected.length === 0 && (kind === 'support' || people.some(({ voice }) => speaksForSelf(voice)))
  const others = given.filter(({ person }) => person !== me)
  return {
    item,
    mine: given.find(({ person }) => person === me)?.answers ?? null,
    // Sorted, so that the order does not tell who came when.
    others: waiting ? [] : others.map(({ voice, answers }) => ({ voice, answers })).toSorted(byVoice),
    answered: others.length,
    waiting,
    // While waiting this would tell what is not shown yet.
    failing: !waiting && given.length > 0 && isFailing(given, affected),
  }
}

const hasAnswer = (answers: TestAnswers): boolean => Object.values(answers).some((answer) => answer !== null)

/** The voice someone has now; that of the time for those who have left. */
const withVoice = (row: AnswerRow, people: Answered['people']): AnswerRow => ({
  ...row,
  voice: people.find(({ id }) => id === row.person)?.voice ?? row.voice,
})

const speaksForSelf = (voice: Person['voice']): boolean => AFFECTED_VOICES.includes(voice)

/** Whose answers come first: in a support plan the person it is about, in an area plan those who live with what is decided. */
function affectedIn(kind: PlanKind, people: Answered['people']): (row: AnswerRow) => boolean {
  if (kind === 'area') return ({ voice }) => speaksForSelf(voice)
  const seated = people.find(({ seat }) => seat)?.id
  return ({ person }) => person === seated
}

/** Somebody says it harms, or nobody affected says it helps. Where nobody affected is in the plan, everybody counts. */
function isFailing(given: readonly AnswerRow[], affected: readonly AnswerRow[]): boolean {
  const says = (rows: readonly AnswerRow[], word: string) =>
    rows.some(({ answers }) => Object.values(answers).includes(word as never))
  return says(given, 'harms') || !says(affected.length > 0 ? affected : given, 'helps')
}

type Other = ActionTests['others'][number]
const byVoice = (a: Other, b: Other): number =>
  VOICES.indexOf(a.voice) - VOICES.indexOf(b.voice) || keyOf(a).localeCompare(keyOf(b))
const keyOf = ({ answers }: Other): string => JSON.stringify(answers)
