import { type Person, toldApart } from '@withy/shared/protocol'
import type { CSSProperties } from 'react'
import type { Here } from '../../live/live-plan.ts'

/** Somebody else who is here now, with the last place they said. One entry a person, however many pages they have open. */
export type PersonHere = {
  readonly person: Person
  /** Their name, told apart from an equal one. */
  readonly name: string
  readonly section: string | null
  /** `<box>` or `<box>/<item>`: what they are writing in. */
  readonly box: string | null
  /** The section they ask to have to themselves for now. */
  readonly alone: string | null
}

/**
 * Who is here, in the order of the plan's people (SPEC SYNC-62). Room screens, one's own other pages, and people who are
 * no longer in the plan are not counted.
 */
export function peopleHere(here: readonly Here[], people: readonly Person[], me: string): readonly PersonHere[] {
  return people.flatMap((person) => {
    const pages = here.filter((page) => page.person === person.id && page.screen !== true)
    if (person.id === me || pages.length === 0) return []
    const writing = pages.find((page) => page.box) ?? pages.find((page) => page.section) ?? pages[0]
    const name = namesOf(people).get(person.id) ?? person.name
    const alone = pages.find((page) => page.alone)?.alone ?? null
    return [{ person, name, section: writing?.section ?? null, box: writing?.box ?? null, alone }]
  })
}

// Asked for with every step of everybody's caret; the people change seldom.
const known = new WeakMap<readonly Person[], ReadonlyMap<string, string>>()

/** The name to show for each person of a plan, by id. */
export function namesOf(people: readonly Person[]): ReadonlyMap<string, string> {
  const names = known.get(people) ?? toldApart(people)
  known.set(people, names)
  return names
}

/** The colour of a person as a custom property, `--person`; always beside their name. */
export const colourOf = ({ colour }: Person): CSSProperties =>
  ({ '--person': `var(--person-${colour})` }) as CSSProperties
