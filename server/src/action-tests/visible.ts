import { firstWordIn, VOICES } from '@withy/shared/access'
import { type ActionTests, TEST_QUESTIONS, TESTS, type TestAnswers, type TestQuestion } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import type { AnswerRow } from '../storage/action-tests.ts'

/** Who answered what in one plan, and whose plan it is. */
export type Answered = {
  readonly kind: PlanKind
  readonly people: readonly Pick<Person, 'id' | 'voice' | 'seat'>[]
  readonly rows: readonly AnswerRow[]
}

/**
 * One action's answers as a person may see them: their own always, the others' to each question only after those
 * affected have answered that one, by voice and never by name (SPEC ACCESS-70 to ACCESS-73).
 */
export const visibleTo = (me: string, item: string, all: Answered): ActionTests =>
  seenBy(
    me,
    item,
    all.rows.filter((row) => row.item === item),
    peopleIn(all),
  )

/** The same of every action that has answers. A plan may have very many: each is looked at once. */
export function allVisibleTo(me: string, all: Answered): ActionTests[] {
  const byItem = new Map<string, AnswerRow[]>()
  for (const row of all.rows) {
    const { item } = row
    const rows = byItem.get(item)
    if (rows) rows.push(row)
    else byItem.set(item, [row])
  }
  const people = peopleIn(all)
  return [...byItem].map(([item, rows]) => seenBy(me, item, rows, people))
}

type People = Omit<Answered, 'rows'> & { readonly voices: ReadonlyMap<string, Person['voice']> }

const peopleIn = ({ kind, people }: Answered): People => ({
  kind,
  people,
  voices: new Map(people.map(({ id, voice }) => [id, voice])),
})

function seenBy(me: string, item: string, rows: readonly AnswerRow[], { kind, people, voices }: People): ActionTests {
  // The voice someone has now; that of the time for those who have left.
  const given = rows
    .filter(({ answers }) => hasAnswer(answers))
    .map((row) => ({ ...row, voice: voices.get(row.person) ?? row.voice }))
  const firstWord = firstWordIn(kind, people)
  const affected = given.filter(firstWord.has)
  const waiting = firstWord.isWaitedFor ? TEST_QUESTIONS.filter((question) => !isAnswered(affected, question)) : []
  const open = TEST_QUESTIONS.filter((question) => !waiting.includes(question))
  const others = given.filter(({ person }) => person !== me)
  return {
    item,
    mine: given.find(({ person }) => person === me)?.answers ?? null,
    // Sorted by what is shown, so that the order tells neither who came when nor what still waits.
    others: others
      .map(({ voice, answers }) => ({ voice, answers: onlyThese(open, answers) }))
      .filter(({ answers }) => hasAnswer(answers))
      .toSorted(byVoice),
    answered: others.length,
    waiting: waiting.map((question) => ({
      question,
      answered: others.filter(({ answers }) => answers[question] !== null).length,
    })),
    failing: Object.values(TESTS).some((questions) =>
      isFailing(
        questions.filter((question) => open.includes(question)),
        given,
        affected,
      ),
    ),
  }
}

const isAnswered = (rows: readonly AnswerRow[], question: TestQuestion): boolean =>
  rows.some(({ answers }) => answers[question] !== null)

const onlyThese = (questions: readonly TestQuestion[], { informed, confident, connected, shows }: TestAnswers) => {
  const said = { informed, confident, connected, shows }
  for (const question of TEST_QUESTIONS) if (!questions.includes(question)) said[question] = null
  return said
}

const hasAnswer = (answers: TestAnswers): boolean => Object.values(answers).some((answer) => answer !== null)

/**
 * One test, by those of its questions that do not wait: somebody says it harms, or it has answers and nobody affected
 * says it helps. Where nobody affected is in the plan, everybody counts.
 */
function isFailing(questions: readonly TestQuestion[], given: readonly AnswerRow[], affected: readonly AnswerRow[]) {
  const saidBy = (rows: readonly AnswerRow[]) => rows.flatMap(({ answers }) => questions.map((one) => answers[one]))
  const said = saidBy(given).filter((answer) => answer !== null)
  if (said.length === 0) return false
  return said.includes('harms') || !saidBy(affected.length > 0 ? affected : given).includes('helps')
}

type Other = ActionTests['others'][number]
const byVoice = (a: Other, b: Other): number =>
  VOICES.indexOf(a.voice) - VOICES.indexOf(b.voice) || keyOf(a).localeCompare(keyOf(b))
const keyOf = ({ answers }: Other): string => JSON.stringify(answers)
