import type { Voice } from '@withy/shared/access'
import type { CollaborationAnswers, Needs, NeedsMet, StepWords, WorkshopCard } from '@withy/shared/api'
import {
  type Fate,
  type GroundWords,
  type IdeaShown,
  type PairStage,
  type TrafficLight,
  type Turn,
  WRITING_STEPS,
} from '@withy/shared/protocol'
import type { PartRow } from '../storage/workshops.ts'

/** Where the room is, and what stands over all steps. People are ids of the plan's people. */
export type About = {
  readonly step: string | null
  readonly since: number
  /** When the room was opened; null before. */
  readonly beganAt: number | null
  readonly more: number
  readonly chair: string
  readonly lobby: boolean
  readonly frozen: boolean
  readonly caption: string
  readonly called: string | null
  readonly ground: GroundWords
  readonly ready: readonly string[]
  /** How many lights facilitators have answered. */
  readonly lowered?: number
}

/** `place`: its order. `isGone`: taken out of the agenda; what was said in it stays. */
export type Step = StepWords & {
  readonly place: number
  readonly shown: boolean
  readonly isGone: boolean
  readonly turns: Partial<Record<Voice, Turn>>
  readonly stage: PairStage
}

/** Somebody in the room. `device`: whose page of the plan they are at; `own`: that is themselves. */
export type Participant = {
  readonly device: string
  readonly name: string
  readonly voice: Voice
  readonly own: boolean
  readonly waiting: boolean
  readonly isGone: boolean
  readonly at: number
}

/** `by` and `typedBy` are participants. `offered`: a wording its author has not answered yet; '' none. */
export type Idea = {
  readonly step: string
  readonly by: string
  readonly typedBy: string
  readonly words: string
  readonly at: number
  readonly group: string | null
  readonly parked: boolean
  readonly fate: Fate | null
  readonly why: string
  readonly places: IdeaShown['places']
  readonly offered: string
  readonly reworded: string
  /** A facilitator has put it out of sight (SPEC WORK-151). */
  readonly hidden?: boolean
}

export type Group = { readonly step: string; readonly name: string; readonly at: number }

/** What one participant gave in one step. Its id is made of both: one person has one vote. */
export type Vote = {
  readonly step: string
  readonly as: string
  readonly dots: Readonly<Record<string, number>> | null
  readonly fingers: number | null
  readonly test: CollaborationAnswers | null
  readonly why: string
}

/** A word somebody asked the meaning of. Who asked is kept nowhere. */
export type Asked = { readonly word: string; readonly meaning: string | null; readonly at: number }

/** Every kind of part, and what one holds. */
export type Parts = {
  about: About
  step: Step
  participant: Participant
  /** By person of the plan. */
  needs: Needs
  /** By person of the plan: whether they got what they needed. */
  met: NeedsMet
  idea: Idea
  group: Group
  vote: Vote
  /** By participant. */
  light: { readonly light: TrafficLight; readonly at: number }
  asked: Asked
  /** By person of the plan: a facilitator's own notes. */
  note: { readonly words: string }
}
export type Kind = keyof Parts

/** One part as it will be; null: it goes. */
export type Change = { [K in Kind]: { readonly kind: K; readonly id: string; readonly value: Parts[K] | null } }[Kind]

export type State = { card: WorkshopCard } & { readonly [K in Kind]: Map<string, Parts[K]> }

export const ABOUT = 'about'

/** Of a workshop that has just been made. */
export const NOTHING_YET: About = {
  step: null,
  since: 0,
  beganAt: null,
  more: 0,
  chair: '',
  lobby: false,
  frozen: false,
  caption: '',
  called: null,
  ground: { decide: '', advise: '', cannot: '', decided: '', rules: '', pay: '' },
  ready: [],
}
export const voteId = (step: string, as: string): string => `${step}/${as}`

export function readState(card: WorkshopCard, rows: readonly PartRow[]): State {
  const state: State = {
    card,
    about: new Map(),
    step: new Map(),
    participant: new Map(),
    needs: new Map(),
    met: new Map(),
    idea: new Map(),
    group: new Map(),
    vote: new Map(),
    light: new Map(),
    asked: new Map(),
    note: new Map(),
  }
  // Written by this file's own kinds; a kind of a newer Withy is kept on disk and not known here.
  apply(state, rows.filter(({ kind }) => kind !== 'card' && kind in state) as unknown as readonly Change[])
  return state
}

export function apply(state: State, changes: readonly Change[]): void {
  for (const { kind, id, value } of changes) {
    const parts = state[kind] as Map<string, unknown>
    if (value === null) parts.delete(id)
    else parts.set(id, value)
  }
}

export function aboutOf(state: State): About {
  const about = state.about.get(ABOUT)
  if (!about) throw new Error(`workshop ${state.card.id} has lost what it is about`)
  return about
}

/** The agenda in order, with ids. */
export const agendaOf = (state: State): (Step & { readonly id: string })[] =>
  [...state.step]
    .filter(([, { isGone }]) => !isGone)
    .map(([id, step]) => ({ id, ...step }))
    .toSorted((a, b) => a.place - b.place)

/** Whether everybody may see the ideas of a step: what is written for the parking place is never hidden (SPEC WORK-2). */
export function showsIdeas(state: State, step: string): boolean {
  const found = state.step.get(step)
  return found !== undefined && (found.shown || !WRITING_STEPS.includes(found.kind))
}

/** Whether everybody may see an idea: its step's are shown, and nobody has put it out of sight. */
export const isSeen = (state: State, idea: Idea | undefined): idea is Idea =>
  idea !== undefined && !idea.hidden && showsIdeas(state, idea.step)

/** Those in the room: not in the lobby, not gone. */
export const inRoom = (state: State): [string, Participant][] =>
  [...state.participant].filter(([, { waiting, isGone }]) => !waiting && !isGone)

/** Whether one person alone in the room has a voice. */
export const isOneVoice = (state: State, voice: Voice): boolean =>
  inRoom(state).filter(([, one]) => one.voice === voice).length === 1
