import { inWholeSigns, likeliestPlace } from '@withy/shared/plan'

/** A stretch of a text: from this letter up to, and not with, that. */
export type Stretch = { readonly from: number; readonly to: number }

type Quote = { readonly quote: string; readonly before: string; readonly after: string }

/**
 * Tells where words that were quoted stand in a text, whatever space is between them now; of several places the one with most of what
 * stood around them. Null: nowhere. The text is gone through once, for however many quotes.
 */
export function quotesIn(text: string): (quote: Quote) => Stretch | null {
  const { letters, at } = squeezed(text)
  return (quote) => {
    const found = likeliestPlace(letters, quote, withoutSpace)
    if (!found) return null
    const last = found.at + withoutSpace(quote.quote).length - 1
    return inWholeSigns(text, { from: at[found.at] ?? 0, to: (at[last] ?? 0) + 1 })
  }
}

const withoutSpace = (words: string): string => words.replace(/\s+/g, '')

type Squeezed = { readonly letters: string; readonly at: readonly number[] }

/** A text without spaces, and where each of its letters stood. */
function squeezed(text: string): Squeezed {
  const at: number[] = []
  let letters = ''
  for (let n = 0; n < text.length; n++) {
    const letter = text[n] as string
    if (/\s/.test(letter)) continue
    letters += letter
    at.push(n)
  }
  return { letters, at }
}
