import { can } from '@withy/shared/access'
import type { Person } from '@withy/shared/protocol'
import { ABOUT, aboutOf, type Change, type Participant, type State } from './state.ts'

/**
 * What the plan's people, as they are now, change in its workshop (SPEC WORK-8, WORK-9). Whoever cannot take part any more is out of
 * the room with their table and their lights; what they said and voted stays. A workshop that is over stays as it was, but for
 * what somebody needed that day, and what whoever has left said of it.
 */
export function followPeople(state: State, people: ReadonlyMap<string, Person>): Change[] {
  if (state.card.stage === 'closed') return [...forgetNeeds(state), ...forgetMet(state, people)]
  const changes = forgetMet(state, people)
  const here: Participant[] = []
  for (const [id, who] of state.participant) {
    const person = people.get(who.device)
    const isOut = !person || !can(person.role, 'take-part')
    if (isOut && !who.isGone) changes.push(...leaving(id, who))
    if (who.own && !isOut && !who.isGone) {
      here.push(who)
      const { name, voice } = person
      if (name !== who.name || voice !== who.voice)
        changes.push({ kind: 'participant', id, value: { ...who, name, voice } })
    }
  }
  // What somebody needs was told for the day, to who leads it: it goes with them.
  for (const id of state.needs.keys()) if (!people.has(id)) changes.push({ kind: 'needs', id, value: null })
  const about = aboutOf(state)
  if (about.chair !== '' && !mayLead(people.get(about.chair))) {
    const next = here.filter(({ device }) => mayLead(people.get(device))).toSorted((a, b) => a.at - b.at)[0]
    changes.push({ kind: 'about', id: ABOUT, value: { ...about, chair: next?.device ?? '' } })
  }
  return changes
}

/** What people need is told for the day: when that is over it is nobody's to know (SPEC WORK-161). */
export const forgetNeeds = (state: State): Change[] =>
  [...state.needs.keys()].map((id) => ({ kind: 'needs', id, value: null }))

/** Of whoever has left the plan. */
const forgetMet = (state: State, people: ReadonlyMap<string, Person>): Change[] =>
  [...state.met.keys()].filter((id) => !people.has(id)).map((id) => ({ kind: 'met', id, value: null }))

/** Somebody goes out of the room: they and their light, nothing of what they said. */
export const leaving = (id: string, who: Participant): Change[] => [
  { kind: 'participant', id, value: { ...who, isGone: true } },
  { kind: 'light', id, value: null },
]

/**
 * A facilitator lets somebody go from the room, with their table where it is their device. What they said stays, and so do votes that
 * were shown; they wait to be let in when they come again (SPEC WORK-152).
 */
export function goingOut(state: State, id: string): Change[] {
  const out = state.participant.get(id)
  if (!out) return []
  const them = [...state.participant].filter(
    ([other, who]) => other === id || (out.own && who.device === out.device && !who.isGone),
  )
  const ids = new Set(them.map(([other]) => other))
  const unshown = [...state.vote].filter(([, { step, as }]) => ids.has(as) && !state.step.get(step)?.shown)
  return [
    ...them.flatMap(([other, who]) => leaving(other, { ...who, waiting: true })),
    ...unshown.map(([vote]): Change => ({ kind: 'vote', id: vote, value: null })),
  ]
}

/** Whether somebody may have the chair. */
export const mayLead = (person: Person | undefined): boolean => person !== undefined && can(person.role, 'run-workshop')
