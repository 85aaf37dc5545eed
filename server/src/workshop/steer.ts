import type { Voice } from '@withy/shared/access'
import type { WorkshopCard } from '@withy/shared/api'
import { LIMIT, type Steering } from '@withy/shared/api'
import type { Explained } from '@withy/shared/plan'
import type { Turn } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import { forgetNeeds, goingOut } from './people-are.ts'
import {
  ABOUT,
  type About,
  aboutOf,
  agendaOf,
  type Change,
  type Idea,
  type State,
  type Step,
  showsIdeas,
} from './state.ts'

/** What a command comes to: parts as they will be, the card where that changes, and words the plan explains from now on. */
export type Decision = {
  readonly changes: readonly Change[]
  readonly card?: Partial<WorkshopCard>
  readonly explained?: Omit<Explained, 'id'>
}

/**
 * What a facilitator's command comes to. Decides on the state as it is, and changes nothing itself.
 * @throws Refusing, where it cannot be done: then nothing is changed
 */
export function steer(state: State, me: string, said: Steering, now: number): Decision {
  const about = aboutOf(state)
  const { stage } = state.card
  if (stage === 'closed' && !AFTERWARDS.has(said.do)) throw refuse('workshop-over')
  const set = (more: Partial<About>): Change => ({ kind: 'about', id: ABOUT, value: { ...about, ...more } })
  switch (said.do) {
    case 'rename':
      if (!isAsSeen(state.card, { title: said.was })) return { changes: [] }
      return { changes: [], card: { title: said.title } }
    case 'ground':
      if (!isAsSeen(about.ground, said.was)) return { changes: [] }
      return { changes: [set({ ground: { ...about.ground, ...defined(said.ground) } })] }
    case 'ready':
      return {
        changes: [set({ ready: [...about.ready.filter((one) => one !== said.what), ...(said.on ? [said.what] : [])] })],
      }
    case 'lobby':
      return { changes: [set({ lobby: said.on })] }
    case 'add-step':
    case 'change-step':
    case 'move-step':
    case 'remove-step':
      return { changes: agenda(state, said, set, now) }
    case 'open':
      if (stage !== 'preparing') return { changes: [] }
      return { changes: [set({ chair: me, since: now, beganAt: now })], card: { stage: 'open' } }
    case 'close':
      // It is over since the first who closed it.
      if (stage === 'closed') return { changes: [] }
      return {
        changes: [
          ...showTests(state),
          ...[...state.light.keys()].map((id): Change => ({ kind: 'light', id, value: null })),
          ...forgetNeeds(state),
        ],
        card: { stage: 'closed', closedAt: now },
      }
    case 'go': {
      stepOf(state, said.to)
      // Somebody else has moved the room since: they are shown where it is.
      if (about.step !== said.from) return { changes: [] }
      return { changes: [set({ step: said.to, since: now, more: 0, called: null })] }
    }
    case 'show':
      return { changes: [{ kind: 'step', id: said.step, value: { ...stepOf(state, said.step), shown: true } }] }
    case 'more-time':
      return {
        changes:
          said.step === about.step ? [set({ more: Math.min(about.more + said.minutes, LIMIT.stepMinutes) })] : [],
      }
    case 'freeze':
      return { changes: [set({ frozen: said.on })] }
    case 'caption':
      notOver(about.caption, said)
      return { changes: [set({ caption: said.words })] }
    case 'call':
      return { changes: [set({ called: said.section })] }
    case 'chair':
      return { changes: [set({ chair: said.person })] }
    case 'turn': {
      const step = stepOf(state, said.step)
      const turns = { ...step.turns, [said.voice]: said.turn }
      // One voice has the turn: whoever had it has been heard.
      if (said.turn === 'now')
        for (const [voice, turn] of Object.entries(step.turns) as [Voice, Turn][])
          if (turn === 'now' && voice !== said.voice) turns[voice] = 'heard'
      return { changes: [{ kind: 'step', id: said.step, value: { ...step, turns } }] }
    }
    case 'stage':
      return { changes: [{ kind: 'step', id: said.step, value: { ...stepOf(state, said.step), stage: said.stage } }] }
    case 'let-in': {
      const who = state.participant.get(said.who)
      return { changes: who ? [{ kind: 'participant', id: said.who, value: { ...who, waiting: false } }] : [] }
    }
    case 'answered':
      // Another card has been held up since: that one is not answered.
      if (state.light.get(said.who)?.at !== said.since) return { changes: [] }
      return { changes: [{ kind: 'light', id: said.who, value: null }, set({ lowered: (about.lowered ?? 0) + 1 })] }
    case 'out':
      return { changes: goingOut(state, said.who) }
    case 'group': {
      stepOf(state, said.step)
      if (!state.group.has(said.id) && state.group.size >= LIMIT.groupsPerWorkshop) throw refuse('workshop-full')
      const ideas = said.ideas.map((id) => ideaChange(state, id, { group: said.id }))
      return {
        changes: [{ kind: 'group', id: said.id, value: { step: said.step, name: said.name, at: now } }, ...ideas],
      }
    }
    case 'name-group': {
      const group = state.group.get(said.id)
      return { changes: group ? [{ kind: 'group', id: said.id, value: { ...group, name: said.name } }] : [] }
    }
    case 'put-in-group':
      if (said.group !== null && !state.group.has(said.group)) throw refuse('idea-gone')
      return { changes: [ideaChange(state, said.idea, { group: said.group })] }
    case 'park':
      return { changes: [ideaChange(state, said.idea, { parked: said.on })] }
    case 'hide-idea': {
      const idea = state.idea.get(said.idea)
      // Of what nobody has seen, facilitators know nothing either.
      if (!idea || !showsIdeas(state, idea.step)) throw refuse('idea-gone')
      return { changes: [ideaChange(state, said.idea, { hidden: said.on })] }
    }
    case 'fate': {
      const idea = state.idea.get(said.idea)
      if (!idea) throw refuse('idea-gone')
      if ((said.fate === 'not-yet' || said.fate === 'not-possible') && said.why === '') throw refuse('why-needed')
      const isThere = idea.fate === said.fate && idea.why === said.why
      if (!isThere && !isAsSeen(idea, said.was)) throw refuse('answer-changed')
      const places = said.place
        ? [...idea.places.filter(({ box, item }) => box !== said.place?.box || item !== said.place.item), said.place]
        : idea.places
      return { changes: [ideaChange(state, said.idea, { fate: said.fate, why: said.why, places: places.slice(-20) })] }
    }
    case 'note':
      notOver(state.note.get(me)?.words ?? '', said)
      return { changes: [{ kind: 'note', id: me, value: { words: said.words } }] }
  }
}

/** What can still be done when the workshop is closed: every idea is owed an answer. */
const AFTERWARDS: ReadonlySet<Steering['do']> = new Set(['fate', 'hide-idea', 'note', 'close'])

type AgendaEdit = Extract<Steering, { do: `${string}-step` }>

function agenda(state: State, said: AgendaEdit, set: (more: Partial<About>) => Change, now: number): Change[] {
  const steps = agendaOf(state)
  if (said.do === 'add-step') {
    const before = state.step.get(said.id)
    if (before && !before.isGone) return []
    if (steps.length >= LIMIT.stepsPerWorkshop) throw refuse('workshop-full')
    if (!before && state.step.size >= LIMIT.stepsEverPerWorkshop) throw refuse('workshop-full')
    const at = said.after === null ? 0 : steps.findIndex(({ id }) => id === said.after) + 1
    const place = between(steps[at - 1], steps[at])
    const value: Step = before
      ? { ...before, place, isGone: false }
      : { ...said.step, place, shown: false, isGone: false, turns: {}, stage: 'alone' }
    return [{ kind: 'step', id: said.id, value }]
  }
  const at = steps.findIndex(({ id }) => id === said.id)
  if (at < 0) throw refuse('step-gone')
  const step = stepOf(state, said.id)
  if (said.do === 'change-step') {
    if (!isAsSeen(step, said.was)) return []
    const isOther = said.step.kind !== undefined && said.step.kind !== step.kind
    // A step of another kind would show what is hidden in this one.
    if (isOther && isUsed(state, said.id)) throw refuse('step-used')
    // What people gave was given to these words: they are not put under others (SPEC WORK-160).
    if (askedBy({ ...step, ...defined(said.step) }) !== askedBy(step) && isVotedIn(state, said.id))
      throw refuse('step-used')
    // No dot that somebody has given is taken from them.
    if (said.step.dots !== undefined && said.step.dots < mostDots(state, said.id)) throw refuse('dots-given')
    return [{ kind: 'step', id: said.id, value: { ...step, ...defined(said.step), shown: step.shown && !isOther } }]
  }
  if (said.do === 'move-step') {
    const other = steps[said.way === 'up' ? at - 1 : at + 1]
    if (!other) return []
    return [
      { kind: 'step', id: said.id, value: { ...step, place: other.place } },
      { kind: 'step', id: other.id, value: { ...stepOf(state, other.id), place: step.place } },
    ]
  }
  const next = steps[at + 1] ?? steps[at - 1]
  const isHere = aboutOf(state).step === said.id
  const gone: Change = { kind: 'step', id: said.id, value: { ...step, isGone: true } }
  return isHere ? [gone, set({ step: next?.id ?? null, since: now, more: 0 })] : [gone]
}

function isUsed(state: State, id: string): boolean {
  const all = [...state.idea.values(), ...state.vote.values()]
  return all.some(({ step }) => step === id)
}

/** A proposal without words of its own is its step's name, in the record too. */
const askedBy = ({ kind, question, title }: Pick<Step, 'kind' | 'question' | 'title'>): string =>
  question || (kind === 'fist' ? title : '')

const isVotedIn = (state: State, id: string): boolean => [...state.vote.values()].some(({ step }) => step === id)

/** Whoever answered in a closing round sees what it came to, also where it was not shown before the end (SPEC WORK-136). */
const showTests = (state: State): Change[] =>
  agendaOf(state)
    .filter(({ kind, shown }) => kind === 'closing' && !shown)
    .map(({ id }) => ({ kind: 'step', id, value: { ...stepOf(state, id), shown: true } }))

/** The most that one person has given in a step. */
function mostDots(state: State, id: string): number {
  const given = [...state.vote.values()]
    .filter(({ step }) => step === id)
    .map(({ dots }) => Object.values(dots ?? {}).reduce((sum, number) => sum + number, 0))
  return Math.max(0, ...given)
}

const between = (before: Step | undefined, after: Step | undefined): number =>
  before && after ? (before.place + after.place) / 2 : before ? before.place + 1 : after ? after.place - 1 : 0

function stepOf(state: State, id: string): Step {
  const step = state.step.get(id)
  if (!step || step.isGone) throw refuse('step-gone')
  return step
}

function ideaChange(state: State, id: string, more: Partial<Idea>): Change {
  const idea = state.idea.get(id)
  if (!idea) throw refuse('idea-gone')
  return { kind: 'idea', id, value: { ...idea, ...more } }
}

/** Whether what a facilitator saw when they began to write is still so: nobody's words are written over unseen (SPEC WORK-31). */
/** Words are not written over others that the writer has not seen; sent again they are there (SPEC WORK-175). */
function notOver(now: string, { words, was }: { readonly words: string; readonly was?: string | undefined }): void {
  if (was !== undefined && now !== was && now !== words) throw refuse('written-meanwhile')
}

const isAsSeen = <T extends object>(now: T, was: { readonly [K in keyof T]?: T[K] | undefined } | undefined): boolean =>
  Object.entries(was ?? {}).every(([key, value]) => value === undefined || now[key as keyof T] === value)

const defined = <T extends object>(said: T): { [K in keyof T]?: NonNullable<T[K]> | Extract<T[K], null> } =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as never
