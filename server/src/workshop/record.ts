import type { Voice } from '@withy/shared/access'
import type { RecordStep, WorkshopRecord } from '@withy/shared/api'
import { CAN_LIVE_WITH_IT, dotted, type GroupShown, type IdeaShown } from '@withy/shared/protocol'
import { hiddenIn, ideasShown, resultsOf, testCounts } from './seen.ts'
import { aboutOf, type State, type Step, type Vote } from './state.ts'

/** So many people who answered together are not known one by one. */
const NOT_KNOWN = 3

type Shown = { readonly ideas: readonly IdeaShown[]; readonly groups: readonly GroupShown[] }

/**
 * What can be read of a workshop that is over: what the room was shown, and the answers its ideas were given since. What was never
 * shown is not in it (SPEC WORK-83).
 */
export function recordOf(state: State): WorkshopRecord {
  const { title, madeAt, closedAt } = state.card
  const { beganAt, ground } = aboutOf(state)
  const shown = ideasShown(state)
  const steps = [...state.step]
    .map(([id, step]) => ({ id, ...step }))
    .toSorted((a, b) => a.place - b.place)
    .map((step) => ({ isGone: step.isGone, went: asItWent(state, step, shown) }))
  return {
    title,
    beganAt: beganAt ?? null,
    endedAt: closedAt ?? madeAt,
    came: came(state),
    ground,
    // A step that was taken out of the agenda stays where the room was shown something in it.
    steps: steps.filter(({ isGone, went }) => !isGone || hasShown(went)).map(({ went }) => went),
    parked: shown.ideas.filter(({ parked }) => parked),
    explained: [...state.asked.values()].map(({ word, meaning }) => ({ word, meaning })),
    ideas: shown.ideas.length,
    hidden: hiddenIn(state).length,
    unanswered: shown.ideas.filter(({ fate }) => fate === null).length,
  }
}

/** Everybody who was let in, gone again or not, in the order their voices came. */
function came(state: State): WorkshopRecord['came'] {
  const people = new Map<WorkshopRecord['came'][number]['voice'], number>()
  for (const { voice, waiting } of state.participant.values())
    if (!waiting) people.set(voice, (people.get(voice) ?? 0) + 1)
  return Array.from(people, ([voice, people]) => ({ voice, people }))
}

function asItWent(state: State, step: Step & { readonly id: string }, shown: Shown): RecordStep {
  const { id, kind, title, question, section } = step
  const results = step.shown ? resultsOf(state, id, kind) : null
  const hands = results?.hands ?? null
  const given = (hands ?? []).reduce((sum, people) => sum + people, 0)
  return {
    ...{ id, kind, title, question, section, hands },
    groups: groupsOf(id, shown),
    dots: results?.dots ? dotsOf(results.dots, shown) : null,
    agreed: hands === null || given === 0 ? null : hands.slice(0, CAN_LIVE_WITH_IT).every((people) => people === 0),
    said: results?.said ?? [],
    test: results?.test ?? null,
    testByVoice: results?.test ? testByVoice(state, id) : [],
    // A voice that had the word when the room went on has been heard.
    round:
      kind === 'round'
        ? came(state).map(({ voice }) => {
            const turn = step.turns[voice] ?? 'not-yet'
            return { voice, turn: turn === 'now' ? ('heard' as const) : turn }
          })
        : [],
  }
}

/** What each voice answered to the collaboration test, in the questions in which it can be told apart (SPEC WORK-136). */
function testByVoice(state: State, step: string): RecordStep['testByVoice'] {
  const byVoice = new Map<Voice, Vote[]>()
  for (const vote of state.vote.values()) {
    const voice = state.participant.get(vote.as)?.voice
    if (vote.step === step && vote.test && voice) byVoice.set(voice, [...(byVoice.get(voice) ?? []), vote])
  }
  const counted = [...byVoice].map(([voice, votes]) => ({ voice, people: votes.length, test: testCounts(votes) }))
  const questions = new Set(counted.flatMap(({ test }) => Object.keys(test)))
  const toldIn = new Map([...questions].map((question) => [question, voicesTold(counted, question)]))
  return counted
    .map(({ test, ...of }) => ({
      ...of,
      test: Object.fromEntries(Object.entries(test).filter(([question]) => toldIn.get(question)?.has(of.voice))),
    }))
    .filter(({ test }) => Object.keys(test).length > 0)
    .toSorted((a, b) => b.people - a.people)
}

/**
 * Voices told apart in one question. Where few of a voice answered it, or few would be left over, a voice is not: what is missing
 * from the whole would be theirs.
 */
function voicesTold(counted: RecordStep['testByVoice'], question: string): ReadonlySet<Voice> {
  const answered = counted.map(({ voice, test }) => ({
    voice,
    people: Object.values(test[question] ?? {}).reduce((sum, people) => sum + people, 0),
  }))
  const told = answered.filter(({ people }) => people >= NOT_KNOWN).toSorted((a, b) => b.people - a.people)
  const left = answered.filter(({ people }) => people < NOT_KNOWN).reduce((sum, { people }) => sum + people, 0)
  if (left > 0 && left < NOT_KNOWN) told.pop()
  return new Set(told.map(({ voice }) => voice))
}

function groupsOf(step: string, { ideas, groups }: Shown): RecordStep['groups'] {
  const here = ideas.filter((idea) => idea.step === step && !idea.parked)
  const named = groups
    .filter((group) => group.step === step)
    .map(({ id, name }) => ({ name, ideas: here.filter(({ group }) => group === id) }))
  const known = new Set(named.flatMap(({ ideas }) => ideas))
  const alone = { name: null, ideas: here.filter((idea) => !known.has(idea)) }
  return [...named, alone].filter(({ ideas }) => ideas.length > 0)
}

const dotsOf = (dots: Readonly<Record<string, number>>, { ideas, groups }: Shown): NonNullable<RecordStep['dots']> =>
  dotted(dots, ideas, groups)
    .map(({ group, ideas, dots }) => ({ words: group?.name ?? ideas[0]?.words ?? '', dots }))
    .toSorted((a, b) => b.dots - a.dots)

const hasShown = ({ groups, dots, hands, test }: RecordStep): boolean =>
  groups.length > 0 || dots !== null || hands !== null || test !== null
