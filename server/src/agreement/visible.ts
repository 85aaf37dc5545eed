import { firstWordIn } from '@withy/shared/access'
import type { Missing, Round } from '@withy/shared/api'
import { type Asking, askedIn, hasSpoken, isSaid, isWordOfPerson, standing } from './answers.ts'
import { blocksOf } from './blocks.ts'

export type MissingNow = readonly { readonly what: Missing; readonly count: number }[]

/**
 * A round as one person may see it: their own answers, those they gave for others, and everybody's once those whose word comes first
 * have answered in it (SPEC AGREE-15). What stands in the way is said to all; until then without whose it is, and in a support plan
 * no more than that the person comes first. `isWaiting`: whether it is waited for them; of a round that is over, as it was then.
 */
export function roundFor(
  me: string,
  now: Asking,
  fingerprint: string,
  missing: MissingNow,
  isWaiting = isWaitingIn(now),
): Round {
  const { id, openedAt, openedBy, onDisagreement, bySection, decides } = now.round
  const said = standing(now, fingerprint)
  const isSeen = ({ person, by }: { readonly person: string; readonly by: string | null }) =>
    !isWaiting || person === me || by === me
  const seen = said.filter(isSeen)
  const isHeld = isWaiting && now.plan.kind === 'support'
  const isKnown = (person: string) => seen.some((row) => row.person === person)
  return {
    ...{ id, openedBy, onDisagreement, bySection, decides, isWaiting },
    openedAt: new Date(openedAt).toISOString(),
    asked: askedIn(now).map((person) => person.id),
    answers: seen.map(
      ({ person, section, answer, words, by, acting, advocate, at, fingerprint, ofTheseWords, left }) => ({
        ...{ person, section, answer, words, by, acting, advocate, fingerprint, ofTheseWords, left },
        at: new Date(at).toISOString(),
      }),
    ),
    answered: said
      // A stop of a round before this one stands, and is no answer in this one.
      .filter((row) => row.round === id && row.section === null && row.ofTheseWords && !row.left)
      .map(({ person }) => person),
    spoke: now.plan.people
      .map((person) => person.id)
      // A stop of an earlier round is not told of by this, where it is hidden.
      .filter((id) => hasSpoken(now, id) || seen.some((row) => row.person === id && row.by === null)),
    blocks: blocksOf(now, fingerprint)
      .map(({ why, person }) => ({
        why,
        person: person === null || why === 'person-first' || isKnown(person) ? person : null,
      }))
      // Where a person and one worker are asked, what stands in the way without a name is the worker's answer.
      .filter(({ why, person }) => !isHeld || person !== null || why === 'person-first'),
    missing: missing.map((one) => ({ ...one })),
  }
}

/** Taking back what was said hides nothing again that was seen. */
export function isWaitingIn(now: Asking): boolean {
  const given = now.answers.filter((row) => row.round === now.round.id && isSaid(row))
  if (now.plan.kind === 'support') return !given.some((row) => isWordOfPerson(now, row))
  const asked = askedIn(now)
  const firstWord = firstWordIn('area', asked)
  const voices = new Map(now.plan.people.map(({ id, voice }) => [id, voice]))
  const isFirst = ({ person, voice }: (typeof given)[number]) =>
    firstWord.has({ person, voice: voices.get(person) ?? voice })
  return firstWord.isWaitedFor && !given.some(isFirst)
}
