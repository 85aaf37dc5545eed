import { firstWordIn, VOICES } from '@withy/shared/access'
import type { FollowUp } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import type { FollowUpAnswerRow, FollowUpRow } from '../storage/follow-ups.ts'

/** What is asked and was answered in a plan, and by whom. `today`: YYYY-MM-DD. */
export type AllAnswers = {
  readonly kind: PlanKind
  readonly people: readonly Pick<Person, 'id' | 'voice' | 'seat'>[]
  readonly answers: readonly FollowUpAnswerRow[]
  readonly today: string
}

/**
 * Each question as a person may see it: their own answer always, others' by voice and never by name, after those who live with
 * what is decided have answered (SPEC WORK-113).
 */
export function followUpsFor(me: string, asked: readonly FollowUpRow[], all: AllAnswers): FollowUp[] {
  const voices = new Map(all.people.map(({ id, voice }) => [id, voice]))
  const firstWord = firstWordIn(all.kind, all.people)
  const byQuestion = Map.groupBy(all.answers, keyOf)
  return asked.map((question) => {
    const { item, workshop, dueOn } = question
    // The voice someone has now; that of the time for those who have left.
    const given = (byQuestion.get(keyOf(question)) ?? []).map((row) => ({
      ...row,
      voice: voices.get(row.person) ?? row.voice,
    }))
    const mine = given.find(({ person }) => person === me)
    const others = given.filter(({ person }) => person !== me)
    const isWaiting = firstWord.isWaitedFor && !given.some(firstWord.has)
    return {
      ...{ item, workshop, dueOn, isDue: dueOn <= all.today, isWaiting, answered: others.length },
      mine: mine ? { answer: mine.answer, words: mine.words } : null,
      // Sorted by what is shown, so that the order does not tell who came when.
      others: isWaiting ? [] : others.map(({ voice, answer, words }) => ({ voice, answer, words })).toSorted(byVoice),
    }
  })
}

const keyOf = ({ workshop, item }: Pick<FollowUpRow, 'workshop' | 'item'>): string => `${workshop}/${item}`

type Other = FollowUp['others'][number]
const byVoice = (a: Other, b: Other): number =>
  VOICES.indexOf(a.voice) - VOICES.indexOf(b.voice) ||
  a.answer.localeCompare(b.answer) ||
  a.words.localeCompare(b.words)
