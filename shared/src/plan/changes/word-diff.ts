import { diffArrays } from 'diff/lib/diff/array.js'
import { countsOf, isWord, tokensOf, wordsIn } from '../words-in-text.ts'

/** Some words of a text that was changed: they stayed, they are new, or they are gone. `by`: writers, by number. */
export type ChangedWords = {
  readonly is: 'same' | 'added' | 'taken-out'
  readonly text: string
  readonly by?: readonly number[]
}

/** Texts further apart than so many words are told of whole: nobody could follow it word by word, and it would take long. */
const MOST_EDITS = 1_000

/** What is done to make one text of another, word by word. All but what was added is the text before; all but what was taken out, the one after. */
export function wordDiff(before: string, after: string): ChangedWords[] {
  const found = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_EDITS })
  const parts = found?.map(({ value, added, removed }): ChangedWords => {
    return { is: added ? 'added' : removed ? 'taken-out' : 'same', text: value.join('') }
  })
  return parts && alike(parts) ? readable(parts) : whole(before, after)
}

type WhoOfStretch = (from: number, to: number) => readonly number[]

/**
 * The parts with who put them in (asked by their place in the text after) and who took them out (by that in the text before). Of
 * a word in which only some letters came or went the one side has nobody: whoever changed it made both.
 */
export function signParts(parts: readonly ChangedWords[], putIn: WhoOfStretch, tookOut: WhoOfStretch): ChangedWords[] {
  let [before, after] = [0, 0]
  const signed = parts.map((part) => {
    const { length } = part.text
    if (part.is !== 'added') before += length
    if (part.is !== 'taken-out') after += length
    if (part.is === 'added') return { ...part, by: putIn(after - length, after) }
    if (part.is === 'taken-out') return { ...part, by: tookOut(before - length, before) }
    return part
  })
  return signed.map((part, i) => {
    const other = signed[part.is === 'added' ? i - 1 : i + 1]
    const isPair = other && other.is !== 'same' && other.is !== part.is
    return isPair && part.by?.length === 0 ? { ...part, by: other.by ?? [] } : part
  })
}

/** How much two texts have in common, from 0 to 1. */
export function likeness(before: string, after: string): number {
  const [a, b] = [wordsIn(before), wordsIn(after)]
  const left = countsOf(a)
  let both = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count > 0) both++
    left.set(word, count - 1)
  }
  return a.length + b.length === 0 ? 0 : (2 * both) / (a.length + b.length)
}

/** Less in common, and two texts are no longer one that was changed. */
export const ALIKE = 0.4

function alike(parts: readonly ChangedWords[]): boolean {
  const kept = parts.some(({ is, text }) => is === 'same' && isWord(text))
  return kept || !(parts.some(({ is }) => is === 'added') && parts.some(({ is }) => is === 'taken-out'))
}

const whole = (before: string, after: string): ChangedWords[] => [
  ...(before === '' ? [] : [{ is: 'taken-out', text: before } as const]),
  ...(after === '' ? [] : [{ is: 'added', text: after } as const]),
]

/** Runs of changes with nothing but a space or a comma between them are one: "old house" became "new flat", and not word for word. */
function readable(parts: readonly ChangedWords[]): ChangedWords[] {
  const out: ChangedWords[] = []
  let gone = ''
  let come = ''
  const end = () => {
    out.push(...whole(gone, come))
    gone = ''
    come = ''
  }
  for (const [i, { is, text }] of parts.entries()) {
    const isBetween = is === 'same' && !isWord(text) && gone !== '' && come !== '' && i < parts.length - 1
    if (is === 'same' && !isBetween) {
      end()
      out.push({ is, text })
      continue
    }
    if (is !== 'added') gone += text
    if (is !== 'taken-out') come += text
  }
  end()
  return out
}
