import { type Desk, type Mine, type MyIdea, type RecordStep, readyQuestionIn } from '@withy/shared/api'
import {
  type AgendaStep,
  dotted,
  type GroupShown,
  type IdeaShown,
  ideasStepOf,
  type StepKind,
  type WorkshopNow,
} from '@withy/shared/protocol'
import {
  aboutOf,
  agendaOf,
  type Idea,
  inRoom,
  isOneVoice,
  isSeen,
  type State,
  type Step,
  showsIdeas,
  type Vote,
} from './state.ts'

/**
 * A workshop as everybody may see it. This file is where what is hidden stays hidden (SPEC WORK-1 to WORK-3): `nowOf` and
 * `ideasShown` reach every page, the room screen too; `mineOf` one device; `deskOf` facilitators.
 */
export function nowOf(state: State, rev: number, nameOf: (person: string) => string): WorkshopNow {
  const about = aboutOf(state)
  const { id, stage, title } = state.card
  const steps = agendaOf(state)
  const step = steps.find((one) => one.id === about.step)
  // At the end stands what the closing round came to, wherever the room was then (SPEC WORK-136).
  const isAnswered = (id: string) => count(state.vote.values(), (vote) => vote.step === id) > 0
  const closing = steps.findLast(({ id, kind }) => kind === 'closing' && isAnswered(id))
  const told = (stage === 'closed' && closing) || step
  const source = step ? ideasStepOf(steps, step.id) : null
  const lights = { stop: 0, slow: 0, agree: 0 }
  for (const { light } of state.light.values()) lights[light] += 1
  return {
    id,
    rev,
    stage,
    title,
    chair: about.chair === '' ? '' : nameOf(about.chair),
    ground: about.ground,
    steps: steps.map(stepAsPrepared),
    step: about.step,
    since: about.since,
    more: about.more,
    people: inRoom(state).length,
    ideas: count(state.idea.values(), (idea) => idea.step === source),
    answered: count(state.vote.values(), (vote) => vote.step === about.step),
    lights,
    lowered: about.lowered ?? 0,
    round:
      step?.kind === 'round'
        ? voicesIn(state).map((voice) => ({
            ...{ voice, turn: step.turns[voice] ?? ('not-yet' as const) },
            isOne: isOneVoice(state, voice),
          }))
        : [],
    results: told?.shown ? resultsOf(state, told.id, told.kind) : null,
    chosen: step?.kind === 'fist' || step?.kind === 'write' ? chosenBefore(state, steps, step.id) : {},
    asked: [...state.asked].map(([id, { word, meaning }]) => ({ id, word, meaning })),
    caption: about.caption,
    frozen: about.frozen,
    called: about.called,
  }
}

const stepAsPrepared = ({
  id,
  kind,
  title,
  question,
  minutes,
  section,
  dots,
  shown,
  stage,
}: Step & { id: string }) => ({
  ...{ id, kind, title, question, minutes, section, dots, shown, stage },
  ...questionIn(question),
})

function questionIn(question: string): Pick<AgendaStep, 'questionIn'> {
  const lang = readyQuestionIn(question)
  return lang ? { questionIn: lang } : {}
}

/** What a step shows once it is shown. */
export function resultsOf(state: State, step: string, kind: StepKind): NonNullable<WorkshopNow['results']> {
  const votes = [...state.vote.values()].filter((vote) => vote.step === step)
  const dots = new Map<string, number>()
  const hands = [0, 0, 0, 0, 0, 0]
  for (const vote of votes) {
    for (const [choice, number] of Object.entries(vote.dots ?? {})) dots.set(choice, (dots.get(choice) ?? 0) + number)
    if (vote.fingers !== null) hands[vote.fingers] = (hands[vote.fingers] ?? 0) + 1
  }
  return {
    dots: kind === 'dots' ? Object.fromEntries(dots) : null,
    hands: kind === 'fist' ? hands : null,
    test: kind === 'closing' ? testCounts(votes) : null,
    said: votes
      .filter(({ why }) => why !== '')
      .map(({ as, why }) => ({ by: state.participant.get(as)?.name ?? '', words: why })),
  }
}

/** So many are named as chosen, and those that have as many dots as the last of them. */
const CHOSEN = 3
/** ... but no more than can be read at once. */
const CHOSEN_AT_MOST = 6

/** What got the most dots in the last vote before a step that is shown (SPEC WORK-192). */
function chosenBefore(state: State, steps: ReturnType<typeof agendaOf>, id: string): WorkshopNow['chosen'] {
  const at = steps.findIndex((step) => step.id === id)
  const vote = steps.slice(0, at).findLast(({ kind, shown }) => kind === 'dots' && shown)
  if (!vote) return {}
  const { ideas, groups } = ideasShown(state)
  const sorted = dotted(resultsOf(state, vote.id, vote.kind).dots ?? {}, ideas, groups).toSorted(
    (a, b) => b.dots - a.dots,
  )
  const least = sorted[CHOSEN - 1]?.dots ?? 0
  const chosen = sorted.filter(({ dots }) => dots >= least).slice(0, CHOSEN_AT_MOST)
  return Object.fromEntries(chosen.map(({ id, dots }) => [id, dots]))
}

/** How many gave each answer to each question of the collaboration test. */
export function testCounts(votes: readonly Pick<Vote, 'test'>[]): NonNullable<RecordStep['test']> {
  const counts: Record<string, Record<string, number>> = {}
  for (const { test } of votes)
    for (const [question, answer] of Object.entries(test ?? {}))
      if (answer !== null) counts[question] = { ...counts[question], [answer]: (counts[question]?.[answer] ?? 0) + 1 }
  return counts
}

/** Voices of those in the room, in the order they came. */
const voicesIn = (state: State) => [...new Set(inRoom(state).map(([, { voice }]) => voice))]

/** Ideas and groups that everybody may see. */
export const ideasShown = (state: State): { ideas: IdeaShown[]; groups: GroupShown[] } => ({
  ideas: [...state.idea.keys()].flatMap((id) => ideaShown(state, id) ?? []),
  groups: [...state.group.keys()].flatMap((id) => groupShown(state, id) ?? []),
})

/** An idea as everybody may see it; null while it is hidden, or where there is none. */
export function ideaShown(state: State, id: string): IdeaShown | null {
  const idea = state.idea.get(id)
  return isSeen(state, idea) ? asShown(state, id, idea) : null
}

/** The same of a group. */
export function groupShown(state: State, id: string): GroupShown | null {
  const group = state.group.get(id)
  return group && showsIdeas(state, group.step) ? { id, step: group.step, name: group.name } : null
}

function asShown(state: State, id: string, idea: Idea): IdeaShown {
  const { step, words, group, parked, fate, why, places, reworded } = idea
  const nameOf = (participant: string) => state.participant.get(participant)?.name ?? ''
  return {
    ...{ id, step, words, group, parked, fate, why, reworded },
    // An idea that was in the plan before it was said to be a no is not told to be there.
    places: fate === 'not-yet' || fate === 'not-possible' ? [] : places,
    by: nameOf(idea.by),
    isOffered: idea.offered !== '',
    typedBy: idea.typedBy === idea.by ? null : nameOf(idea.typedBy),
  }
}

/** What one person's devices may see of their own, and of those at their table. */
export function mineOf(state: State, person: string): Mine {
  const all = [...state.participant].filter(([, { device }]) => device === person)
  const people = all.filter(([, { isGone }]) => !isGone)
  // Ideas of somebody who has left stay theirs.
  const authors = new Set(all.map(([id]) => id))
  const mine = new Set(people.map(([id]) => id))
  const ideas: MyIdea[] = [...state.idea]
    .filter(([, { by, typedBy }]) => authors.has(by) || authors.has(typedBy))
    .map(([id, idea]) => ({
      ...asShown(state, id, idea),
      shown: showsIdeas(state, idea.step),
      hidden: idea.hidden === true,
      offered: authors.has(idea.by) ? idea.offered : '',
    }))
  const votes = [...state.vote.values()]
    .filter(({ as }) => mine.has(as))
    .map(({ step, as, dots, fingers, test, why }) => ({ step, as, dots, fingers, test, why }))
  const lights: Mine['lights'] = {}
  for (const id of mine) {
    const light = state.light.get(id)?.light
    if (light) lights[id] = light
  }
  return {
    people: people.map(([id, { name, voice, own, waiting }]) => ({ id, name, voice, own, waiting })),
    ideas,
    votes,
    lights,
    needs: state.needs.get(person) ?? null,
    met: state.met.get(person) ?? null,
  }
}

/**
 * What facilitators see besides: who is here, what they need, whose light is which. Never an idea or a vote. Once it is over nobody
 * is here: who came, and what they need, was for the day (SPEC WORK-81, WORK-161).
 */
export function deskOf(state: State, me: string): Desk {
  const { ready, lobby, chair } = aboutOf(state)
  return {
    people: [...state.participant]
      .filter(([, { isGone }]) => !isGone && state.card.stage !== 'closed')
      .map(([id, { device, name, voice, waiting, own }]) => ({
        ...{ id, person: device, own, name, voice, waiting },
        light: state.light.get(id)?.light ?? null,
        lightAt: state.light.get(id)?.at ?? 0,
        needs: own ? (state.needs.get(device) ?? null) : null,
      })),
    chair,
    authors: authorsOf(state),
    goneSteps: goneSteps(state),
    hidden: hiddenIn(state).map(([id, idea]) => asShown(state, id, idea)),
    ready: ready as Desk['ready'],
    lobby,
    met: [...state.met].map(([person, met]) => ({ person, ...met })),
    note: state.note.get(me)?.words ?? '',
  }
}

/** Steps that were taken out, each with the one it stood behind. */
function goneSteps(state: State): Desk['goneSteps'] {
  const agenda = agendaOf(state)
  return [...state.step]
    .filter(([, { isGone }]) => isGone)
    .map(([id, step]) => ({
      step: stepAsPrepared({ id, ...step }),
      after: agenda.findLast(({ place }) => place < step.place)?.id ?? null,
    }))
}

/** What the room had seen before a facilitator put it out of sight. */
export const hiddenIn = (state: State): [string, Idea][] => [...state.idea].filter(([, { hidden }]) => hidden)

/** Of what everybody sees only: who has written what is hidden too. Somebody without a device is no person of the plan. */
const authorsOf = (state: State): Desk['authors'] =>
  Object.fromEntries(
    [...state.idea]
      .filter(([, idea]) => isSeen(state, idea))
      .flatMap(([id, { by }]) => {
        const author = state.participant.get(by)
        return author?.own ? [[id, author.device]] : []
      }),
  )

function count<T>(all: Iterable<T>, isMeant: (one: T) => boolean): number {
  let found = 0
  for (const one of all) if (isMeant(one)) found += 1
  return found
}
