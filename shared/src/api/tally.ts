import type { Words } from '../plan/index.ts'
import { filled } from './said-words.ts'
import type { SealedAnswer, SealRecord } from './seal.ts'

/** How many said what when a plan was sealed: people, not answers. */
export type Tally = {
  /** To these words as a whole. `through`: so many of them through somebody else. */
  readonly agreed: number
  readonly through: number
  /** To whatever words, as the whole or, of who said nothing to that, of a section. */
  readonly disagree: number
  /** To whatever words or section. */
  readonly stop: number
  /** The rest of those who were asked. */
  readonly others: number
}

/** What a sealed version says of how many agreed, and of who did not (SPEC AGREE-64). Who had left agrees no more (AGREE-59). */
export function tallyOf({ answers, notAnswered }: Pick<SealRecord, 'answers' | 'notAnswered'>): Tally {
  const byPerson = new Map<string, SealedAnswer[]>()
  for (const answer of answers) {
    const key = JSON.stringify([answer.name, answer.voice, answer.left])
    byPerson.set(key, [...(byPerson.get(key) ?? []), answer])
  }
  const all = [...byPerson.values()]
  const agreed = all.flatMap((said) => said.find(isAgreed) ?? [])
  const stop = all.filter((said) => said.some(({ answer }) => answer === 'stop'))
  const disagree = all.filter((said) => !stop.includes(said) && !said.some(isAgreed) && said.some(isNo))
  const none = all.filter(
    (said) =>
      !said.some(({ left }) => left) && !said.some(isAgreed) && !stop.includes(said) && !disagree.includes(said),
  )
  return {
    agreed: agreed.length,
    through: agreed.filter(({ by }) => by !== null).length,
    disagree: disagree.length,
    stop: stop.length,
    others: none.length + notAnswered.length,
  }
}

const isAgreed = ({ section, ofTheseWords, answer, left }: SealedAnswer): boolean =>
  section === null && ofTheseWords && !left && (answer === 'agree' || answer === 'agree-with')

const isNo = ({ answer }: SealedAnswer): boolean => answer === 'disagree'

const TALLY_WORDS = {
  through: { en: '{count} of them through somebody else', cy: '{count} ohonynt drwy rywun arall' },
  disagree: { en: '{count} did not agree', cy: '{count} ddim yn cytuno' },
  stop: { en: '{count} said stop', cy: '{count} wedi dweud stop' },
} as const satisfies Record<string, Words>

/** Beside how many agreed: what must not be passed over in silence, where there is any. @param which all of it unless said */
export function besideAgreed(
  tally: Tally,
  which: readonly (keyof typeof TALLY_WORDS)[] = ['through', 'stop', 'disagree'],
): Words[] {
  return which.filter((one) => tally[one] > 0).map((one) => filled(TALLY_WORDS[one], { count: tally[one] }))
}
