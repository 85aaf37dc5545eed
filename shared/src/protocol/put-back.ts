import type { Sentence } from '../plan/index.ts'
import type { SuggestedChange, Suggestion, TalkPlace } from './talk.ts'

/**
 * Those of the suggestions of a plan, or of a place, by which somebody put earlier words back: all of it turns round what was accepted
 * before, and who offered it decided it (SPEC TALK-67).
 * @returns their ids
 */
export function putBacksOf(suggestions: readonly Suggestion[]): ReadonlySet<string> {
  const acceptedAt = new Map<string, number>()
  for (const { place, changes } of suggestions)
    for (const { was, becomes, fate } of changes) {
      const key = keyOf(place, was, becomes)
      if (fate?.is === 'accepted') acceptedAt.set(key, Math.min(fate.at, acceptedAt.get(key) ?? fate.at))
    }
  const isTurned = ({ place, at, by }: Suggestion, { was, becomes, fate }: SuggestedChange) =>
    fate?.is === 'accepted' &&
    fate.by === by &&
    wordsOf(was) !== wordsOf(becomes) &&
    (acceptedAt.get(keyOf(place, becomes, was)) ?? Infinity) <= at
  return new Set(suggestions.filter((one) => one.changes.every((change) => isTurned(one, change))).map(({ id }) => id))
}

const wordsOf = (sentences: readonly Sentence[]): string =>
  sentences
    .map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
    .join(' ')

const keyOf = ({ box, item, field }: TalkPlace, was: readonly Sentence[], becomes: readonly Sentence[]): string =>
  JSON.stringify([box, item, field, wordsOf(was), wordsOf(becomes)])
