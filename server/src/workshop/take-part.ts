import type { Voice } from '@withy/shared/access'
import { LIMIT, type NeedsMet, type Taking } from '@withy/shared/api'
import { sameWord } from '@withy/shared/plan'
import { CAN_LIVE_WITH_IT, type StepKind, WRITING_STEPS } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import { leaving } from './people-are.ts'
import {
  aboutOf,
  type Change,
  type Idea,
  isOneVoice,
  isSeen,
  type Participant,
  type State,
  type Step,
  showsIdeas,
  type Vote,
  voteId,
} from './state.ts'
import type { Decision } from './steer.ts'

/** Who acts: somebody of the plan, at one of their devices. */
export type Taker = {
  readonly person: string
  readonly name: string
  readonly voice: Voice
  /** A facilitator is never kept in the lobby. */
  readonly steers: boolean
  /** What the plan explains already. */
  readonly meaningOf?: (word: string) => string | null
}

/** What can still be done once a workshop is over. */
const AFTERWARDS: readonly Taking['do'][] = ['answer-wording', 'needs-met']

/**
 * What somebody in the room does comes to. An idea is taken in any step that was prepared for ideas, also when the room has moved
 * on: nothing that was written is sent back for being late (SPEC WORK-5).
 * @throws Refusing, where it cannot be done: then nothing is changed
 */
export function takePart(state: State, me: Taker, said: Taking, now: number): Decision {
  if (state.card.stage === 'preparing') throw refuse('workshop-not-open')
  if (state.card.stage === 'closed' && !AFTERWARDS.includes(said.do)) throw refuse('workshop-over')
  const changes = changesOf(state, me, said, now)
  const [asked] = changes
  if (said.do !== 'explain' || asked?.kind !== 'asked' || !asked.value) return { changes }
  if (me.meaningOf?.(asked.value.word) === said.meaning) return { changes }
  return { changes, explained: { word: asked.value.word, meaning: said.meaning } }
}

function changesOf(state: State, me: Taker, said: Taking, now: number): Change[] {
  switch (said.do) {
    case 'come-in':
      return comeIn(state, me, said.needs, now)
    case 'needs-met':
      return needsMet(state, me, said.met)
    case 'bring':
      return bring(state, me, said, now)
    case 'leave':
      return leaving(said.as, mine(state, me, said.as))
    case 'idea':
      return newIdea(state, me, said, now)
    case 'change-idea': {
      const idea = unseenIdea(state, me, said.id)
      return [{ kind: 'idea', id: said.id, value: { ...idea, words: said.words } }]
    }
    case 'take-back':
      if (!state.idea.has(said.id)) return []
      unseenIdea(state, me, said.id)
      return [{ kind: 'idea', id: said.id, value: null }]
    case 'dots': {
      const step = votingStep(state, me, said, 'dots')
      // Dots on what a facilitator has put out of sight since are free again.
      const on = Object.entries(said.on).filter(([choice]) => !state.idea.get(choice)?.hidden)
      if (on.reduce((sum, [, number]) => sum + number, 0) > step.dots) throw refuse('dots-used')
      for (const [choice] of on) if (!isChoice(state, choice)) throw refuse('idea-gone')
      return [vote(state, said, { dots: on.length > 0 ? Object.fromEntries(on) : null })]
    }
    case 'hand':
      votingStep(state, me, said, 'fist')
      // Words of a hand that asked for a change are not words of one that can live with it.
      return [vote(state, said, { fingers: said.fingers, ...(said.fingers >= CAN_LIVE_WITH_IT && { why: '' }) })]
    case 'test': {
      votingStep(state, me, said, 'closing')
      const isNothing = Object.values(said.answers).every((answer) => answer === null)
      return [vote(state, said, { test: isNothing ? null : said.answers })]
    }
    case 'say-why': {
      // Those who gave little are asked to speak once all hands are shown: words are taken then too.
      inRoom(mine(state, me, said.as))
      const fingers = state.vote.get(voteId(said.step, said.as))?.fingers ?? null
      if (fingers === null || fingers >= CAN_LIVE_WITH_IT) throw refuse('step-gone')
      return [vote(state, said, { why: said.words })]
    }
    case 'turn':
      return turnOf(state, me, said)
    case 'light':
      inRoom(mine(state, me, said.as))
      return [{ kind: 'light', id: said.as, value: said.light && { light: said.light, at: now } }]
    case 'ask-meaning': {
      inRoomAs(state, me)
      const meaning = me.meaningOf?.(said.word) ?? null
      const [id, same] = [...state.asked].find(([, { word }]) => sameWord(word) === sameWord(said.word)) ?? []
      // The plan may explain by now what nobody could when it was first asked.
      if (id && same)
        return same.meaning !== null || meaning === null ? [] : [{ kind: 'asked', id, value: { ...same, meaning } }]
      if (state.asked.has(said.id)) return []
      if (state.asked.size >= LIMIT.askedPerWorkshop) throw refuse('workshop-full')
      return [{ kind: 'asked', id: said.id, value: { word: said.word, meaning, at: now } }]
    }
    case 'explain': {
      inRoomAs(state, me)
      const asked = state.asked.get(said.id)
      if (!asked) return []
      // Whoever explains has not seen what was written meanwhile: that stands (SPEC WORK-121).
      const stands = asked.meaning ?? me.meaningOf?.(asked.word) ?? null
      if (stands !== null && stands !== said.meaning) throw refuse('word-there')
      return asked.meaning === null ? [{ kind: 'asked', id: said.id, value: { ...asked, meaning: said.meaning } }] : []
    }
    case 'offer-wording': {
      inRoomAs(state, me)
      const idea = state.idea.get(said.idea)
      // Of what nobody has seen, only its author knows.
      if (!isSeen(state, idea)) throw refuse('idea-gone')
      return [{ kind: 'idea', id: said.idea, value: { ...idea, offered: said.words } }]
    }
    case 'answer-wording': {
      const idea = state.idea.get(said.idea)
      if (!idea || !isMine(state, me, idea.by)) throw refuse('idea-gone')
      // Answered already, here or on another device of theirs.
      if (idea.offered === '') return []
      // Nobody agrees to words they have not seen (SPEC WORK-153).
      if (idea.offered !== said.was) throw refuse('wording-changed')
      const reworded = said.yes ? idea.offered : idea.reworded
      return [{ kind: 'idea', id: said.idea, value: { ...idea, offered: '', reworded } }]
    }
  }
}

/** Who was at the table and has left can come back to it, as who they were. */
function bring(state: State, me: Taker, said: Extract<Taking, { do: 'bring' }>, now: number): Change[] {
  const before = state.participant.get(said.id)
  if (before && !(before.isGone && before.device === me.person && !before.own)) return []
  const { name, voice } = said
  const value = { ...seatOf(me, false, now), name, voice, waiting: isKept(state, me, before) }
  return [before ? { kind: 'participant', id: said.id, value } : add(state, said.id, value)]
}

function comeIn(state: State, me: Taker, needs: Extract<Taking, { do: 'come-in' }>['needs'], now: number): Change[] {
  const kept: Change[] = needs === undefined ? [] : [{ kind: 'needs', id: me.person, value: needs }]
  const found = [...state.participant].find(([, { device, own }]) => own && device === me.person)
  if (found && !found[1].isGone) return kept
  // The id of one's own is one's id in the plan: coming twice at once is coming once. Where somebody at another's table is kept under
  // it, theirs is one that no device can make up: nobody is put in the place, or the words, of another (SPEC WORK-150).
  const id = found?.[0] ?? (state.participant.has(me.person) ? `${me.person}.own` : me.person)
  const value = { ...seatOf(me, true, now), waiting: isKept(state, me, found?.[1]) }
  return [found ? { kind: 'participant', id, value } : add(state, id, value), ...kept]
}

/** Whoever was let in can say so, once it is over; of who has left the room too, as that may be why. */
function needsMet(state: State, me: Taker, met: NeedsMet | null): Change[] {
  if (state.card.stage !== 'closed') throw refuse('bad-request')
  const own = [...state.participant.values()].find(({ device, own }) => own && device === me.person)
  if (!own) throw refuse('not-in-room')
  if (own.waiting) throw refuse('in-lobby')
  return [{ kind: 'met', id: me.person, value: met }]
}

/** Who waited when they went, as whoever was let go from the room, waits when they come again. */
const isKept = (state: State, me: Taker, before: Participant | undefined): boolean =>
  !me.steers && (aboutOf(state).lobby || (before?.waiting ?? false))

const seatOf = ({ person, name, voice }: Taker, own: boolean, at: number) => ({
  ...{ device: person, name, voice, own, at },
  isGone: false,
})

function add(state: State, id: string, value: Participant): Change {
  if (state.participant.size >= LIMIT.peoplePerWorkshop) throw refuse('workshop-full')
  const table = [...state.participant.values()].filter(({ device }) => device === value.device)
  if (table.length >= LIMIT.peoplePerTable) throw refuse('workshop-full')
  return { kind: 'participant', id, value }
}

function newIdea(state: State, me: Taker, said: Extract<Taking, { do: 'idea' }>, now: number): Change[] {
  // Sent again because no answer came: it is here.
  if (state.idea.has(said.id) || state.group.has(said.id)) return []
  const step = state.step.get(said.step)
  // In a step of another kind it would be seen at once: its kind has changed while the idea was on its way.
  if (!step || !(step.kind === 'parking' || WRITING_STEPS.includes(step.kind))) throw refuse('step-gone')
  const typist = inRoomAs(state, me)
  const author = state.participant.get(said.saidBy)
  inRoom(author)
  if (state.idea.size >= LIMIT.ideasPerWorkshop) throw refuse('workshop-full')
  // Of the device that writes: nobody uses up what another may write by writing for them.
  let theirs = 0
  for (const { typedBy } of state.idea.values()) if (isMine(state, me, typedBy)) theirs += 1
  if (theirs >= LIMIT.ideasPerDevice) throw refuse('workshop-full')
  const isOther = author.device !== me.person
  const value: Idea = {
    step: said.step,
    by: said.saidBy,
    // At one table it is told who said it; who held the phone is no matter.
    typedBy: isOther ? typist : said.saidBy,
    words: said.words,
    at: now,
    group: null,
    parked: step.kind === 'parking',
    fate: null,
    why: '',
    places: [],
    offered: '',
    reworded: '',
  }
  return [{ kind: 'idea', id: said.id, value }]
}

/** An idea of this device that nobody else has seen: until then it can be changed or taken back. */
function unseenIdea(state: State, me: Taker, id: string): Idea {
  const idea = state.idea.get(id)
  if (!idea || !(isMine(state, me, idea.by) || isMine(state, me, idea.typedBy))) throw refuse('idea-gone')
  if (showsIdeas(state, idea.step)) throw refuse('already-shown')
  return idea
}

type Voting = { readonly step: string; readonly as: string; readonly late?: boolean | undefined }

function votingStep(state: State, me: Taker, { step, as, late }: Voting, kind: StepKind): Step {
  inRoom(mine(state, me, as))
  const found = state.step.get(step)
  if (!found || found.isGone || found.kind !== kind) throw refuse('step-gone')
  if (found.shown) throw refuse('already-shown')
  // What somebody pressed minutes ago is not dropped into a room that has talked on since.
  if (late && aboutOf(state).step !== step) throw refuse('room-went-on')
  return found
}

/** Kept by voice, as a facilitator keeps it. Who was heard has been heard, whatever an older page shows (SPEC WORK-134). */
function turnOf(state: State, me: Taker, { step: id, as, turn }: Extract<Taking, { do: 'turn' }>): Change[] {
  const who = mine(state, me, as)
  inRoom(who)
  const step = state.step.get(id)
  if (!step || step.isGone || step.kind !== 'round') throw refuse('step-gone')
  if (!isOneVoice(state, who.voice)) throw refuse('turn-of-others')
  if (step.turns[who.voice] === 'heard') return []
  return [{ kind: 'step', id, value: { ...step, turns: { ...step.turns, [who.voice]: turn } } }]
}

const isChoice = (state: State, id: string): boolean => {
  const step = state.idea.get(id)?.step ?? state.group.get(id)?.step
  return step !== undefined && showsIdeas(state, step)
}

function vote(state: State, { step, as }: { step: string; as: string }, more: Partial<Vote>): Change {
  const before = state.vote.get(voteId(step, as)) ?? { step, as, dots: null, fingers: null, test: null, why: '' }
  const value = { ...before, ...more }
  const isNothing = value.dots === null && value.fingers === null && value.test === null && value.why === ''
  return { kind: 'vote', id: voteId(step, as), value: isNothing ? null : value }
}

const isMine = (state: State, me: Taker, id: string): boolean => state.participant.get(id)?.device === me.person

function mine(state: State, me: Taker, id: string): Participant {
  const who = state.participant.get(id)
  if (!who || who.isGone || who.device !== me.person) throw refuse('not-in-room')
  return who
}

function inRoom(who: Participant | undefined): asserts who {
  if (!who || who.isGone) throw refuse('not-in-room')
  if (who.waiting) throw refuse('in-lobby')
}

/** Who somebody is in the room. */
function inRoomAs(state: State, me: Taker): string {
  const [id, who] = [...state.participant].find(([, { device, own }]) => own && device === me.person) ?? []
  inRoom(who)
  return id ?? ''
}
