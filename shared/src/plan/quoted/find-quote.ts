import { inWholeSigns, likeliestPlace } from './likeliest-place.ts'
import type { Quote, Span } from './quote.ts'

/** A text with single spaces for all that is between words, and where each of its signs stands in the text itself. */
type Spaced = { readonly text: string; readonly at: readonly number[] }

/** One word alone stands in most texts; more than this, or the same surroundings, is no chance. */
const TELLING = 12
const SURROUNDINGS = 8

const newest: { text: string; spaced: Spaced } = { text: '', spaced: { text: '', at: [] } }

/**
 * The place of a text that reads as a quote: where there are several, the one whose surroundings are most like those it had. null:
 * there is none, or a short one with other surroundings, which may be anything (SPEC TALK-3).
 */
export function findQuote(text: string, { quote, before, after }: Quote): Span | null {
  const spaced = spacedOf(text)
  const found = likeliestPlace(spaced.text, { quote, before, after }, spacedWords)
  if (!found) return null
  const length = spacedWords(quote).length
  const around = spacedWords(before).length + spacedWords(after).length
  if (length < TELLING && found.like < Math.min(SURROUNDINGS, around)) return null
  return inWholeSigns(text, { from: spaced.at[found.at] ?? 0, to: (spaced.at[found.at + length - 1] ?? 0) + 1 })
}

/** Words with single spaces between them: where lines end and how much space there is tells no words apart. */
export const spacedWords = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** Many quotes are looked for in the same text one after the other. */
function spacedOf(text: string): Spaced {
  if (newest.text === text) return newest.spaced
  const at: number[] = []
  let spaced = ''
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    const isSpace = /\s/.test(sign)
    if (isSpace && (spaced === '' || spaced.endsWith(' '))) continue
    spaced += isSpace ? ' ' : sign
    at.push(i)
  }
  newest.text = text
  newest.spaced = { text: spaced, at }
  return newest.spaced
}
